// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/plotpicture.h"
#include "ui/charts/sweepinput.h"

#include <QPolygonF>

#include <vector>

namespace plimsoll {

/// Where everything of a chart over a workload is, in pixels from its top left corner. Across, the axis is
/// logarithmic: `log2` of the value.
struct SweepPicture : PlotPicture {
    /// The area of one item, from the top of those below it to its own.
    struct Area {
        Item item = Item::Weights;
        QPolygonF outline;
    };

    double firstLog = 0, lastLog = 1; ///< ends of the axis across
    std::vector<double> tickX;
    std::vector<Area> areas;
    QPolygonF top;               ///< of the whole stack, left to right
    std::vector<QRectF> hatched; ///< strips of the stack above the own load line
    QPointF current;             ///< the plan
    QPointF crossing;            ///< null = not on the axis
    double limitX = -1;          ///< -1 = not on the axis
    QRectF handle;               ///< on the axis, to move the plan by; null = it cannot be moved

    double xOf(qint64 value) const;
    /// The logarithm to base 2 of the value at an x.
    double logAt(double x) const;
    /// Whether somebody who presses there takes hold of the plan.
    bool isHandleAt(QPointF position) const;
};

SweepPicture layOut(const SweepInput &input, QSizeF size, const TypeScale &type);

} // namespace plimsoll
