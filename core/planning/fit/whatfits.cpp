// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planning/fit/whatfits.h"

#include "core/calibration/calibratedplan.h"
#include "core/engines/enginerules.h"
#include "core/planning/fit/formatchoices.h"
#include "core/planning/layouts.h"
#include "core/planning/planning.h"

#include <QMap>

#include <algorithm>
#include <array>
#include <atomic>
#include <mutex>
#include <thread>

namespace plimsoll {
namespace {

constexpr int kFormatsAtOnce = kFormatSlots - 1; // the last slot stays the plan's own, which a file may store

/// Legal layouts on GPUs of one class. They stand on one GPU at a time and are moved to the next.
class Layouts
{
public:
    /// `known` are those of the same class in other formats, where there are any.
    Layouts(const ResolvedPlan &base, const EngineInput &input, const Gpu &gpu, std::span<const LayoutLoad> known)
        : m_base(base)
        , m_input(input)
        , m_known(known)
    {
        for (LayoutLoad &load : candidateLayouts(*base.engine, input, gpu, base.neighbours.gpus))
            m_all.push_back({std::move(load), &gpu, false});
    }

    size_t count() const { return m_all.size(); }
    qint32 fewest() const { return m_base.neighbours.gpus; }

    std::vector<LayoutLoad> take() &&
    {
        std::vector<LayoutLoad> loads;
        for (Placed &placed : m_all)
            loads.push_back(std::move(placed.load));
        return loads;
    }

    /// On that GPU of the class, charged with the workload.
    const LayoutLoad &at(size_t index, const Gpu &gpu)
    {
        Placed &placed = m_all[index];
        if (!placed.applied) { // when it is first looked at: most GPUs need few of them
            if (index < m_known.size())
                m_base.engine->takeWorkload(placed.load, m_known[index]);
            m_base.engine->applyWorkload(placed.load, m_base.workload);
        }
        placed.applied = true;
        if (placed.gpu != &gpu) {
            m_base.engine->moveTo(placed.load, *placed.gpu, gpu, m_input);
            calibrate(placed.load, *m_base.engine, m_input, {&gpu, 1});
        }
        placed.gpu = &gpu;
        return placed.load;
    }

