// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/charthandle.h"

#include <QPainter>

namespace plimsoll {

void paintHandle(QPainter *painter, const QRectF &rect, Theme theme, double stroke)
{
    painter->setPen(QPen(theme.color(ThemeColor::Panel), 1.6 * stroke));
    painter->setBrush(theme.color(ThemeColor::Accent));
    painter->drawRoundedRect(rect, rect.width() / 2.5, rect.width() / 2.5);
    painter->setPen(QPen(theme.color(ThemeColor::OnAccent), stroke));
    const double inset = rect.height() * 0.3;
    for (double x : {rect.center().x() - 1.3 * stroke, rect.center().x() + 1.3 * stroke})
        painter->drawLine(QPointF(x, rect.top() + inset), QPointF(x, rect.bottom() - inset));
    painter->setBrush(Qt::NoBrush);
}

} // namespace plimsoll
