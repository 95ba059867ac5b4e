// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/logs/logcomparison.h"

#include <optional>

namespace plimsoll {

/// Names to every row outside its interval what likely made it so, and adds the texts to the remarks. A row that
/// nothing explains gets "unexplained". Facts are those of that start of the engine, the last by default.
void giveReasons(const LogReading &reading, const LogPlan &logPlan, const ResolvedPlan &resolved,
                 const Estimate &estimate, LogComparison &comparison, qint32 start = -1);

/// The memory of the card of a start, the last by default, where the log prints one that is not that of the plan's GPU;
/// absent where they agree or nothing is printed.
std::optional<Bytes> otherCard(const LogReading &reading, const ResolvedPlan &resolved, qint32 start = -1);

} // namespace plimsoll
