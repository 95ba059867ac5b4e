// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme.h"

#include <QWidget>

namespace plimsoll {

/// A panel with rounded corners, in the colours of the theme that its palette belongs to.
class Card : public QWidget
{
    Q_OBJECT
public:
    explicit Card(QWidget *parent = nullptr);

    void setColors(ThemeColor fill, ThemeColor edge);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    ThemeColor m_fill = ThemeColor::Panel;
    ThemeColor m_edge = ThemeColor::Outline;
};

} // namespace plimsoll
