// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/barinput.h"
#include "ui/charts/plotpicture.h"

#include <vector>

namespace plimsoll {

struct PlacedSegment {
    Item item = Item::Weights;
    QRectF rect;
};

struct PlacedColumn {
    QRectF area; ///< bar and labels: where a click means it
    QRectF bar;  ///< all segments
    std::vector<PlacedSegment> segments;
    QRectF whisker;      ///< from the lower to the upper end of the interval; null = none, or too short to see
    QRectF hatched;      ///< the part of the bar above its load line; null = none
    double ownLine = -1; ///< of a load line of this bar's own; -1 = none
};

/// Where everything of a chart of bars is, in pixels from its top left corner.
struct BarPicture : PlotPicture {
    double barWidth = 0.5; ///< share of a column
    std::vector<PlacedColumn> columns;
    QRectF chosen; ///< the mark around the chosen bar; null = none
};

BarPicture layOut(const BarInput &input, QSizeF size, const TypeScale &type);

} // namespace plimsoll
