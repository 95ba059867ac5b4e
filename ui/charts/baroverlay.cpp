// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/baroverlay.h"

#include "ui/themepaint.h"

#include <QPainter>

#include <algorithm>

namespace plimsoll {

void BarOverlay::setHighlighted(int column)
{
    m_highlighted = column;
    update();
}

void BarOverlay::paintGround(QPainter *painter) const
{
    if (m_highlighted >= 0 && m_highlighted < int(m_picture->columns.size())) {
        const QColor accent = theme().color(ThemeColor::Accent);
        QColor wash = accent;
        wash.setAlphaF(0.07F);
        painter->setPen(QPen(accent, m_picture->stroke, Qt::DotLine));
        painter->setBrush(wash);
        const QRectF area = m_picture->columns[size_t(m_highlighted)].area;
        painter->drawRoundedRect(area.adjusted(2.5, 0.5, -2.5, -0.5), 5, 5);
    }
}

void BarOverlay::paintSeries(QPainter *painter) const
{
    QColor faded = theme().color(ThemeColor::Panel);
    for (const PlacedColumn &column : m_picture->columns) {
        for (const PlacedSegment &segment : column.segments) {
            QRectF rect = segment.rect;
            if (!column.hatched.isNull())
                rect.setTop(std::clamp(column.hatched.bottom(), rect.top(), rect.bottom()));
            paintPattern(painter, rect, segment.item, theme());
            if (segment.rect.height() > 3 && segment.rect.top() > column.bar.top() + 1) {
                const QRectF edge(segment.rect.left(), segment.rect.top() - 0.5, segment.rect.width(), 1);
                painter->fillRect(edge, theme().color(ThemeColor::Panel));
            }
        }
        faded.setAlphaF(0.30F);
        painter->fillRect(column.hatched, faded);
        faded.setAlphaF(0.75F);
        paintHatching(painter, column.hatched, faded, 7 * m_picture->stroke);
    }
    if (!m_picture->chosen.isNull()) {
        painter->setPen(QPen(theme().color(ThemeColor::Accent), 2 * m_picture->stroke));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(m_picture->chosen, 5, 5);
    }
}

/// Light around dark, so that it shows on every colour of a bar and on the ground above it.
void BarOverlay::paintWhisker(QPainter *painter, const QRectF &whisker) const
{
    if (whisker.isNull())
        return;
    const double middle = whisker.center().x();
    const QLineF lines[] = {{middle, whisker.top(), middle, whisker.bottom()},
                            {whisker.topLeft(), whisker.topRight()},
                            {whisker.bottomLeft(), whisker.bottomRight()}};
    for (const auto &[color, width] : {std::pair(ThemeColor::Panel, 3.4), std::pair(ThemeColor::Text, 1.5)}) {
        painter->setPen(QPen(theme().color(color), width * m_picture->stroke, Qt::SolidLine, Qt::SquareCap));
        painter->drawLines(lines, 3);
    }
}

void BarOverlay::paintMarks(QPainter *painter) const
{
    for (const PlacedColumn &column : m_picture->columns) {
        paintWhisker(painter, column.whisker);
        const double over = 0.12 * column.bar.width();
        if (column.ownLine >= 0)
            paintLoadLine(painter, column.bar.left() - over, column.bar.right() + over, column.ownLine, true);
    }
}

} // namespace plimsoll
