// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/planning/resolvedplan.h"
#include "core/result.h"

#include <optional>

namespace plimsoll {

/// The context of a plan that names none: prompt and answer where both are known, else 8,192 tokens or the model's
/// limit below that (0 = no limit), and no less than the average.
qint64 defaultContext(const Requests &requests, qint64 modelLimit);

/// Lengths that contradict each other or the context: error "bad-number" with field workload.KEY.
std::optional<Error> checkRequests(const Requests &requests, qint64 contextLength);

/// What the plan's engine makes of its requests: without a paged cache every sequence is as long as it may become.
Workload workloadOf(const ResolvedPlan &resolved, qint64 contextLength, qint64 sequences);

} // namespace plimsoll
