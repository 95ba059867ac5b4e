// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/controls/combobox.h"

#include "ui/controls/fieldframe.h"

#include <QAbstractItemView>
#include <QWheelEvent>

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

void ComboBox::paintEvent(QPaintEvent *)
{
    paintListField(this, currentText(), view()->isVisible());
}

void ComboBox::wheelEvent(QWheelEvent *event)
{
    if (hasFocus())
        QComboBox::wheelEvent(event);
    else
        event->ignore();
}

} // namespace plimsoll