    struct Charged {
        bool fits = true;
        Bytes total, headroom;
    };
    /// The first layout is summed up in any case, others no further than they fit.
    Charged charge(size_t index, const Gpu &gpu, int slot)
    {
        const LayoutLoad &layout = at(index, gpu);
        Charged result;
        DeviceEstimate device;
        bool first = true;
        for (const RankLoad &rank : layout.ranks) {
            m_base.engine->chargeRank(rank, slot, m_base.workload, layout.parallel.data, device);
            result.fits = result.fits && device.fits;
            if (!result.fits && index > 0)
                break;
            result.total += device.items.total() * device.count;
            result.headroom = first ? device.headroom : std::min(result.headroom, device.headroom);
            first = false;
        }
        return result;
    }

private:
    struct Placed {
        LayoutLoad load;
        const Gpu *gpu;
        bool applied;
    };
    const ResolvedPlan &m_base;
    const EngineInput &m_input;
    std::span<const LayoutLoad> m_known;
    std::vector<Placed> m_all;
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
        cell.count = layouts.at(i, gpu).gpus;
        cell.parallel = layouts.at(i, gpu).parallel;
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
    const qint64 fewest = std::max(1, layouts.fewest());
    cell.count = qint32(std::min<qint64>(std::max(fewest, ceilDivide(one.total.count(), usable.count())), 1'000'000));
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

/// What the reserve and the plans beside it take of every GPU: all of one on which those cannot run.
std::vector<Bytes> reservesOn(const ResolvedPlan &base, const Catalog &catalog, std::span<const Gpu> gpus)
{
    std::vector<Bytes> reserves(gpus.size(), base.plan.reserve);
    if (base.plan.beside.empty())
        return reserves;
    Plan plan = base.plan;
    plan.gpus.resize(1);
    for (size_t g = 0; g < gpus.size(); ++g) {
        plan.gpus.front() = {gpus[g].id, base.neighbours.gpus};
        const Result<Neighbours> neighbours = neighboursOn(plan, catalog);
        const Bytes taken = neighbours ? neighbours->taken : gpus[g].usable;
        reserves[g] += std::min(taken, gpus[g].usable - Bytes(1)); // a GPU of no memory would be no GPU
    }
    return reserves;
}

struct Column {
    Format format;
    bool isOwn; ///< the plan's own, looked at in its own slot, where a file's tensors are known
};

/// Layouts that were worked out in some formats, by class of GPU: what does not depend on the format is there.
using KnownLayouts = QMap<QString, std::vector<LayoutLoad>>;

QString classOf(const ResolvedPlan &base, const EngineInput &input, const Gpu &gpu)
{
    const EngineRules &engine = *base.engine;
    const QString id = engine.gpuClass(gpu, input);
    const bool knowsNodes = !engine.splitsLayers() && !engine.dividesFreely();
    return knowsNodes ? QStringLiteral("%1 / %2").arg(id).arg(gpu.maxPerNode) : id;
}

/// As many formats as an engine sums up at once, on every GPU that it runs on.
/// `reserves` are what others take of each GPU.
void fillColumns(const ResolvedPlan &base, const Catalog &catalog, std::span<const Gpu> gpus,
                 const std::vector<bool> &runs, const std::vector<Bytes> &reserves, std::span<const Column> columns,
                 KnownLayouts &known, const std::function<void(size_t, size_t, FitCell)> &put,
                 const std::function<bool()> &goesOn)
{
    std::array<Format, kFormatSlots> slots = base.formats;
    std::array<KvFormats, kFormatSlots> kv = base.kv;
    for (size_t i = 0; i < columns.size(); ++i) {
        slots[i] = columns[i].format;
        kv[i] = {kvBlock(catalog, base, base.plan.kvKeys, slots[i]),
                 kvBlock(catalog, base, base.plan.kvValues, slots[i])};
    }
    EngineInput input = engineInput(base, slots, kv);

    QMap<QString, QList<size_t>> classes;
    for (size_t g = 0; g < gpus.size(); ++g) {
        if (runs[g])
            classes[classOf(base, input, gpus[g])].append(g);
    }
    for (auto each = classes.cbegin(); each != classes.cend(); ++each) {
        if (!goesOn())
            return;
        const QList<size_t> &members = each.value();
        std::vector<LayoutLoad> &before = known[each.key()];
        input.reserve = reserves[members.front()];
        Layouts layouts(base, input, gpus[members.front()], before);
        for (const size_t g : members) {
            input.reserve = reserves[g];
            for (size_t i = 0; i < columns.size(); ++i) {
                const int slot = columns[i].isOwn ? kOwnFormat : int(i);
                put(g, i,
                    base.memoryIsDivisible ? dividedCell(layouts, gpus[g], slot) : cellOf(layouts, gpus[g], slot));
            }
        }
        if (before.empty())
            before = std::move(layouts).take();
    }
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

std::vector<const CatalogEntry *> modelsBySize(const Catalog &catalog)
{
    std::vector<const CatalogEntry *> models;
    for (const CatalogEntry &entry : catalog.models())
        models.push_back(&entry);
    std::stable_sort(models.begin(), models.end(), [](const auto *a, const auto *b) { return a->size > b->size; });
    return models;
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
    std::vector<Column> chosen;
    for (const QString &id : std::as_const(result.formats)) {
        const bool own = id == QLatin1String("native") && base.plan.weights == id;
        Result<Format> format = own ? base.formats[kOwnFormat] : catalog.format(id, QStringLiteral("weights"));
        if (!format)
            return format.error();
        chosen.push_back({std::move(format).value(), own});
    }

    const size_t columns = chosen.size();
    std::vector<FitCell> cells(gpus.size() * columns);
    std::vector<bool> runs(gpus.size());
    for (size_t g = 0; g < gpus.size(); ++g)
        runs[g] = runsOn(base.plan.engine, gpus[g]);
    const std::vector<Bytes> reserves = reservesOn(base, catalog, gpus);
    std::mutex asking;
    std::atomic<bool> isStopped = false;
    const auto goesOn = [&] {
        if (stopped && !isStopped) {
            const std::lock_guard lock(asking);
            isStopped = isStopped || stopped();
        }
        return !isStopped;
    };
    const auto fill = [&](size_t first, KnownLayouts &known) {
        fillColumns(
            base, catalog, gpus, runs, reserves,
            {chosen.data() + first, std::min<size_t>(kFormatsAtOnce, columns - first)}, known,
            [&](size_t gpu, size_t column, FitCell cell) {
                cell.gpu = qint32(gpu);
                cell.format = qint32(first + column);
                cells[gpu * columns + first + column] = cell;
            },
            goesOn);
    };
    // A batch of formats writes columns of its own, so that two cores can work on two of them.
    std::atomic<size_t> next = 0;
    const auto work = [&] {
        KnownLayouts known;
        for (size_t batch = next++; batch * kFormatsAtOnce < columns && !isStopped; batch = next++)
            fill(batch * kFormatsAtOnce, known);
    };
    const size_t batches = (columns + kFormatsAtOnce - 1) / kFormatsAtOnce;
    std::vector<std::thread> helpers(std::min<size_t>(batches, std::max(1U, std::thread::hardware_concurrency())) - 1);
    for (std::thread &helper : helpers)
        helper = std::thread(work);
    work();
    for (std::thread &helper : helpers)
        helper.join();
    if (isStopped)
        return result;
    for (size_t g = 0; g < gpus.size(); ++g) {
        for (size_t i = 0; i < columns && runs[g]; ++i)
            result.cells.push_back(cells[g * columns + i]);
    }
    return result;
}

} // namespace plimsoll
