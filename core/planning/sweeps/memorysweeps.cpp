// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planning/sweeps/memorysweeps.h"

#include "core/planning/limits.h"
#include "core/planning/planning.h"
#include "core/planning/workloadscales.h"
#include "core/units/quantity.h"

namespace plimsoll {
namespace {

using Part = qint64 Workload::*;

/// Answers to a plan with one part of its workload changed.
class WorkloadSweep
{
public:
    WorkloadSweep(const ResolvedPlan &plan, Part part)
        : m_trial(plan)
        , m_workload(plan.workload)
        , m_part(part)
    {
        m_trial.candidates.clear(); // the fewest GPUs are not asked for
    }

    SweepPoint at(qint64 x)
    {
        m_workload.*m_part = x;
        setWorkload(m_trial, m_workload);
        const Estimate estimate = plimsoll::estimate(m_trial);
        return {x, estimate.total, estimate.hasGpus && estimate.fits};
    }

private:
    ResolvedPlan m_trial;
    Workload m_workload;
    Part m_part;
};

SweepCurve workloadCurve(const ResolvedPlan &plan, Part part, const LogScale &scale, const SweepStopped &stopped)
{
    SweepCurve curve;
    WorkloadSweep sweep(plan, part);
    const auto ends = [&] { return stopped && stopped(); };
    for (int i = 0; i < scale.positions() && !ends(); ++i)
        curve.points.push_back(sweep.at(scale.value(i)));
    if (plan.gpus.empty() || ends())
        return curve;
    curve.mostThatFits =
        part == &Workload::contextLength ? longestContext(plan, kMaxTokens) : mostSequences(plan, kMaxSequences);
    if (curve.mostThatFits > 0)
        curve.crossing = sweep.at(curve.mostThatFits);
    return curve;
}

} // namespace

SweepCurve contextCurve(const ResolvedPlan &plan, const SweepStopped &stopped)
{
    return workloadCurve(plan, &Workload::contextLength, contextScale(plan.model ? plan.model->contextLimit : 0),
                         stopped);
}

SweepCurve sequencesCurve(const ResolvedPlan &plan, const SweepStopped &stopped)
{
    return workloadCurve(plan, &Workload::sequences, sequencesScale(), stopped);
}

} // namespace plimsoll
