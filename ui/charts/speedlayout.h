// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/axisticks.h"
#include "ui/charts/placedtext.h"
#include "ui/charts/speedinput.h"

#include <QPolygonF>

#include <array>
#include <vector>

namespace plimsoll {

/// Where everything of a chart of speed is, in pixels from its top left corner: two plots side by side over the same
/// users, what each sees and what all get together. One plot with two scales would make the lines cross somewhere,
/// which means nothing.
struct SpeedPicture {
    enum Side : quint8 { Each, Total, kSides };
    struct Plot {
        QRectF area;
        AxisTicks ticks;
        std::vector<double> tickX;
        QPolygonF band;   ///< the 90 % interval; empty where none is known
        QPolygonF line;   ///< at the stops, left to right
        QPolygonF fits;   ///< of the line, as far as memory reaches
        QPolygonF beyond; ///< and from there on
        QPointF current;  ///< the plan
        double endX = -1; ///< where memory ends; -1 = not on the axis
        QRectF hatched;   ///< what memory does not reach
        QRectF handle;    ///< on the axis, to move the plan by; null = it cannot be moved
    };
    std::array<Plot, kSides> plots;
    double firstLog = 0, lastLog = 1; ///< ends of the axis across, to base 2
    double stroke = 1;
    std::vector<PlacedText> texts;

    double xOf(const Plot &plot, qint64 users) const;
    /// The logarithm of the users at a point in one of the plots, or beside the nearest.
    double logAt(QPointF position) const;
    bool isHandleAt(QPointF position) const;
};

SpeedPicture layOut(const SpeedInput &input, QSizeF size, const TypeScale &type);

} // namespace plimsoll
