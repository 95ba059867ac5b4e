// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/controls/combobox.h"

#include "ui/controls/fieldframe.h"

#include <QAbstractItemView>
#include <QStyleOptionComboBox>
#include <QWheelEvent>

#include <algorithm>

namespace plimsoll {

namespace {

constexpr int kIconGap = 4; ///< as QComboBox has it

} // namespace

ComboBox::ComboBox(int letters, QWidget *parent)
    : QComboBox(parent)
    , m_letters(letters)
{
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setMaxVisibleItems(20);
}

QSize ComboBox::sizeHint() const
{
    // QComboBox has a policy for this, whose setter makes the list: a window with many fields would open later.
    QStyleOptionComboBox option;
    initStyleOption(&option);
    const QSize contents(m_letters * fontMetrics().horizontalAdvance(QLatin1Char('X')) + iconSize().width() + kIconGap,
                         fontMetrics().height());
    const QSize size = style()->sizeFromContents(QStyle::CT_ComboBox, &option, contents, this);
    return {size.width(), fieldHeight(fontMetrics())};
}

QSize ComboBox::minimumSizeHint() const
{
    return sizeHint();
}

void ComboBox::showPopup()
{
    int widest = 0;
    for (int item = 0; item < count(); ++item)
        widest = std::max(widest, view()->fontMetrics().horizontalAdvance(itemText(item)));
    const int margins = 4 * view()->fontMetrics().height(); // check mark, frame, scroll bar
    view()->setMinimumWidth(std::max(width(), widest + margins));
    m_hasList = true;
    QComboBox::showPopup();
}

void ComboBox::paintEvent(QPaintEvent *)
{
    const QString shorter = currentData(kFieldTextRole).toString();
    paintListField(this, shorter.isEmpty() ? currentText() : shorter, m_hasList && view()->isVisible());
}

void ComboBox::wheelEvent(QWheelEvent *event)
{
    if (hasFocus())
        QComboBox::wheelEvent(event);
    else
        event->ignore();
}

} // namespace plimsoll
