// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme.h"

#include <QRectF>

QT_FORWARD_DECLARE_CLASS(QPainter)

namespace plimsoll {

/// Pieces that the chart, the table and the pictures of the GPUs draw alike.

/// The colour of an item with its pattern, in a rounded square: the key to chart and pictures.
void paintSwatch(QPainter *painter, const QRectF &rect, Item item, Theme theme);

/// The pattern of an item over a fill that is already there.
void paintPattern(QPainter *painter, const QRectF &rect, Item item, Theme theme);

/// Diagonal lines that say "above the load line". Drawn as lines cut to `rect`, because a clip is lost in SVG.
void paintHatching(QPainter *painter, const QRectF &rect, const QColor &color, double spacing);

} // namespace plimsoll
