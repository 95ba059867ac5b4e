// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/controls/selectablelabel.h"

namespace plimsoll {

SelectableLabel::SelectableLabel(QWidget *parent)
    : QLabel(parent)
{
    setWordWrap(true);
    setTextFormat(Qt::PlainText);
}

void SelectableLabel::enterEvent(QEnterEvent *event)
{
    if (textInteractionFlags() != Qt::TextSelectableByMouse)
        setTextInteractionFlags(Qt::TextSelectableByMouse);
    QLabel::enterEvent(event);
}

} // namespace plimsoll
