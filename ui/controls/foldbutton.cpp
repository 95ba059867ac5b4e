// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/controls/foldbutton.h"

#include <QStyleOptionToolButton>

namespace plimsoll {

FoldButton::FoldButton(const QString &text, QWidget *parent)
    : QToolButton(parent)
{
    setText(text);
    setCheckable(true);
    setAutoRaise(true);
    setFocusPolicy(Qt::StrongFocus);
    setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    setArrowType(Qt::RightArrow);
    connect(this, &QToolButton::toggled, this,
            [this](bool open) { setArrowType(open ? Qt::DownArrow : Qt::RightArrow); });
}

void FoldButton::initStyleOption(QStyleOptionToolButton *option) const
{
    QToolButton::initStyleOption(option);
    // The arrow says that it is open; a pressed look would say it again, and louder than anything around it.
    if (!isDown()) {
        option->state &= ~(QStyle::State_On | QStyle::State_Sunken);
        if (!underMouse())
            option->state &= ~QStyle::State_Raised;
    }
}

} // namespace plimsoll
