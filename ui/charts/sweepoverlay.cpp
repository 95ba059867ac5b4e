// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/sweepoverlay.h"

#include "ui/themepaint.h"

#include <QPainter>

#include <cmath>

namespace plimsoll {

SweepOverlay::SweepOverlay(Layer layer, QGraphicsItem *parent)
    : QGraphicsItem(parent)
    , m_layer(layer)
{
    setZValue(layer == Layer::Ground ? -1000 : 1000);
}

void SweepOverlay::setPicture(const SweepPicture *picture, QSizeF size)
{
    if (size != m_size)
        prepareGeometryChange();
    m_picture = picture;
    m_size = size;
    QGraphicsItem::update();
}

void SweepOverlay::setTheme(Theme theme)
{
    m_theme = theme;
    QGraphicsItem::update();
}

void SweepOverlay::setHighlighted(QPointF point)
{
    m_highlighted = point;
    QGraphicsItem::update();
}

void SweepOverlay::paint(QPainter *painter, const QStyleOptionGraphicsItem *, QWidget *)
{
    if (!m_picture)
        return;
    if (m_layer == Layer::Ground) {
        paintGround(painter);
        return;
    }
    paintAreas(painter);
    paintLoadLines(painter);
    paintMarks(painter);
    for (const PlacedSwatch &swatch : m_picture->swatches)
        paintSwatch(painter, swatch.rect, swatch.item, m_theme);
    paintTexts(painter, m_picture->texts, m_theme);
}

void SweepOverlay::paintGround(QPainter *painter) const
{
    painter->fillRect(boundingRect(), m_theme.color(ThemeColor::Panel));
    const QRectF &plot = m_picture->plot;
    for (int i = 0; i <= m_picture->ticks.intervals; ++i) {
        // Whole pixels and no smoothing keep a hairline a hairline.
        const double y = std::floor(plot.bottom() - plot.height() * i / m_picture->ticks.intervals) + 0.5;
        painter->setPen(QPen(m_theme.color(i == 0 ? ThemeColor::Outline : ThemeColor::Grid), m_picture->stroke));
        painter->drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y));
    }
    painter->setPen(QPen(m_theme.color(ThemeColor::Outline), m_picture->stroke));
    for (double tick : m_picture->tickX) {
        const double x = std::floor(tick) + 0.5;
        painter->drawLine(QPointF(x, plot.bottom()), QPointF(x, plot.bottom() + 4 * m_picture->stroke));
    }
}

void SweepOverlay::paintAreas(QPainter *painter) const
{
    painter->setPen(Qt::NoPen);
    for (const SweepPicture::Area &area : m_picture->areas) {
        const Qt::BrushStyle pattern = Theme::itemPattern(area.item);
        QColor ink = m_theme.itemText(area.item);
        ink.setAlphaF(0.10F);
        painter->setBrush(pattern == Qt::NoBrush ? QBrush() : QBrush(ink, pattern));
        painter->drawPolygon(area.outline);
    }
    painter->setBrush(Qt::NoBrush);
    QColor faded = m_theme.color(ThemeColor::Panel);
    for (const QRectF &strip : m_picture->hatched) {
        faded.setAlphaF(0.30F);
        // Without smoothing neighbouring strips leave no seam.
        painter->setRenderHint(QPainter::Antialiasing, false);
        painter->fillRect(strip, faded);
        painter->setRenderHint(QPainter::Antialiasing, true);
        faded.setAlphaF(0.75F);
        paintHatching(painter, strip, faded, 7 * m_picture->stroke);
    }
    painter->setPen(QPen(m_theme.color(ThemeColor::Text), 1.4 * m_picture->stroke));
    painter->drawPolyline(m_picture->top);
}

void SweepOverlay::paintLoadLines(QPainter *painter) const
{
    for (const SweepPicture::Line &line : m_picture->lines) {
        QPen pen(m_theme.color(ThemeColor::LoadLine), (line.own ? 2.2 : 1.3) * m_picture->stroke);
        pen.setDashPattern(line.own ? QList<qreal>{4, 2} : QList<qreal>{5, 4});
        pen.setCapStyle(Qt::FlatCap);
        painter->setPen(pen);
        painter->drawLine(QPointF(m_picture->plot.left(), line.y), QPointF(m_picture->plot.right(), line.y));
    }
}

void SweepOverlay::paintMarks(QPainter *painter) const
{
    const double bottom = m_picture->plot.bottom(), top = m_picture->plot.top();
    if (m_picture->limitX >= 0) {
        painter->setPen(QPen(m_theme.color(ThemeColor::MutedText), m_picture->stroke, Qt::DotLine));
        painter->drawLine(QPointF(m_picture->limitX, top), QPointF(m_picture->limitX, bottom));
    }
    if (!m_highlighted.isNull()) {
        painter->setPen(QPen(m_theme.color(ThemeColor::Accent), m_picture->stroke, Qt::DotLine));
        painter->drawLine(QPointF(m_highlighted.x(), bottom), QPointF(m_highlighted.x(), top));
        paintDot(painter, m_highlighted, m_theme.color(ThemeColor::Accent), false);
    }
    if (m_picture->areas.empty())
        return;
    if (!m_picture->crossing.isNull())
        paintDot(painter, m_picture->crossing, m_theme.color(ThemeColor::LoadLine), true);
    painter->setPen(QPen(m_theme.color(ThemeColor::Accent), 2 * m_picture->stroke));
    painter->drawLine(m_picture->current, QPointF(m_picture->current.x(), bottom));
    paintDot(painter, m_picture->current, m_theme.color(ThemeColor::Accent), true);
}

void SweepOverlay::paintDot(QPainter *painter, QPointF at, const QColor &color, bool filled) const
{
    const double radius = 4.5 * m_picture->stroke;
    painter->setPen(QPen(filled ? m_theme.color(ThemeColor::Panel) : color, 1.6 * m_picture->stroke));
    painter->setBrush(filled ? color : m_theme.color(ThemeColor::Panel));
    painter->drawEllipse(at, radius, radius);
    painter->setBrush(Qt::NoBrush);
}

} // namespace plimsoll
