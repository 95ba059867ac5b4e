// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/planning/plan.h"
#include "core/result.h"

#include <optional>

namespace plimsoll {

struct LoadedPlan {
    Plan plan;
    bool fromFigure = false; ///< the file is a picture that carries the plan, so the plan is not to be written there
};

/// Reads a saved plan or a figure. The error says which file, what is wrong with it and what to do.
Result<LoadedPlan> loadPlanOrFigure(const QString &path);
/// The same where it does not matter which it was.
Result<Plan> loadPlanFile(const QString &path);

/// Writes a plan as a whole or not at all: an old file stays until the new one is complete.
std::optional<Error> savePlanFile(const QString &path, const Plan &plan);

} // namespace plimsoll
