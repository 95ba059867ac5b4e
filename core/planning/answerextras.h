// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/quality.h"
#include "core/planning/cost.h"

#include <optional>
#include <vector>

namespace plimsoll {

/// What stands beside the memory of a plan.
struct AnswerExtras {
    std::vector<MeasuredQuality> quality; ///< of exactly its model in exactly its format
    std::optional<Cost> cost;             ///< absent without GPUs
};

/// `ownPrice`: see costOf().
AnswerExtras extrasOf(const ResolvedPlan &resolved, const Catalog &catalog,
                      std::optional<double> ownPrice = std::nullopt);

} // namespace plimsoll
