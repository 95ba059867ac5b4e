// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/baroverlay.h"

#include "ui/themepaint.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace plimsoll {

BarOverlay::BarOverlay(Layer layer, QGraphicsItem *parent)
    : QGraphicsItem(parent)
    , m_layer(layer)
{
    setZValue(layer == Layer::Ground ? -1000 : 1000);
}

void BarOverlay::setPicture(const BarPicture *picture, QSizeF size)
{
    if (size != m_size)
        prepareGeometryChange();
    m_picture = picture;
    m_size = size;
    QGraphicsItem::update();
}

void BarOverlay::setTheme(Theme theme)
{
    m_theme = theme;
    QGraphicsItem::update();
}

void BarOverlay::setHighlighted(int column)
{
    m_highlighted = column;
    QGraphicsItem::update();
}

void BarOverlay::paint(QPainter *painter, const QStyleOptionGraphicsItem *, QWidget *)
{
    if (!m_picture)
        return;
    if (m_layer == Layer::Ground) {
        paintGround(painter);
        return;
    }
    paintMarks(painter);
    paintLoadLines(painter);
    for (const PlacedSwatch &swatch : m_picture->swatches)
        paintSwatch(painter, swatch.rect, swatch.item, m_theme);
    paintTexts(painter, m_picture->texts, m_theme);
}

void BarOverlay::paintGround(QPainter *painter) const
{
    painter->fillRect(boundingRect(), m_theme.color(ThemeColor::Panel));
    const QRectF &plot = m_picture->plot;
    for (int i = 0; i <= m_picture->ticks.intervals; ++i) {
        // Whole pixels and no smoothing keep a hairline a hairline.
        const double y = std::floor(plot.bottom() - plot.height() * i / m_picture->ticks.intervals) + 0.5;
        painter->setPen(QPen(m_theme.color(i == 0 ? ThemeColor::Outline : ThemeColor::Grid), m_picture->stroke));
        painter->drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y));
    }
    if (m_highlighted >= 0 && m_highlighted < int(m_picture->columns.size())) {
        const QColor accent = m_theme.color(ThemeColor::Accent);
        QColor wash = accent;
        wash.setAlphaF(0.07F);
        painter->setPen(QPen(accent, m_picture->stroke, Qt::DotLine));
        painter->setBrush(wash);
        const QRectF area = m_picture->columns[size_t(m_highlighted)].area;
        painter->drawRoundedRect(area.adjusted(2.5, 0.5, -2.5, -0.5), 5, 5);
    }
}

void BarOverlay::paintMarks(QPainter *painter) const
{
    QColor faded = m_theme.color(ThemeColor::Panel);
    for (const PlacedColumn &column : m_picture->columns) {
        for (const PlacedSegment &segment : column.segments) {
            QRectF rect = segment.rect;
            if (!column.hatched.isNull())
                rect.setTop(std::clamp(column.hatched.bottom(), rect.top(), rect.bottom()));
            paintPattern(painter, rect, segment.item, m_theme);
            if (segment.rect.height() > 3 && segment.rect.top() > column.bar.top() + 1) {
                const QRectF edge(segment.rect.left(), segment.rect.top() - 0.5, segment.rect.width(), 1);
                painter->fillRect(edge, m_theme.color(ThemeColor::Panel));
            }
        }
        faded.setAlphaF(0.30F);
        painter->fillRect(column.hatched, faded);
        faded.setAlphaF(0.75F);
        paintHatching(painter, column.hatched, faded, 7 * m_picture->stroke);
    }
    if (!m_picture->chosen.isNull()) {
        painter->setPen(QPen(m_theme.color(ThemeColor::Accent), 2 * m_picture->stroke));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(m_picture->chosen, 5, 5);
    }
}

void BarOverlay::paintLoadLines(QPainter *painter) const
{
    for (const PlacedLoadLine &line : m_picture->lines) {
        QPen pen(m_theme.color(ThemeColor::LoadLine), (line.own ? 2.2 : 1.3) * m_picture->stroke);
        pen.setDashPattern(line.own ? QList<qreal>{4, 2} : QList<qreal>{5, 4});
        pen.setCapStyle(Qt::FlatCap);
        painter->setPen(pen);
        painter->drawLine(QPointF(m_picture->plot.left(), line.y), QPointF(m_picture->plot.right(), line.y));
    }
    QPen pen(m_theme.color(ThemeColor::LoadLine), 2.2 * m_picture->stroke);
    pen.setDashPattern({4, 2});
    pen.setCapStyle(Qt::FlatCap);
    painter->setPen(pen);
    for (const PlacedColumn &column : m_picture->columns) {
        const double over = 0.12 * column.bar.width();
        if (column.ownLine >= 0)
            painter->drawLine(QPointF(column.bar.left() - over, column.ownLine),
                              QPointF(column.bar.right() + over, column.ownLine));
    }
}

} // namespace plimsoll
