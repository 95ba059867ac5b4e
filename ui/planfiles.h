// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/planning/plan.h"
#include "core/result.h"

#include <optional>

namespace plimsoll {

/// Reads a saved plan. The error says which file, what is wrong with it and what to do.
Result<Plan> loadPlanFile(const QString &path);

/// Writes a plan as a whole or not at all: an old file stays until the new one is complete.
std::optional<Error> savePlanFile(const QString &path, const Plan &plan);

} // namespace plimsoll
