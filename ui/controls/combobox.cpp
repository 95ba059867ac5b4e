// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/controls/combobox.h"

#include "ui/controls/fieldframe.h"

#include <QAbstractItemView>
#include <QWheelEvent>

#include <algorithm>

namespace plimsoll {

ComboBox::ComboBox(int letters, QWidget *parent)
    : QComboBox(parent)
{
    setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    setMinimumContentsLength(letters);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setMaxVisibleItems(20);
}

QSize ComboBox::sizeHint() const
{
    return {QComboBox::sizeHint().width(), fieldHeight(fontMetrics())};
}

QSize ComboBox::minimumSizeHint() const
{
    return {QComboBox::minimumSizeHint().width(), fieldHeight(fontMetrics())};
}

void ComboBox::showPopup()
{
    int widest = 0;
    for (int item = 0; item < count(); ++item)
        widest = std::max(widest, view()->fontMetrics().horizontalAdvance(itemText(item)));
    const int margins = 4 * view()->fontMetrics().height(); // check mark, frame, scroll bar
    view()->setMinimumWidth(std::max(width(), widest + margins));
    QComboBox::showPopup();
}

void ComboBox::paintEvent(QPaintEvent *)
{
    const QString shorter = currentData(kFieldTextRole).toString();
    paintListField(this, shorter.isEmpty() ? currentText() : shorter, view()->isVisible());
}

void ComboBox::wheelEvent(QWheelEvent *event)
{
    if (hasFocus())
        QComboBox::wheelEvent(event);
    else
        event->ignore();
}

} // namespace plimsoll
