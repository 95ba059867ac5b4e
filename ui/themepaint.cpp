// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/themepaint.h"

#include <QPainter>
#include <QVarLengthArray>

#include <algorithm>
#include <cmath>

namespace plimsoll {

void paintSwatch(QPainter *painter, const QRectF &rect, Item item, Theme theme)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(theme.itemFill(item));
    painter->drawRoundedRect(rect, 2.5, 2.5);
    painter->restore();
    paintPattern(painter, rect, item, theme);
}

void paintPattern(QPainter *painter, const QRectF &rect, Item item, Theme theme)
{
    const Qt::BrushStyle pattern = Theme::itemPattern(item);
    if (pattern == Qt::NoBrush || rect.isEmpty())
        return;
    QColor ink = theme.itemText(item);
    ink.setAlphaF(0.10F);
    painter->fillRect(rect, QBrush(ink, pattern));
}

void paintHatching(QPainter *painter, const QRectF &rect, const QColor &color, double spacing)
{
    if (rect.isEmpty())
        return;
    QVarLengthArray<QLineF, 256> lines;
    // x + y = c runs from the lower left to the upper right. Counted from 0, so that neighbours line up.
    const double first = std::ceil((rect.left() + rect.top()) / spacing) * spacing;
    for (double c = first; c < rect.right() + rect.bottom(); c += spacing) {
        const double left = std::max(rect.left(), c - rect.bottom());
        const double right = std::min(rect.right(), c - rect.top());
        lines.append(QLineF(left, c - left, right, c - right));
    }
    painter->save();
    painter->setPen(QPen(color, spacing * 0.23, Qt::SolidLine, Qt::FlatCap));
    painter->drawLines(lines.constData(), int(lines.size()));
    painter->restore();
}

} // namespace plimsoll
