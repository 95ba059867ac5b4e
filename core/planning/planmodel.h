// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/planning/resolvedplan.h"
#include "core/result.h"

#include <optional>

namespace plimsoll {

/// Finds or reads the model that a plan names and fills in what follows from it alone. Errors are those of findModel(),
/// "unsupported-model" where no engine serves it, and with field model.config.KEY those of an architecture in the plan.
std::optional<Error> resolveModel(const ModelChoice &choice, const Catalog &catalog, ResolvedPlan &resolved);

} // namespace plimsoll
