// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/card.h"

#include <QPainter>

namespace plimsoll {

Card::Card(QWidget *parent)
    : QWidget(parent)
{
}

void Card::setColors(ThemeColor fill, ThemeColor edge)
{
    m_fill = fill;
    m_edge = edge;
    update();
}

void Card::paintEvent(QPaintEvent *)
{
    const Theme theme = Theme::forPalette(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme.color(m_edge), 1));
    painter.setBrush(theme.color(m_fill));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
}

} // namespace plimsoll
