// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/verdictmark.h"

#include <QEvent>
#include <QPainter>
#include <QPainterPath>

namespace plimsoll {

namespace {

ThemeColor colorOf(VerdictMark::Sign sign)
{
    switch (sign) {
    case VerdictMark::Sign::Fits:
        return ThemeColor::OkMark;
    case VerdictMark::Sign::Missing:
    case VerdictMark::Sign::Error:
        return ThemeColor::BadMark;
    case VerdictMark::Sign::Close:
        return ThemeColor::WarnMark;
    case VerdictMark::Sign::NoGpu:
        break;
    }
    return ThemeColor::NeutralMark;
}

/// In a square from -1 to 1.
QPainterPath pathOf(VerdictMark::Sign sign)
{
    QPainterPath path;
    switch (sign) {
    case VerdictMark::Sign::Fits:
        path.moveTo(-0.42, 0.03);
        path.lineTo(-0.11, 0.34);
        path.lineTo(0.44, -0.32);
        break;
    case VerdictMark::Sign::Missing:
        path.moveTo(-0.34, -0.34);
        path.lineTo(0.34, 0.34);
        path.moveTo(0.34, -0.34);
        path.lineTo(-0.34, 0.34);
        break;
    case VerdictMark::Sign::Close:
        for (double y : {-0.18, 0.22}) {
            path.moveTo(-0.45, y + 0.06);
            path.cubicTo(-0.2, y - 0.3, 0.2, y + 0.3, 0.45, y - 0.06);
        }
        break;
    case VerdictMark::Sign::NoGpu:
        path.addEllipse(QPointF(0, 0), 0.36, 0.36);
        path.moveTo(-0.68, 0);
        path.lineTo(0.68, 0);
        break;
    case VerdictMark::Sign::Error:
        path.moveTo(0, -0.48);
        path.lineTo(0, 0.12);
        path.moveTo(0, 0.43);
        path.lineTo(0, 0.45);
        break;
    }
    return path;
}

} // namespace

VerdictMark::VerdictMark(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void VerdictMark::setSign(Sign sign)
{
    m_sign = sign;
    update();
}

QSize VerdictMark::sizeHint() const
{
    const int side = qRound(2.0 * fontMetrics().height());
    return {side, side};
}

void VerdictMark::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::FontChange)
        updateGeometry();
    QWidget::changeEvent(event);
}

void VerdictMark::paintEvent(QPaintEvent *)
{
    const Theme theme = Theme::forPalette(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(QRectF(rect()).center());
    const double radius = std::min(width(), height()) / 2.0 - 0.5;
    painter.scale(radius, radius);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.color(colorOf(m_sign)));
    painter.drawEllipse(QPointF(0, 0), 1, 1);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(theme.color(ThemeColor::OnMark), m_sign == Sign::NoGpu ? 0.13 : 0.2, Qt::SolidLine,
                        Qt::RoundCap, Qt::RoundJoin));
    painter.drawPath(pathOf(m_sign));
}

} // namespace plimsoll
