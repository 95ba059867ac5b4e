// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planning/fit/whatfits.h"

#include "core/engines/enginerules.h"
#include "core/planning/fit/formatchoices.h"
#include "core/planning/layouts.h"
#include "core/planning/planning.h"

#include <QMap>

#include <algorithm>
#include <array>

namespace plimsoll {
namespace {

constexpr int kFormatsAtOnce = kFormatSlots - 1; // the last slot stays the plan's own, which a file may store

/// Legal layouts on one kind of GPU, each charged with the workload when it is first looked at.
class Layouts
{
public:
    Layouts(const ResolvedPlan &base, const EngineInput &input, const Gpu &gpu)
        : m_base(base)
        , m_input(input)
        , m_gpu(gpu)
        , m_all(candidateLayouts(*base.engine, input, gpu))
        , m_applied(m_all.size(), false)
    {
    }

    size_t count() const { return m_all.size(); }

    const LayoutLoad &at(size_t index)
    {
        if (!m_applied[index])
            m_base.engine->applyWorkload(m_all[index], m_base.workload);
        m_applied[index] = true;
        return m_all[index];
    }

    /// The layout on another GPU of the class.
    struct Charged {
        bool fits = true;
        Bytes total, headroom;
    };
    Charged charge(size_t index, const Gpu &gpu, int slot)
    {
        const LayoutLoad &layout = at(index);
        Charged result;
        DeviceEstimate device;
        bool first = true;
        for (const RankLoad &rank : layout.ranks) {
            RankLoad moved = rank;
            m_base.engine->moveTo(moved, m_gpu, gpu, m_input);
            m_base.engine->chargeRank(moved, slot, m_base.workload, layout.parallel.data, device);
            result.fits = result.fits && device.fits;
            result.total += device.items.total() * device.count;
            result.headroom = first ? device.headroom : std::min(result.headroom, device.headroom);
            first = false;
        }
        return result;
    }

private:
    const ResolvedPlan &m_base;
    const EngineInput &m_input;
    const Gpu &m_gpu;
    std::vector<LayoutLoad> m_all;
    std::vector<bool> m_applied;
};

FitCell cellOf(Layouts &layouts, const Gpu &gpu, int slot)
{
    FitCell cell;
    for (size_t i = 0; i < layouts.count(); ++i) {
        const Layouts::Charged charged = layouts.charge(i, gpu, slot);
        if (i == 0) {
            cell.total = charged.total;
            cell.headroom = charged.headroom;
        }
        if (!charged.fits)
            continue;
        cell.total = charged.total;
        cell.headroom = charged.headroom;
        cell.count = layouts.at(i).gpus;
        cell.parallel = layouts.at(i).parallel;
        break;
    }
    return cell;
}

/// Engines that divide freely take any number: of equal shares of the same total.
FitCell dividedCell(Layouts &layouts, const Gpu &gpu, int slot)
{
    FitCell cell;
    const Layouts::Charged one = layouts.charge(0, gpu, slot);
    cell.total = one.total;
    cell.headroom = one.headroom;
    const Bytes usable = one.headroom + one.total;
    if (usable.count() <= 0)
        return cell;
    cell.count =
        qint32(std::min<qint64>(std::max<qint64>(1, ceilDivide(one.total.count(), usable.count())), 1'000'000));
    cell.parallel = {cell.count, 1, 1, 1};
    cell.headroom = usable - Bytes(ceilDivide(one.total.count(), cell.count));
    return cell;
}

BitsPerWeight kvBlock(const Catalog &catalog, const ResolvedPlan &base, const QString &wanted, const Format &format)
{
    const QString id = wanted == QLatin1String("auto") ? base.engine->defaultKvFormat(*base.model, format) : wanted;
    const Format *known = catalog.findFormat(id);
    return known ? known->block : BitsPerWeight{2, 1};
}

} // namespace

std::vector<Gpu> wholeGpus(const Catalog &catalog)
{
    std::vector<Gpu> gpus;
    for (const CatalogEntry &entry : catalog.gpus()) {
        if (entry.id.contains(QLatin1Char('/'))) // a MIG slice
            continue;
        if (Result<Gpu> gpu = catalog.gpu(entry.id, QString()))
            gpus.push_back(std::move(gpu).value());
    }
    return gpus;
}

Result<WhatFits> whatFits(const Plan &plan, const Catalog &catalog, std::span<const Gpu> gpus,
                          const QStringList &formats, const std::function<bool()> &stopped)
{
    Plan bare = plan;
    bare.gpus.clear();
    bare.parallel.reset();
    const Result<ResolvedPlan> resolved = resolve(bare, catalog);
    if (!resolved)
        return resolved.error();
    const ResolvedPlan &base = *resolved;

    WhatFits result;
    result.formats = formats.isEmpty() ? formatChoices(catalog, base.plan.engine) : formats;
    std::vector<Format> chosen;
    for (const QString &id : std::as_const(result.formats)) {
        const bool own = id == QLatin1String("native") && base.plan.weights == id;
        Result<Format> format = own ? base.formats[kOwnFormat] : catalog.format(id, QStringLiteral("weights"));
        if (!format)
            return format.error();
        chosen.push_back(std::move(format).value());
    }

    const size_t columns = chosen.size();
    std::vector<FitCell> cells(gpus.size() * columns);
    std::vector<bool> runs(gpus.size());
    for (size_t g = 0; g < gpus.size(); ++g)
        runs[g] = runsOn(base.plan.engine, gpus[g]);
    for (size_t first = 0; first < columns; first += kFormatsAtOnce) {
        const size_t many = std::min<size_t>(kFormatsAtOnce, columns - first);
        std::array<Format, kFormatSlots> slots = base.formats;
        std::array<KvFormats, kFormatSlots> kv = base.kv;
        for (size_t i = 0; i < many; ++i) {
            slots[i] = chosen[first + i];
            kv[i] = {kvBlock(catalog, base, base.plan.kvKeys, slots[i]),
                     kvBlock(catalog, base, base.plan.kvValues, slots[i])};
        }
        EngineInput input{*base.model,
                          slots,
                          kv,
                          base.workload.contextLength,
                          base.options,
                          base.engineVersion,
                          plan.reserve,
                          base.modelTensors.get(),
                          base.plan.weights == QLatin1String("native"),
                          base.plan.kvKeys,
                          base.plan.kvValues,
                          base.draft.get(),
                          nullptr};
        input.data = base.engine->prepare(input);

        QMap<QString, QList<size_t>> classes;
        for (size_t g = 0; g < gpus.size(); ++g) {
            if (runs[g])
                classes[QStringLiteral("%1 / %2").arg(base.engine->gpuClass(gpus[g], input)).arg(gpus[g].maxPerNode)]
                    .append(g);
        }
        for (const QList<size_t> &members : std::as_const(classes)) {
            if (stopped && stopped())
                return result;
            Layouts layouts(base, input, gpus[members.front()]);
            for (const size_t g : members) {
                for (size_t i = 0; i < many; ++i) {
                    // The plan's own format is looked at in its own slot, where a file's tensors are known.
                    const bool own = result.formats.at(qsizetype(first + i)) == QLatin1String("native");
                    const int slot = own ? kOwnFormat : int(i);
                    FitCell cell =
                        base.memoryIsDivisible ? dividedCell(layouts, gpus[g], slot) : cellOf(layouts, gpus[g], slot);
                    cell.gpu = qint32(g);
                    cell.format = qint32(first + i);
                    cells[g * columns + first + i] = cell;
                }
            }
        }
    }
    for (size_t g = 0; g < gpus.size(); ++g) {
        for (size_t i = 0; i < columns && runs[g]; ++i)
            result.cells.push_back(cells[g * columns + i]);
    }
    return result;
}

} // namespace plimsoll
