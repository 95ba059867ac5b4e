// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/planning/resolvedplan.h"

#include <QtGlobal>

namespace plimsoll {

/// How far one part of a workload can grow until the plan no longer fits, the rest staying as it is. Found by
/// bisection on estimate(), never by a second formula. 0 = not even one fits, or there are no GPUs;
/// `most` = it fits as far as was asked.

/// Tokens a sequence. Memory alone: the model's own limit is not looked at.
qint64 longestContext(const ResolvedPlan &resolved, qint64 most);

/// Sequences at once.
qint64 mostSequences(const ResolvedPlan &resolved, qint64 most);

} // namespace plimsoll
