// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/controls/countbox.h"

#include "ui/controls/fieldframe.h"

#include <QWheelEvent>

namespace plimsoll {

CountBox::CountBox(QWidget *parent)
    : QSpinBox(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setKeyboardTracking(false);
}

QSize CountBox::sizeHint() const
{
    return {QSpinBox::sizeHint().width(), fieldHeight(fontMetrics())};
}

QSize CountBox::minimumSizeHint() const
{
    return {QSpinBox::minimumSizeHint().width(), fieldHeight(fontMetrics())};
}

void CountBox::wheelEvent(QWheelEvent *event)
{
    if (hasFocus())
        QSpinBox::wheelEvent(event);
    else
        event->ignore();
}

} // namespace plimsoll
