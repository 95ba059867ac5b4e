// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/logs/logcomparison.h"
#include "core/units/sizeformat.h"

namespace plimsoll {

/// The answer as `plimsoll measure` prints it, in the C locale. `resolved` is null where there is no estimate; then
/// `missing` says why.
QString measureText(const LogReading &reading, const LogPlan &logPlan, const LogComparison &comparison,
                    const ResolvedPlan *resolved, const QString &missing, SizeUnit unit);

} // namespace plimsoll
