// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/breakdowninput.h"
#include "ui/charts/placedtext.h"

#include <QLineF>
#include <QRectF>

#include <utility>
#include <vector>

namespace plimsoll {

/// The bar of a row. Those of the items are to each other as their bytes; the total is all of them behind each other.
struct PlacedBar {
    BreakdownRow::Kind kind = BreakdownRow::Kind::Item;
    QRectF rect;                                   ///< null where no bars have room
    std::vector<std::pair<Item, QRectF>> segments; ///< what the bar is made of; none of the rule
};

/// Where everything of a picture of the breakdown is, in pixels from its top left corner.
struct BreakdownPicture {
    double stroke = 1; ///< width of a thin line
    std::vector<PlacedSwatch> swatches;
    std::vector<PlacedBar> bars; ///< one for each row that is there, in their order
    std::vector<QLineF> lines;   ///< below the heads and above the total
    std::vector<PlacedText> texts;
};

/// `input` in that size. A row has its name, a bar and its numbers, and where it is high enough its reason below them.
/// What has no room is left out: first the bars, then the shares, then what each GPU holds; all rows but the total.
BreakdownPicture layOut(const BreakdownInput &input, QSizeF size, const TypeScale &type);

} // namespace plimsoll
