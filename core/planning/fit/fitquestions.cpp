// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planning/fit/fitquestions.h"

#include "core/engines/enginerules.h"
#include "core/planning/cost.h"
#include "core/planning/fit/formatchoices.h"
#include "core/planning/fit/whatfits.h"
#include "core/planning/layouts.h"
#include "core/planning/planning.h"
#include "core/planning/speed/speed.h"
#include "core/units/quantity.h"

#include <algorithm>

namespace plimsoll {
namespace {

/// A layout that a person typed belongs to their number of GPUs.
Plan withGpus(const Plan &plan, std::vector<GpuChoice> gpus, std::optional<Parallel> parallel)
{
    Plan changed = plan;
    changed.gpus = std::move(gpus);
    changed.parallel = parallel;
    return changed;
}

GpuFit fitOf(const FitCell &cell, const Gpu &gpu)
{
    GpuFit fit;
    fit.gpu = gpu.id;
    fit.name = gpu.name;
    fit.count = cell.count;
    fit.parallel = cell.parallel;
    fit.fits = cell.fits();
    fit.headroom = cell.headroom;
    fit.total = cell.total;
    fit.watts = gpu.tdpWatts * cell.count;
    const GpuPrice price = cheapestOffer(gpu);
    if (fit.fits && price.perHour >= 0) {
        fit.pricePerHour = price.perHour * fit.count;
        fit.priceAsOf = price.asOf;
    }
    return fit;
}

void addSpeed(GpuFit &fit, const Plan &plan, const Catalog &catalog, bool dividesFreely)
{
    const std::optional<Parallel> parallel = dividesFreely ? std::nullopt : std::optional(fit.parallel);
    const Result<ResolvedPlan> resolved = resolve(withGpus(plan, {{fit.gpu, fit.count}}, parallel), catalog);
    if (!resolved)
        return;
    const SpeedEstimate speed = speedOf(*resolved);
    if (!speed.isKnown)
        return;
    fit.decodeTokensPerSecond = speed.decodeTokensPerSecond;
    fit.decodeTokensPerSecondTotal = speed.decodeTokensPerSecondTotal;
    fit.speedIsBound = speed.basis == SpeedBasis::Bound;
}

/// Every whole GPU in the plan's own format, least memory first.
Result<std::vector<GpuFit>> fitByMemory(const Plan &plan, const Catalog &catalog, bool *dividesFreely,
                                        const std::function<bool()> &stopped = {})
{
    const Result<ResolvedPlan> resolved = resolve(withGpus(plan, {}, std::nullopt), catalog);
    if (!resolved)
        return resolved.error();
    std::vector<Gpu> gpus = wholeGpus(catalog);
    std::stable_sort(gpus.begin(), gpus.end(), [](const Gpu &a, const Gpu &b) { return a.usable < b.usable; });
    *dividesFreely = resolved->memoryIsDivisible;
    const Result<WhatFits> found = whatFits(plan, catalog, gpus, {resolved->plan.weights}, stopped);
    if (!found)
        return found.error();
    std::vector<GpuFit> fits;
    for (const FitCell &cell : found->cells)
        fits.push_back(fitOf(cell, gpus[size_t(cell.gpu)]));
    return fits;
}

/// The engine of a plan, after the defaults.
Result<QString> engineOf(const Plan &plan, const Catalog &catalog)
{
    const Result<ResolvedPlan> resolved = resolve(withGpus(plan, {}, std::nullopt), catalog);
    if (!resolved)
        return resolved.error();
    return resolved->plan.engine;
}

/// Asks about every model of the catalog, the largest first, until `goOn` says no. An error only where it is about
/// something else than the model.
std::optional<Error> eachModel(const Plan &plan, const Catalog &catalog,
                               const std::function<bool(const ResolvedPlan &, const ModelFit &)> &goOn)
{
    std::optional<Error> first;
    bool any = false;
    for (const CatalogEntry *entry : modelsBySize(catalog)) {
        Plan changed = plan;
        changed.model = NamedModel{entry->id};
        const Result<ResolvedPlan> resolved = resolve(changed, catalog);
        if (!resolved) { // a layout that this model does not allow, or a model that no engine serves
            if (!first)
                first = resolved.error();
            continue;
        }
        any = true;
        const Estimate answer = estimate(*resolved);
        ModelFit fit;
        fit.model = entry->id;
        fit.name = entry->name;
        fit.parameters = resolved->parameters.text;
        fit.fits = answer.fits;
        fit.headroom = answer.headroom;
        if (!goOn(*resolved, fit))
            return std::nullopt;
    }
    return any ? std::nullopt : first;
}

} // namespace

std::optional<GpuCountAnswer> fewestGpus(const ResolvedPlan &resolved)
{
    const qint32 needed = estimate(resolved).gpusNeeded;
    if (needed <= 0)
        return std::nullopt;
    if (resolved.memoryIsDivisible)
        return GpuCountAnswer{needed, {needed, 1, 1, 1}};
    for (const LayoutLoad &candidate : resolved.candidates) {
        if (candidate.gpus == needed)
            return GpuCountAnswer{needed, candidate.parallel};
    }
    return std::nullopt;
}

Result<std::vector<FormatFit>> fitOfFormats(const Plan &plan, const Catalog &catalog)
{
    const Result<QString> engine = engineOf(plan, catalog);
    if (!engine)
        return engine.error();
    std::vector<FormatFit> fits;
    for (const QString &format : formatChoices(catalog, *engine)) {
        Plan changed = plan;
        changed.weights = format;
        const Result<ResolvedPlan> resolved = resolve(changed, catalog);
        if (!resolved)
            return resolved.error();
        const Estimate answer = estimate(*resolved);
        fits.push_back({format, answer.fits, answer.total.total(), answer.headroom, answer.gpusNeeded});
    }
    return fits;
}

Result<std::optional<FormatFit>> bestFormat(const Plan &plan, const Catalog &catalog)
{
    Plan native = plan;
    native.weights.clear();
    const Result<ResolvedPlan> published = resolve(native, catalog);
    if (!published)
        return published.error();
    const Result<std::vector<FormatFit>> all = fitOfFormats(plan, catalog);
    if (!all)
        return all.error();
    const double most = published->formats[kOwnFormat].block.bits();
    std::optional<FormatFit> best;
    for (const FormatFit &each : *all) {
        const Format *format = catalog.findFormat(each.format);
        const bool counts = each.fits && format && format->block.bits() <= most;
        if (counts && (!best || each.total > best->total))
            best = each;
    }
    return best;
}

Result<std::vector<LayoutFit>> legalLayouts(const Plan &plan, const Catalog &catalog)
{
    const qint64 gpus = plan.gpuCount();
    std::vector<LayoutFit> fits;
    const Result<ResolvedPlan> any = resolve(withGpus(plan, {}, std::nullopt), catalog);
    if (!any)
        return any.error();
    const auto add = [&](const Parallel &parallel) -> std::optional<Error> {
        const Result<ResolvedPlan> resolved = resolve(withGpus(plan, plan.gpus, parallel), catalog);
        if (!resolved)
            return resolved.error();
        const Estimate answer = estimate(*resolved);
        const SpeedEstimate speed = speedOf(*resolved);
        fits.push_back({parallel, answer.fits, answer.headroom, speed.isKnown ? speed.decodeTokensPerSecondTotal : -1});
        return std::nullopt;
    };
    std::optional<Error> other;
    const auto consider = [&](const Parallel &parallel) {
        const std::optional<Error> error = add(parallel);
        if (error && error->code != QLatin1String("illegal-layout") && error->code != QLatin1String("too-many-loads"))
            other = error;
    };
    const bool splitsLayers = any->engine->splitsLayers();
    for (qint64 tensor = 1; tensor <= gpus; ++tensor) {
        if (gpus % tensor != 0 || (splitsLayers && tensor > 1))
            continue;
        for (qint64 pipeline = 1; pipeline <= gpus / tensor; ++pipeline) {
            if (gpus / tensor % pipeline != 0)
                continue;
            Parallel parallel{qint32(tensor), qint32(pipeline), qint32(gpus / tensor / pipeline), 1};
            if (splitsLayers)
                parallel = {};
            consider(parallel);
            if (any->model->hasExperts() && !splitsLayers) {
                const qint32 all = parallel.tensor * parallel.data;
                if (parallel.tensor > 1) {
                    parallel.expert = parallel.tensor;
                    consider(parallel);
                }
                if (all > parallel.tensor) {
                    parallel.expert = all;
                    consider(parallel);
                }
            }
            if (splitsLayers)
                break;
        }
    }
    if (fits.empty() && other)
        return *other;
    std::stable_sort(fits.begin(), fits.end(),
                     [](const LayoutFit &a, const LayoutFit &b) { return a.headroom > b.headroom; });
    return fits;
}

Result<std::vector<GpuFit>> fitOfGpus(const Plan &plan, const Catalog &catalog, const std::function<bool()> &stopped)
{
    bool dividesFreely = false;
    Result<std::vector<GpuFit>> fits = fitByMemory(plan, catalog, &dividesFreely, stopped);
    if (fits) {
        for (GpuFit &fit : fits.value()) {
            if (stopped && stopped())
                break;
            if (fit.fits && fit.count <= kMaxGpus)
                addSpeed(fit, plan, catalog, dividesFreely);
        }
        std::stable_sort(fits->begin(), fits->end(), [](const GpuFit &a, const GpuFit &b) {
            return std::pair(!a.fits, a.count) < std::pair(!b.fits, b.count);
        });
    }
    return fits;
}

Result<std::optional<GpuFit>> smallestGpu(const Plan &plan, const Catalog &catalog)
{
    bool dividesFreely = false;
    const Result<std::vector<GpuFit>> fits = fitByMemory(plan, catalog, &dividesFreely);
    if (!fits)
        return fits.error();
    const auto found = std::find_if(fits->begin(), fits->end(), [](const GpuFit &each) { return each.count == 1; });
    if (found == fits->end())
        return std::optional<GpuFit>();
    GpuFit smallest = *found;
    addSpeed(smallest, plan, catalog, dividesFreely);
    return std::optional(smallest);
}

Result<std::optional<ModelFit>> largestModel(const Plan &plan, const Catalog &catalog)
{
    std::optional<ModelFit> largest;
    const auto error = eachModel(plan, catalog, [&](const ResolvedPlan &, const ModelFit &fit) {
        if (fit.fits)
            largest = fit;
        return !fit.fits;
    });
    if (error)
        return *error;
    return largest;
}

Result<std::vector<ModelFit>> fitOfModels(const Plan &plan, const Catalog &catalog)
{
    std::vector<ModelFit> fits;
    const auto error = eachModel(plan, catalog, [&](const ResolvedPlan &resolved, ModelFit fit) {
        const SpeedEstimate speed = fit.fits ? speedOf(resolved) : SpeedEstimate();
        if (speed.isKnown) {
            fit.decodeTokensPerSecond = speed.decodeTokensPerSecond;
            fit.speedIsBound = speed.basis == SpeedBasis::Bound;
        }
        fits.push_back(fit);
        return true;
    });
    if (error)
        return *error;
    std::stable_sort(fits.begin(), fits.end(), [](const ModelFit &a, const ModelFit &b) { return a.fits > b.fits; });
    return fits;
}

} // namespace plimsoll
