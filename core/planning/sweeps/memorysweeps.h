// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/catalog.h"
#include "core/planning/resolvedplan.h"

#include <functional>
#include <vector>

namespace plimsoll {

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

/// Asked between points, from the thread that works; true ends the work with what is there.
using SweepStopped = std::function<bool()>;

/// Memory over the tokens of a sequence, up to twice the model's limit.
SweepCurve contextCurve(const ResolvedPlan &plan, const SweepStopped &stopped = {});

/// Memory over the sequences at once.
SweepCurve sequencesCurve(const ResolvedPlan &plan, const SweepStopped &stopped = {});

/// The plan for models of a size alone, which parametersCurve() takes. How the checkpoint stores its weights becomes a
/// format, for a size has none.
Plan sizePlan(const ResolvedPlan &resolved, const Catalog &catalog);

/// Memory over the parameters of a model of a size alone, 0.1 B to 3 T, all else as in `plan`. The shape is typical, so
/// this is not the curve of a named model. Sizes that cannot be planned are left out.
SweepCurve parametersCurve(const Plan &plan, const Catalog &catalog, const SweepStopped &stopped = {});

} // namespace plimsoll
