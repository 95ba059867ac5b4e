// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/sweepoverlay.h"

#include "ui/charts/charthandle.h"
#include "ui/themepaint.h"

#include <QPainter>

#include <cmath>

namespace plimsoll {

void SweepOverlay::setHighlighted(QPointF point)
{
    m_highlighted = point;
    update();
}

void SweepOverlay::paintGround(QPainter *painter) const
{
    painter->setPen(QPen(theme().color(ThemeColor::Outline), m_picture->stroke));
    for (double tick : m_picture->tickX) {
        const double x = std::floor(tick) + 0.5;
        painter->drawLine(QPointF(x, m_picture->plot.bottom()),
                          QPointF(x, m_picture->plot.bottom() + 4 * m_picture->stroke));
    }
}

void SweepOverlay::paintSeries(QPainter *painter) const
{
    painter->setPen(Qt::NoPen);
    for (const SweepPicture::Area &area : m_picture->areas) {
        const Qt::BrushStyle pattern = Theme::itemPattern(area.item);
        QColor ink = theme().itemText(area.item);
        ink.setAlphaF(0.10F);
        painter->setBrush(pattern == Qt::NoBrush ? QBrush() : QBrush(ink, pattern));
        painter->drawPolygon(area.outline);
    }
    painter->setBrush(Qt::NoBrush);
    QColor faded = theme().color(ThemeColor::Panel);
    for (const QRectF &strip : m_picture->hatched) {
        faded.setAlphaF(0.30F);
        // Without smoothing neighbouring strips leave no seam.
        painter->setRenderHint(QPainter::Antialiasing, false);
        painter->fillRect(strip, faded);
        painter->setRenderHint(QPainter::Antialiasing, true);
        faded.setAlphaF(0.75F);
        paintHatching(painter, strip, faded, 7 * m_picture->stroke);
    }
    painter->setPen(QPen(theme().color(ThemeColor::Text), 1.4 * m_picture->stroke));
    painter->drawPolyline(m_picture->top);
}

void SweepOverlay::paintMarks(QPainter *painter) const
{
    const double bottom = m_picture->plot.bottom(), top = m_picture->plot.top();
    if (m_picture->limitX >= 0) {
        painter->setPen(QPen(theme().color(ThemeColor::MutedText), m_picture->stroke, Qt::DotLine));
        painter->drawLine(QPointF(m_picture->limitX, top), QPointF(m_picture->limitX, bottom));
    }
    if (!m_highlighted.isNull()) {
        painter->setPen(QPen(theme().color(ThemeColor::Accent), m_picture->stroke, Qt::DotLine));
        painter->drawLine(QPointF(m_highlighted.x(), bottom), QPointF(m_highlighted.x(), top));
        paintDot(painter, m_highlighted, theme().color(ThemeColor::Accent), false);
    }
    if (m_picture->areas.empty())
        return;
    if (!m_picture->crossing.isNull())
        paintDot(painter, m_picture->crossing, theme().color(ThemeColor::LoadLine), true);
    painter->setPen(QPen(theme().color(ThemeColor::Accent), 2 * m_picture->stroke));
    painter->drawLine(m_picture->current, QPointF(m_picture->current.x(), bottom));
    paintDot(painter, m_picture->current, theme().color(ThemeColor::Accent), true);
    if (!m_picture->handle.isNull())
        paintHandle(painter, m_picture->handle, theme(), m_picture->stroke);
}

void SweepOverlay::paintDot(QPainter *painter, QPointF at, const QColor &color, bool filled) const
{
    const double radius = 4.5 * m_picture->stroke;
    painter->setPen(QPen(filled ? theme().color(ThemeColor::Panel) : color, 1.6 * m_picture->stroke));
    painter->setBrush(filled ? color : theme().color(ThemeColor::Panel));
    painter->drawEllipse(at, radius, radius);
    painter->setBrush(Qt::NoBrush);
}

} // namespace plimsoll
