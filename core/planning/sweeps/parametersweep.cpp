// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planning/planning.h"
#include "core/planning/sweeps/memorysweeps.h"
#include "core/planning/workloadscales.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace plimsoll {

namespace {

/// Answers to a plan with models of other sizes.
class ParameterSweep
{
public:
    ParameterSweep(Plan plan, Catalog catalog)
        : m_plan(std::move(plan))
        , m_catalog(std::move(catalog))
    {
    }

    /// Nothing where no such model can be planned: its heads cannot be divided as the plan wants.
    std::optional<SweepPoint> at(qint64 parameters)
    {
        m_plan.model = FreeSize{parameters};
        const Result<ResolvedPlan> resolved = resolve(m_plan, m_catalog);
        const Result<Estimate> estimate = resolved ? checkedEstimate(*resolved) : Result<Estimate>(resolved.error());
        if (!estimate) {
            m_error = estimate.error().text;
            return std::nullopt;
        }
        return SweepPoint{parameters, estimate->total, estimate->hasGpus && estimate->fits};
    }

    const QString &error() const { return m_error; }

private:
    Plan m_plan;
    Catalog m_catalog;
    QString m_error;
};

/// A size as it is written, three digits, so that the number that people read is one that fits.
qint64 digitOf(qint64 parameters)
{
    return qint64(std::pow(10.0, std::max(0.0, std::floor(std::log10(double(parameters))) - 2)));
}

/// Between a stop that fits and the next, which does not. Sizes before that all fit, as far as stops tell.
SweepPoint lastThatFits(ParameterSweep &sweep, const SweepPoint &fits, const SweepPoint &tooLarge)
{
    const qint64 digit = digitOf(fits.x);
    SweepPoint last = fits;
    qint64 low = fits.x / digit, high = tooLarge.x / digit;
    while (high - low > 1) {
        const qint64 middle = low + (high - low) / 2;
        const std::optional<SweepPoint> point = sweep.at(middle * digit);
        if (point && point->fits) {
            low = middle;
            last = *point;
        } else {
            high = middle;
        }
    }
    return last;
}

} // namespace

Plan sizePlan(const ResolvedPlan &resolved, const Catalog &catalog)
{
    Plan plan = resolved.plan;
    plan.model = FreeSize{};
    if (plan.weights == QLatin1String("native")) {
        const Format *published = catalog.findFormat(resolved.published.id);
        plan.weights = published && published->forWeights ? published->id : QStringLiteral("bf16");
    }
    return plan;
}

SweepCurve parametersCurve(const Plan &plan, const Catalog &catalog, const SweepStopped &stopped)
{
    SweepCurve curve;
    ParameterSweep sweep(plan, catalog);
    const auto ends = [&] { return stopped && stopped(); };
    const LogScale scale = parametersScale();
    for (int i = 0; i < scale.positions() && !ends(); ++i) {
        if (const std::optional<SweepPoint> point = sweep.at(scale.value(i)))
            curve.points.push_back(*point);
    }
    if (curve.points.empty())
        curve.error = sweep.error();
    if (plan.gpus.empty() || ends())
        return curve;
    const auto tooLarge =
        std::find_if(curve.points.begin(), curve.points.end(), [](const SweepPoint &point) { return !point.fits; });
    if (tooLarge == curve.points.begin())
        return curve;
    curve.crossing =
        tooLarge == curve.points.end() ? curve.points.back() : lastThatFits(sweep, *(tooLarge - 1), *tooLarge);
    curve.mostThatFits = curve.crossing.x;
    return curve;
}

} // namespace plimsoll
