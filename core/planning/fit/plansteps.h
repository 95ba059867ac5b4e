// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/catalog.h"
#include "core/planning/plan.h"
#include "core/planning/resolvedplan.h"

#include <functional>
#include <vector>

namespace plimsoll {

/// A plan that is one step away from another, and what the step changes.
struct PlanStep {
    QString name;   ///< "1 more user"
    Plan plan;      ///< with the step taken
    Bytes more;     ///< of all devices; negative = less
    Bytes headroom; ///< of the fullest device afterwards; negative = missing
    bool fits = false;
    double decodeTokensPerSecond = -1; ///< afterwards, what one sequence sees; below 0 = not known
};

/// What would change most: one user more, 8,192 tokens of context more, the engine's next format with fewer bits, and
/// one GPU more, or as many more as make a legal layout. Steps that cannot be taken are left out. Each is resolve() and
/// estimate() of the changed plan. `resolved` is the plan's own.
std::vector<PlanStep> planSteps(const Plan &plan, const ResolvedPlan &resolved, const Catalog &catalog,
                                const std::function<bool()> &stopped = {});

} // namespace plimsoll
