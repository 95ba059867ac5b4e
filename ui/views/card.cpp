// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/card.h"

#include <QPainter>
#include <QPainterPath>

namespace plimsoll {

namespace {

constexpr double kRadius = 6.5;

} // namespace

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
    // The edge is a ring that is filled: to stroke it takes twice the instructions.
    const QRectF inside = QRectF(rect()).adjusted(1, 1, -1, -1);
    QPainterPath edge;
    edge.addRoundedRect(rect(), kRadius, kRadius);
    edge.addRoundedRect(inside, kRadius - 1, kRadius - 1);
    painter.fillPath(edge, theme.color(m_edge));
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.color(m_fill));
    painter.drawRoundedRect(inside, kRadius - 1, kRadius - 1);
}

} // namespace plimsoll
