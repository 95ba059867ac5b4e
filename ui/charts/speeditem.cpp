// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/speeditem.h"

#include "ui/charts/charthandle.h"
#include "ui/themepaint.h"

#include <QPainter>

#include <cmath>

namespace plimsoll {

void SpeedItem::setTheme(Theme theme)
{
    m_theme = theme;
    update();
}

void SpeedItem::refresh(QSizeF size)
{
    if (size != m_size)
        prepareGeometryChange();
    m_size = size;
    update();
}

void SpeedItem::setHighlighted(int stop)
{
    m_highlighted = stop;
    update();
}

void SpeedItem::paint(QPainter *painter, const QStyleOptionGraphicsItem *, QWidget *)
{
    painter->fillRect(boundingRect(), m_theme.color(ThemeColor::Panel));
    for (const SpeedPicture::Plot &plot : m_picture->plots) {
        if (plot.line.isEmpty())
            continue;
        paintPlot(painter, plot);
        paintMarks(painter, plot);
    }
    paintTexts(painter, m_picture->texts, m_theme);
}

void SpeedItem::paintPlot(QPainter *painter, const SpeedPicture::Plot &plot) const
{
    const QRectF &area = plot.area;
    for (int i = 0; i <= plot.ticks.intervals; ++i) {
        // Whole pixels keep a hairline a hairline.
        const double y = std::floor(area.bottom() - area.height() * i / plot.ticks.intervals) + 0.5;
        painter->setPen(QPen(m_theme.color(i == 0 ? ThemeColor::Outline : ThemeColor::Grid), m_picture->stroke));
        painter->drawLine(QPointF(area.left(), y), QPointF(area.right(), y));
    }
    painter->setPen(QPen(m_theme.color(ThemeColor::Outline), m_picture->stroke));
    for (double tick : plot.tickX) {
        const double x = std::floor(tick) + 0.5;
        painter->drawLine(QPointF(x, area.bottom()), QPointF(x, area.bottom() + 4 * m_picture->stroke));
    }
    QColor band = m_theme.color(ThemeColor::Accent);
    band.setAlphaF(0.22F);
    painter->setPen(Qt::NoPen);
    painter->setBrush(band);
    painter->drawPolygon(plot.band);
    painter->setBrush(Qt::NoBrush);
    if (!plot.hatched.isNull()) {
        QColor hatching = m_theme.color(ThemeColor::MutedText);
        hatching.setAlphaF(0.28F);
        paintHatching(painter, plot.hatched, hatching, 9 * m_picture->stroke);
    }
    painter->setPen(QPen(m_theme.color(ThemeColor::Text), 2 * m_picture->stroke));
    painter->drawPolyline(plot.fits);
    painter->setPen(QPen(m_theme.color(ThemeColor::MutedText), 1.6 * m_picture->stroke, Qt::DashLine));
    painter->drawPolyline(plot.beyond);
}

void SpeedItem::paintMarks(QPainter *painter, const SpeedPicture::Plot &plot) const
{
    const double bottom = plot.area.bottom(), top = plot.area.top();
    if (plot.endX >= 0) {
        QPen pen(m_theme.color(ThemeColor::LoadLine), 2.2 * m_picture->stroke);
        pen.setDashPattern({4, 2});
        pen.setCapStyle(Qt::FlatCap);
        painter->setPen(pen);
        painter->drawLine(QPointF(plot.endX, bottom), QPointF(plot.endX, top));
    }
    if (m_highlighted >= 0 && m_highlighted < plot.line.size()) {
        const QPointF at = plot.line[m_highlighted];
        painter->setPen(QPen(m_theme.color(ThemeColor::Accent), m_picture->stroke, Qt::DotLine));
        painter->drawLine(QPointF(at.x(), bottom), QPointF(at.x(), top));
        paintDot(painter, at, false);
    }
    painter->setPen(QPen(m_theme.color(ThemeColor::Accent), 2 * m_picture->stroke));
    painter->drawLine(plot.current, QPointF(plot.current.x(), bottom));
    paintDot(painter, plot.current, true);
    if (!plot.handle.isNull())
        paintHandle(painter, plot.handle, m_theme, m_picture->stroke);
}

void SpeedItem::paintDot(QPainter *painter, QPointF at, bool filled) const
{
    const QColor accent = m_theme.color(ThemeColor::Accent), panel = m_theme.color(ThemeColor::Panel);
    const double radius = 4.5 * m_picture->stroke;
    painter->setPen(QPen(filled ? panel : accent, 1.6 * m_picture->stroke));
    painter->setBrush(filled ? accent : panel);
    painter->drawEllipse(at, radius, radius);
    painter->setBrush(Qt::NoBrush);
}

} // namespace plimsoll
