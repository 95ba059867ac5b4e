// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planning/planning.h"

#include "core/engines/enginerules.h"

#include <QCoreApplication>

#include <algorithm>
#include <utility>

namespace plimsoll {
namespace {

struct Summary {
    ItemBytes total;
    CalibratedBytes calibrated{}; ///< within total
    Bytes headroom;
    qint32 fullest = 0;
    bool fits = false;
};

/// Charges every rank of a layout. `devices` gets them when it is there; the summary is all that the
/// comparison and the search for a count need.
Summary charge(const EngineRules &engine, const LayoutLoad &layout, int format, Workload workload,
               DeviceEstimate *devices)
{
    Summary summary;
    summary.fits = true;
    const qint32 ranks = qint32(std::min(layout.ranks.size(), size_t(kMaxDeviceClasses)));
    DeviceEstimate scratch;
    for (qint32 i = 0; i < ranks; ++i) {
        DeviceEstimate &device = devices ? devices[i] : scratch;
        engine.chargeRank(layout.ranks[size_t(i)], format, workload, layout.parallel.data, device);
        summary.total.add(device.items, device.count);
        for (size_t c = 0; c < kCalibratedCount; ++c)
            summary.calibrated[c] += device.calibrated[c] * device.count;
        summary.fits = summary.fits && device.fits;
        if (i == 0 || device.headroom < summary.headroom) {
            summary.headroom = device.headroom;
            summary.fullest = i;
        }
    }
    return summary;
}

/// The smallest legal count: the first candidate that fits. 0 = none.
qint32 smallestLegal(const ResolvedPlan &resolved, int format)
{
    for (const LayoutLoad &candidate : resolved.candidates) {
        if (charge(*resolved.engine, candidate, format, resolved.workload, nullptr).fits)
            return candidate.gpus;
    }
    return 0;
}

/// The smallest count by memory alone: weights and cache shared evenly, the rest on every GPU as it is on
/// one of two. 0 = none.
qint32 smallestByMemory(const ResolvedPlan &resolved, int format)
{
    if (resolved.candidates.empty())
        return 0;
    const LayoutLoad &one = resolved.candidates.front();
    if (one.gpus > 1) // an option wants more: there is no single GPU to compare with
        return smallestLegal(resolved, format);
    const Workload workload = resolved.workload;
    DeviceEstimate whole;
    resolved.engine->chargeRank(one.ranks.front(), format, workload, 1, whole);
    if (whole.fits)
        return 1;
    if (whole.usable.count() == 0)
        return 0;
    const LayoutLoad &many = resolved.candidates.size() > 1 ? resolved.candidates[1] : one;
    const bool free = resolved.memoryIsDivisible;
    DeviceEstimate part;
    resolved.engine->chargeRank(many.ranks.front(), format, workload, 1, part);
    const auto shared = [](const ItemBytes &items) {
        return items[Item::Weights] + items[Item::KvCache] + items[Item::RecurrentState];
    };
    const Bytes divisible = free ? whole.items.total() : shared(whole.items);
    const Bytes fixedCharged = free ? Bytes() : part.charged - shared(part.items);
    const Bytes fixedAll = free ? Bytes() : part.items.total() - shared(part.items);
    const Bytes room = std::min(part.budget - fixedCharged, part.usable - fixedAll);
    if (room.count() <= 0)
        return 0;
    return qint32(
        std::min<qint64>(std::max<qint64>(free ? 1 : 2, ceilDivide(divisible.count(), room.count())), 1'000'000));
}

void count(const ResolvedPlan &resolved, int format, qint32 *needed, qint32 *byMemory)
{
    if (resolved.gpus.empty())
        return;
    const qint32 memory = smallestByMemory(resolved, format);
    if (resolved.memoryIsDivisible) {
        *needed = *byMemory = memory > 0 ? std::max(memory, resolved.neighbours.gpus) : 0;
        return;
    }
    *needed = smallestLegal(resolved, format);
    *byMemory = *needed > 0 && memory > *needed ? *needed : memory;
}

} // namespace

Estimate estimate(const ResolvedPlan &resolved)
{
    Estimate result;
    result.deviceClasses = qint32(std::min(resolved.layout.ranks.size(), size_t(kMaxDeviceClasses)));
    const Summary summary =
        charge(*resolved.engine, resolved.layout, kOwnFormat, resolved.workload, result.devices.data());
    result.total = summary.total;
    result.calibrated = summary.calibrated;
    result.host = resolved.layout.host[kOwnFormat];
    result.fullest = summary.fullest;
    result.headroom = summary.headroom;
    result.hasGpus = !resolved.gpus.empty();
    result.fits = result.hasGpus && summary.fits;
    result.kvBytesPerToken = resolved.kvBytesPerToken;
    const double tokens = double(resolved.workload.contextLength) * double(resolved.workload.sequences);
    result.kvBytesPerTokenAtContext = double(result.total[Item::KvCache].count()) / tokens;
    if (result.hasGpus)
        resolved.engine->describePool(resolved, result);
    count(resolved, kOwnFormat, &result.gpusNeeded, &result.gpusByMemory);
    result.low = resolved.spread.low(result.total, result.calibrated);
    result.high = resolved.spread.high(result.total, result.calibrated);
    result.ruleOfThumb = resolved.ruleOfThumb;
    result.warnings = resolved.warnings;
    if (result.hasGpus) {
        // The interval speaks about the fullest device: would it fit at the high end, or fail to at the low?
        const DeviceEstimate &fullest = result.devices[size_t(result.fullest)];
        const Bytes here = fullest.items.total();
        const Bytes slack = result.fits ? resolved.spread.high(fullest.items, fullest.calibrated) - here
                                        : here - resolved.spread.low(fullest.items, fullest.calibrated);
        const Bytes distance = result.fits ? result.headroom : Bytes() - result.headroom;
        result.certainty = slack > distance ? Certainty::WithinError : Certainty::Clear;
    }
    return result;
}

Comparison compare(const ResolvedPlan &resolved)
{
    Comparison result;
    result.count = resolved.ownSlot == kOwnFormat ? kFormatSlots : kComparisonFormats;
    result.chosen = resolved.ownSlot;
    for (qint32 f = 0; f < result.count; ++f) {
        ComparisonEntry &entry = result.entries[size_t(f)];
        const Summary summary = charge(*resolved.engine, resolved.layout, f, resolved.workload, nullptr);
        entry.items = summary.total;
        entry.headroom = summary.headroom;
        entry.fits = !resolved.gpus.empty() && summary.fits;
        qint32 byMemory = 0;
        count(resolved, f, &entry.gpusNeeded, &byMemory);
        entry.low = resolved.spread.low(entry.items, summary.calibrated);
        entry.high = resolved.spread.high(entry.items, summary.calibrated);
    }
    return result;
}

Result<Estimate> checkedEstimate(const ResolvedPlan &resolved)
{
    Estimate result = estimate(resolved);
    if (!result.total.total().isSaturated() && !result.high.isSaturated())
        return result;
    return Error{QStringLiteral("too-large"), QStringLiteral("contextLength"),
                 QCoreApplication::translate("Planning", "The plan takes more bytes than 64 bits can count; choose "
                                                         "fewer parameters, a shorter context or fewer sequences"),
                 ErrorKind::Typed};
}

Result<PlanAnswer> answerPlan(const Plan &plan, const Catalog &catalog)
{
    Result<ResolvedPlan> resolved = resolve(plan, catalog);
    if (!resolved)
        return resolved.error();
    const Result<Estimate> estimated = checkedEstimate(*resolved);
    if (!estimated)
        return estimated.error();
    const Comparison comparison = compare(*resolved);
    return PlanAnswer{std::move(resolved).value(), *estimated, comparison};
}

} // namespace plimsoll
