// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/planning/sweeps/memorysweeps.h"
#include "ui/charts/curvekeeper.h"

namespace plimsoll {

struct ChartValues;

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
