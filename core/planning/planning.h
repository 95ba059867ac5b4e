// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/planning/resolvedplan.h"
#include "core/result.h"

namespace plimsoll {

/// Looks up model, GPUs, formats and engine, fills in defaults, checks that the layout is legal and sums
/// the model up. Errors carry the field of the plan document ("gpus[0].id").
Result<ResolvedPlan> resolve(const Plan &plan, const Catalog &catalog);

/// The cheap part of resolve for a slider: another workload on the same everything.
/// `beyondModel` and other warnings that depend on it are set again.
void setWorkload(ResolvedPlan &resolved, Workload workload);

/// The answer. Pure arithmetic: no input, no allocation, no text; below a microsecond.
Estimate estimate(const ResolvedPlan &resolved);

/// The four precisions side by side, and the plan's own where it is another.
Comparison compare(const ResolvedPlan &resolved);

/// estimate() and a check that the numbers stayed within 64 bits: error "too-large".
Result<Estimate> checkedEstimate(const ResolvedPlan &resolved);

/// All that follows from a plan.
struct PlanAnswer {
    ResolvedPlan plan;
    Estimate estimate;
    Comparison comparison;
};
/// resolve(), checkedEstimate() and compare(), or the first error of these.
Result<PlanAnswer> answerPlan(const Plan &plan, const Catalog &catalog);

} // namespace plimsoll
