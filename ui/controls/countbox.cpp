// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/controls/countbox.h"

#include "ui/controls/fieldframe.h"
#include "ui/controls/quantityfield.h"

#include <QKeyEvent>
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

bool CountBox::event(QEvent *event)
{
    // Once nothing is being typed, undo is that of the plan and not of the line.
    if (event->type() == QEvent::ShortcutOverride && text() == textFromValue(value())
        && isUndoOrRedo(static_cast<QKeyEvent *>(event))) {
        event->ignore();
        return true;
    }
    return QSpinBox::event(event);
}

void CountBox::wheelEvent(QWheelEvent *event)
{
    if (hasFocus())
        QSpinBox::wheelEvent(event);
    else
        event->ignore();
}

} // namespace plimsoll
