// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/axisticks.h"
#include "ui/charts/placedtext.h"

#include <QRectF>

#include <vector>

namespace plimsoll {

struct PlacedLoadLine {
    double y = 0;
    qint32 gpus = 0;
    bool own = false;
};

/// Where what every chart of sizes has is, in pixels from its top left corner.
struct PlotPicture {
    QRectF plot;
    AxisTicks ticks;   ///< of the axis up
    double stroke = 1; ///< width of a thin line: lines grow with the type
    std::vector<PlacedLoadLine> lines;
    std::vector<PlacedText> texts;
    std::vector<PlacedSwatch> swatches;
};

} // namespace plimsoll
