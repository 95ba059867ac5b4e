// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/axisticks.h"
#include "ui/charts/placedtext.h"
#include "ui/charts/waterfallinput.h"

#include <QLineF>
#include <QRectF>

#include <utility>
#include <vector>

namespace plimsoll {

struct PlacedStep {
    QRectF area;  ///< the whole row: where a click means it
    QRectF bar;   ///< of a change; null for the answer
    QLineF joint; ///< from the end of its bar to the next row; null after the last
    bool takesAway = false;
    std::vector<std::pair<Item, QRectF>> segments; ///< of the answer
};

/// Where everything of a waterfall is, in pixels from its top left corner: a row a step, sizes to the right.
struct WaterfallPicture {
    QRectF plot;
    AxisTicks ticks;
    double stroke = 1; ///< width of a thin line
    std::vector<PlacedStep> steps;
    std::vector<std::vector<PlacedText>> stepTexts; ///< of each row, for one that shows them one by one
    std::vector<PlacedText> texts;                  ///< title and axis
    double loadLine = -1;                           ///< x of the load line; -1 = none, or beyond the axis
};

/// `input` in that size. Labels that do not fit are elided; where rows are lower than the small type they have none.
WaterfallPicture layOut(const WaterfallInput &input, QSizeF size, const TypeScale &type);

/// How high a waterfall of that many rows should be for its texts to have room.
double waterfallHeight(int rows, const QFont &font);

} // namespace plimsoll
