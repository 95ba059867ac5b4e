// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/plotoverlay.h"

#include "ui/themepaint.h"

#include <QPainter>

#include <cmath>

namespace plimsoll {

PlotOverlay::PlotOverlay(Layer layer, const PlotPicture *picture)
    : m_layer(layer)
    , m_frame(picture)
{
    setZValue(layer == Layer::Ground ? -1000 : 1000);
}

void PlotOverlay::setTheme(Theme theme)
{
    m_theme = theme;
    update();
}

void PlotOverlay::refresh(QSizeF size)
{
    if (size != m_size)
        prepareGeometryChange();
    m_size = size;
    update();
}

void PlotOverlay::paint(QPainter *painter, const QStyleOptionGraphicsItem *, QWidget *)
{
    if (m_layer == Layer::Ground) {
        paintGrid(painter);
        paintGround(painter);
        return;
    }
    paintSeries(painter);
    for (const PlacedLoadLine &line : m_frame->lines)
        paintLoadLine(painter, m_frame->plot.left(), m_frame->plot.right(), line.y, line.own);
    paintMarks(painter);
    for (const PlacedSwatch &swatch : m_frame->swatches)
        paintSwatch(painter, swatch.rect, swatch.item, m_theme);
    paintTexts(painter, m_frame->texts, m_theme);
}

void PlotOverlay::paintGrid(QPainter *painter) const
{
    painter->fillRect(boundingRect(), m_theme.color(ThemeColor::Panel));
    const QRectF &plot = m_frame->plot;
    for (int i = 0; i <= m_frame->ticks.intervals; ++i) {
        // Whole pixels and no smoothing keep a hairline a hairline.
        const double y = std::floor(plot.bottom() - plot.height() * i / m_frame->ticks.intervals) + 0.5;
        painter->setPen(QPen(m_theme.color(i == 0 ? ThemeColor::Outline : ThemeColor::Grid), m_frame->stroke));
        painter->drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y));
    }
}

void PlotOverlay::paintLoadLine(QPainter *painter, double left, double right, double y, bool own) const
{
    QPen pen(m_theme.color(ThemeColor::LoadLine), (own ? 2.2 : 1.3) * m_frame->stroke);
    pen.setDashPattern(own ? QList<qreal>{4, 2} : QList<qreal>{5, 4});
    pen.setCapStyle(Qt::FlatCap);
    painter->setPen(pen);
    painter->drawLine(QPointF(left, y), QPointF(right, y));
}

} // namespace plimsoll
