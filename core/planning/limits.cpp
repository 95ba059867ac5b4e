// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planning/limits.h"

#include "core/planning/planning.h"

namespace plimsoll {
namespace {

qint64 largestThatFits(const ResolvedPlan &resolved, qint64 Workload::*part, qint64 most)
{
    ResolvedPlan trial = resolved;
    trial.candidates.clear(); // of no account for what fits, and each would be charged with every workload
    qint64 low = 0, high = most;
    while (low < high) {
        const qint64 middle = low + (high - low + 1) / 2;
        Workload workload = resolved.workload;
        workload.*part = middle;
        setWorkload(trial, workload);
        if (estimate(trial).fits)
            low = middle;
        else
            high = middle - 1;
    }
    return low;
}

} // namespace

qint64 longestContext(const ResolvedPlan &resolved, qint64 most)
{
    return largestThatFits(resolved, &Workload::contextLength, most);
}

qint64 mostSequences(const ResolvedPlan &resolved, qint64 most)
{
    return largestThatFits(resolved, &Workload::sequences, most);
}

} // namespace plimsoll
