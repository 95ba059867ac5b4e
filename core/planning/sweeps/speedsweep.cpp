// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planning/sweeps/speedsweep.h"

#include "core/planning/limits.h"
#include "core/planning/workloadscales.h"
#include "core/units/quantity.h"

namespace plimsoll {

SpeedEstimate speedWith(const ResolvedPlan &plan, qint64 users)
{
    Workload workload = plan.workload;
    workload.sequences = users;
    const Requests &requests = plan.plan.requests;
    return speedOf(plan, workload, {requests.promptTokens.value_or(0), requests.answerTokens.value_or(0)});
}

SpeedCurve speedCurve(const ResolvedPlan &plan, const std::function<bool()> &stopped)
{
    SpeedCurve curve;
    const auto ends = [&] { return stopped && stopped(); };
    const LogScale scale = sequencesScale();
    for (int i = 0; i < scale.positions() && !ends(); ++i) {
        const SpeedPoint point{scale.value(i), speedWith(plan, scale.value(i))};
        if (point.speed.isKnown)
            curve.points.push_back(point);
    }
    if (!curve.points.empty() && !ends())
        curve.mostThatFits = mostSequences(plan, kMaxSequences);
    return curve;
}

} // namespace plimsoll
