// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planning/fit/plansteps.h"

#include "core/planning/fit/formatchoices.h"
#include "core/planning/planning.h"
#include "core/planning/speed/speed.h"
#include "core/units/quantity.h"

#include <QCoreApplication>

#include <optional>

namespace plimsoll {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(PlanSteps)
};

constexpr qint64 kMoreContext = 8192;

/// Nothing where the changed plan is not legal.
std::optional<PlanStep> stepTo(const Plan &changed, const QString &name, Bytes before, const Catalog &catalog)
{
    const Result<ResolvedPlan> resolved = resolve(changed, catalog);
    if (!resolved)
        return std::nullopt;
    const Result<Estimate> answer = checkedEstimate(*resolved);
    if (!answer)
        return std::nullopt;
    PlanStep step;
    step.name = name;
    step.plan = changed;
    step.more = answer->total.total() - before;
    step.headroom = answer->headroom;
    step.fits = answer->fits;
    const SpeedEstimate speed = speedOf(*resolved);
    if (speed.isKnown)
        step.decodeTokensPerSecond = speed.decodeTokensPerSecond;
    return step;
}

/// The engine's next format below the bits of the plan's; empty where there is none.
QString nextFormat(const ResolvedPlan &resolved, const Catalog &catalog)
{
    const double bits = resolved.formats[kOwnFormat].block.bits();
    for (const QString &id : formatChoices(catalog, resolved.plan.engine)) {
        const Format *format = catalog.findFormat(id);
        if (format && format->block.bits() < bits)
            return id;
    }
    return {};
}

std::optional<PlanStep> moreGpus(const Plan &plan, Bytes before, const Catalog &catalog)
{
    if (plan.gpus.size() != 1)
        return std::nullopt;
    const qint32 now = plan.gpus.front().count;
    for (qint32 count = now + 1; count <= 2 * now && count <= kMaxGpus; ++count) {
        Plan changed = plan;
        changed.gpus.front().count = count;
        changed.parallel.reset();
        if (auto step = stepTo(changed, Text::tr("%n more GPU(s)", nullptr, count - now), before, catalog))
            return step;
    }
    return std::nullopt;
}

} // namespace

std::vector<PlanStep> planSteps(const Plan &plan, const ResolvedPlan &resolved, const Catalog &catalog,
                                const std::function<bool()> &stopped)
{
    const Bytes before = estimate(resolved).total.total();
    std::vector<PlanStep> steps;
    const auto add = [&](const std::optional<PlanStep> &step) {
        if (step)
            steps.push_back(*step);
    };
    const auto goOn = [&] { return !stopped || !stopped(); };
    Plan changed = plan;
    changed.sequences = resolved.workload.sequences + 1;
    if (goOn())
        add(stepTo(changed, Text::tr("1 more user"), before, catalog));
    changed = plan;
    changed.contextLength = resolved.workload.contextLength + kMoreContext;
    if (goOn())
        add(stepTo(changed, Text::tr("8,192 more tokens of context"), before, catalog));
    if (const QString format = nextFormat(resolved, catalog); !format.isEmpty() && goOn()) {
        changed = plan;
        changed.weights = format;
        add(stepTo(changed, Text::tr("Weights in %1").arg(catalog.findFormat(format)->name), before, catalog));
    }
    if (goOn())
        add(moreGpus(plan, before, catalog));
    return steps;
}

} // namespace plimsoll
