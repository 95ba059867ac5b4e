// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyleOptionToolButton>
#include <QToolButton>

namespace plimsoll {

/// A tool button whose text says that a menu opens; the style's own mark would be drawn over the text.
class MenuButton : public QToolButton
{
public:
    explicit MenuButton(QWidget *parent = nullptr)
        : QToolButton(parent)
    {
        setPopupMode(QToolButton::InstantPopup);
        setToolButtonStyle(Qt::ToolButtonTextOnly);
        setFocusPolicy(Qt::TabFocus);
        setAutoRaise(true);
    }

    void setChoice(const QString &text) { setText(text + QStringLiteral(" \u25be")); }

protected:
    void initStyleOption(QStyleOptionToolButton *option) const override
    {
        QToolButton::initStyleOption(option);
        option->features &= ~QStyleOptionToolButton::HasMenu;
    }
};

} // namespace plimsoll
