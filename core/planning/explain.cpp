// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planning/explanation.h"

#include "core/calibration/calibratedplan.h"
#include "core/engines/enginerules.h"
#include "core/engines/ruleofthumb/ruleofthumb.h"
#include "core/planning/explain/calculation.h"
#include "core/planning/planning.h"
#include "core/planning/sentences.h"

#include <QCoreApplication>

#include <cmath>

namespace plimsoll {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Explain)
};

/// What the box says and what it holds, where that decides the answer.
QString capacityStep(const ResolvedPlan &resolved, const QLocale &locale)
{
    if (resolved.gpus.empty())
        return {};
    const Gpu &gpu = resolved.gpus.front();
    const QString marketed = locale.toString(gpu.memoryGb, 'g', 6);
    return Text::
        tr("A card sold as \"%1 GB\" has about %1 GiB, for memory is counted in powers of two: %2 can use %3 of it. %4")
            .arg(marketed, gpu.name, formatSizeBoth(gpu.usable, locale), gpu.usableBasis);
}

} // namespace

std::vector<Explanation> explain(const ResolvedPlan &resolved, const Estimate &estimate, const QLocale &locale)
{
    std::vector<Explanation> all;
    for (int i = 0; i < kItemCount; ++i) {
        const Item item = Item(i);
        if (estimate.total[item].count() == 0)
            continue;
        Explanation each = explainItem(item, resolved, estimate, locale);
        each.item = item;
        each.title = itemName(item);
        each.sources.removeAll(QString());
        all.push_back(std::move(each));
    }
    all.push_back(explainRuleOfThumb(resolved, estimate, locale));
    return all;
}

Explanation explainItem(Item item, const ResolvedPlan &resolved, const Estimate &estimated, const QLocale &locale)
{
    if (!resolved.warnings.test(size_t(Warning::Calibrated)))
        return resolved.engine->explain(item, resolved, estimated, locale);
    // The engine's formula gives what its rules say, so its numbers are those without the person's own.
    const ResolvedPlan rules = withoutCalibration(resolved);
    const Estimate bare = estimate(rules);
    Explanation explanation = rules.engine->explain(item, rules, bare, locale);
    const Bytes added = estimated.total[item] - bare.total[item];
    if (added != Bytes()) {
        explanation.steps.append(Text::tr("Calibrated with your log of %1: %2, %3 in all")
                                     .arg(calibrationNames(resolved), formatChange(added, SizeUnit::GiB, locale),
                                          formatSizeBoth(estimated.total[item], locale)));
    }
    return explanation;
}

Explanation explainRuleOfThumb(const ResolvedPlan &resolved, const Estimate &estimate, const QLocale &locale)
{
    const Format &format = resolved.formats[kOwnFormat];
    const Bytes weights = ruleOfThumbWeights(*resolved.model, format);
    const Bytes rule = resolved.ruleOfThumb;
    const Bytes answer = estimate.total.total();
    Explanation e;
    e.item = Item::Other;
    e.title = Text::tr("Rule of thumb");
    e.formula = Text::tr("M = P × Q/8 × 1.2");
    const qint64 parameters = resolved.parameters.text + resolved.parameters.vision + resolved.parameters.audio;
    e.numbers =
        Text::tr("%1 parameters: %2 × 1.2 = %3")
            .arg(formatCount(parameters, locale), formatSizeBoth(weights, locale), formatSizeBoth(rule, locale));
    const double percent = answer.count() > 0 ? 100.0 * (double(rule.count()) / double(answer.count()) - 1) : 0;
    const QString amount = locale.toString(std::abs(percent), 'f', std::abs(percent) < 10 ? 1 : 0);
    if (resolved.memoryIsDivisible)
        e.why = Text::tr("× 1.2 on the weights: %1").arg(formatSizeBoth(rule, locale));
    else if (std::abs(percent) < 0.05)
        e.why = Text::tr("× 1.2, no KV cache: %1, the same").arg(formatSizeBoth(rule, locale));
    else if (percent < 0)
        e.why = Text::tr("× 1.2, no KV cache: %1, %2 % too low").arg(formatSizeBoth(rule, locale), amount);
    else
        e.why = Text::tr("× 1.2, no KV cache: %1, %2 % too high").arg(formatSizeBoth(rule, locale), amount);
    if (!resolved.memoryIsDivisible) {
        const Bytes beside = answer - estimate.total[Item::Weights];
        e.steps.append(
            Text::tr(
                "The rule allows %1 for everything but the weights; this plan takes %2: KV cache %3, the engine %4.")
                .arg(formatSizeBoth(rule - weights, locale), formatSizeBoth(beside, locale),
                     formatSizeBoth(estimate.total[Item::KvCache] + estimate.total[Item::RecurrentState], locale),
                     formatSizeBoth(beside - estimate.total[Item::KvCache] - estimate.total[Item::RecurrentState],
                                    locale)));
    }
    if (const QString capacity = capacityStep(resolved, locale); !capacity.isEmpty())
        e.steps.append(capacity);
    if (resolved.memoryIsDivisible && estimate.gpusNeeded > 0 && !resolved.gpus.empty()) {
        const Bytes carried = resolved.gpus.front().usable * estimate.gpusNeeded;
        e.steps.append(
            Text::tr("%1 × %2 hold %3, this needs %4.")
                .arg(estimate.gpusNeeded)
                .arg(resolved.gpus.front().name, formatSizeBoth(carried, locale), formatSizeBoth(answer, locale)));
    }
    e.sources = {Text::tr("The widely copied rule: 13 billion parameters at 16 bits are 31.2 GB.")};
    return e;
}

} // namespace plimsoll
