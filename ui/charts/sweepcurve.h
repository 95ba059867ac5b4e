// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/curvekeeper.h"

#include "core/planning/estimate.h"

#include <QString>

#include <vector>

namespace plimsoll {

struct ChartValues;

/// The answer to the plan with another value of what is swept.
struct SweepPoint {
    qint64 x = 0; ///< tokens, sequences or parameters
    ItemBytes items;
    bool fits = false;
};

/// What does not depend on where along the axis the plan itself is.
struct SweepCurve {
    std::vector<SweepPoint> points; ///< at the stops of the slider; x grows
    qint64 mostThatFits = 0;        ///< 0 = none, or no GPUs; may lie beyond the points
    SweepPoint crossing;            ///< the answer at mostThatFits
    QString error;                  ///< why there are no points

    bool allFits() const { return !points.empty() && mostThatFits >= points.back().x; }
};

/// How a curve is made: what it follows from, and work that any thread may do.
struct SweepQuestion {
    CurveKey key;
    CurveKeeper<SweepCurve>::Work work;
};

SweepQuestion contextQuestion(const ChartValues &values);
SweepQuestion sequencesQuestion(const ChartValues &values);
/// Models of a size alone, all else as in the plan. The shape is typical, so this is not the curve of a named model.
SweepQuestion parametersQuestion(const ChartValues &values);

} // namespace plimsoll
