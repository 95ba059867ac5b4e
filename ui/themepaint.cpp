// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/themepaint.h"

#include <QPainter>
#include <QPixmap>
#include <QPixmapCache>
#include <QVarLengthArray>

#include <algorithm>
#include <cmath>

namespace plimsoll {

namespace {

constexpr double kHatchingShare = 0.23; ///< of a period that is line

} // namespace

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

namespace {

/// One period of the hatching. Thousands of smoothed lines a frame are what a slider would wait for.
QPixmap hatchingTile(const QColor &color, double spacing, double pixelRatio)
{
    const int pixels = std::max(1, qRound(spacing * pixelRatio));
    const QString key = QStringLiteral("hatching %1 %2 %3").arg(color.rgba()).arg(pixels).arg(pixelRatio);
    QPixmap tile;
    if (QPixmapCache::find(key, &tile))
        return tile;
    tile = QPixmap(pixels, pixels);
    tile.fill(Qt::transparent);
    QPainter painter(&tile);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(color, pixels * kHatchingShare, Qt::SolidLine, Qt::FlatCap));
    for (int c : {0, pixels, 2 * pixels})
        painter.drawLine(QPointF(-1, c + 1), QPointF(c + 1, -1));
    painter.end();
    tile.setDevicePixelRatio(pixelRatio);
    QPixmapCache::insert(key, tile);
    return tile;
}

} // namespace

void paintHatching(QPainter *painter, const QRectF &rect, const QColor &color, double spacing)
{
    if (rect.isEmpty())
        return;
    if (painter->device()->devType() == QInternal::Widget) {
        const QPixmap tile = hatchingTile(color, spacing, painter->device()->devicePixelRatioF());
        const double period = tile.deviceIndependentSize().width();
        painter->drawTiledPixmap(rect, tile, {std::fmod(rect.left(), period), std::fmod(rect.top(), period)});
        return;
    }
    QVarLengthArray<QLineF, 256> lines;
    // x + y = c runs from the lower left to the upper right. Counted from 0, so that neighbours line up.
    const double first = std::ceil((rect.left() + rect.top()) / spacing) * spacing;
    for (double c = first; c < rect.right() + rect.bottom(); c += spacing) {
        const double left = std::max(rect.left(), c - rect.bottom());
        const double right = std::min(rect.right(), c - rect.top());
        lines.append(QLineF(left, c - left, right, c - right));
    }
    painter->save();
    painter->setPen(QPen(color, spacing * kHatchingShare, Qt::SolidLine, Qt::FlatCap));
    painter->drawLines(lines.constData(), int(lines.size()));
    painter->restore();
}

} // namespace plimsoll
