// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engines/enginerules.h"
#include "core/planning/explain/waterfall.h"
#include "core/planning/sentences.h"
#include "core/tables/tablemakers.h"
#include "core/tables/tableparts.h"

#include <QCoreApplication>

#include <span>

namespace plimsoll {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Tables)
};

std::span<const DeviceEstimate> devicesOf(const Estimate &estimate)
{
    return {estimate.devices.data(), size_t(estimate.deviceClasses)};
}

double percent(Bytes part, Bytes whole)
{
    return whole == Bytes() ? 0 : 100.0 * double(part.count()) / double(whole.count());
}

/// What people get of a plan without GPUs says nothing of GPUs.
TableReader ofGpus(const Estimate &estimate)
{
    return estimate.hasGpus ? TableReader::All : TableReader::Machines;
}

} // namespace

Table breakdownTable(const TableValues &values)
{
    const Estimate &estimate = values.estimate;
    const ItemBytes &fullest = estimate.devices[size_t(estimate.fullest)].items;
    const bool usesHost = estimate.host.total() > Bytes();
    Table table;
    table.title = Text::tr("Memory by item: %1").arg(planTitle(values.plan, values.locale));
    table.endsInTotal = true;
    table.add("item", Text::tr("Item"));
    table.add("fullest_gpu_bytes", estimate.deviceClasses > 1 ? Text::tr("Fullest GPU") : Text::tr("Per GPU"),
              TableUnit::Bytes, ofGpus(estimate));
    table.add("total_bytes", Text::tr("In all"), TableUnit::Bytes);
    table.add("share_percent", Text::tr("Share"), TableUnit::Percent);
    table.add("host_bytes", Text::tr("Computer's memory"), TableUnit::Bytes,
              usesHost ? TableReader::All : TableReader::Machines);
    table.add("why", Text::tr("Why"));
    const auto add = [&](const TableCell &item, Bytes each, Bytes all, Bytes host, const QString &why, bool isAny) {
        table.rows.push_back({{item, each, all, TableCell::number(percent(all, estimate.total.total())), host, why},
                              isAny ? TableReader::All : TableReader::Machines});
    };
    for (int i = 0; i < kItemCount; ++i) {
        const Item item = Item(i);
        const bool isAny = estimate.total[item] > Bytes() || estimate.host[item] > Bytes();
        add({QLatin1String(itemKey(item)), itemName(item)}, fullest[item], estimate.total[item], estimate.host[item],
            isAny ? values.plan.engine->explain(item, values.plan, estimate, values.locale).why : QString(), isAny);
    }
    add({QStringLiteral("total"), Text::tr("Total")}, fullest.total(), estimate.total.total(), estimate.host.total(),
        {}, true);
    return table;
}

Table gpusTable(const TableValues &values)
{
    const Estimate &estimate = values.estimate;
    const bool hasStages = values.plan.layout.parallel.pipeline > 1;
    Table table;
    table.title = Text::tr("Memory per GPU: %1").arg(planTitle(values.plan, values.locale));
    table.endsInTotal = estimate.hasGpus;
    table.add("gpu", Text::tr("GPU"));
    table.add("gpus", Text::tr("Number"), TableUnit::None, ofGpus(estimate));
    table.add("stage", Text::tr("Stage"), TableUnit::None, hasStages ? TableReader::All : TableReader::Machines);
    addItemColumns(table, estimate.total);
    table.add("usable_bytes", Text::tr("Usable"), TableUnit::Bytes, ofGpus(estimate));
    table.add("budget_bytes", Text::tr("The engine's share"), TableUnit::Bytes, TableReader::Machines);
    table.add("pool_bytes", Text::tr("KV cache pool"), TableUnit::Bytes, TableReader::Machines);
    table.add("headroom_bytes", Text::tr("To spare"), TableUnit::Bytes, ofGpus(estimate));
    table.add("fits", Text::tr("Fits"), TableUnit::None, ofGpus(estimate));
    qint64 gpus = 0;
    for (const DeviceEstimate &device : devicesOf(estimate)) {
        const bool known = estimate.hasGpus && size_t(device.gpuIndex) < values.plan.gpus.size();
        const Gpu *gpu = known ? &values.plan.gpus[size_t(device.gpuIndex)] : nullptr;
        TableRow row;
        row.cells.push_back(gpu ? TableCell(gpu->id, gpu->name) : TableCell({}, Text::tr("One device")));
        row.cells.push_back(TableCell::count(device.count));
        row.cells.push_back(TableCell::count(device.stage));
        if (hasStages)
            row.cells.back().shown = values.locale.toString(device.stage + 1);
        addItemCells(row, device.items);
        if (gpu) {
            row.cells.insert(row.cells.end(), {device.usable, device.budget, device.pool, device.headroom,
                                               TableCell::yesNo(device.fits)});
        } else {
            row.cells.resize(table.columns.size());
        }
        gpus += device.count;
        table.rows.push_back(std::move(row));
    }
    TableRow sum;
    sum.cells = {TableCell(QStringLiteral("total"), Text::tr("All")), TableCell::count(gpus), TableCell()};
    addItemCells(sum, estimate.total);
    sum.cells.resize(table.columns.size());
    if (estimate.hasGpus)
        sum.cells.back() = TableCell::yesNo(estimate.fits);
    sum.reader = ofGpus(estimate); // of one device the sum says nothing
    table.rows.push_back(std::move(sum));
    return table;
}

Table precisionsTable(const TableValues &values)
{
    static constexpr std::array<const char *, kComparisonFormats> ids = {"fp32", "fp16", "int8", "int4"};
    static constexpr std::array<const char *, kComparisonFormats> names = {"FP32", "FP16", "INT8", "INT4"};
    const auto meanings = values.plan.engine->comparisonFormats();
    const Comparison &comparison = values.comparison;
    ItemBytes present;
    for (qint32 i = 0; i < comparison.count; ++i)
        present.add(comparison.entries[size_t(i)].items, 1);
    Table table;
    table.title = Text::tr("Memory by precision: %1").arg(planTitle(values.plan, values.locale));
    table.add("precision", Text::tr("Precision"));
    table.add("stored_as", Text::tr("Stored as"));
    addItemColumns(table, present);
    table.add("low_bytes", Text::tr("90 % interval from"), TableUnit::Bytes);
    table.add("high_bytes", Text::tr("to", "the end of an interval"), TableUnit::Bytes);
    table.add("gpus_needed", Text::tr("GPUs needed"), TableUnit::None, ofGpus(values.estimate));
    table.add("fits", Text::tr("Fits"), TableUnit::None, ofGpus(values.estimate));
    table.add("is_plan", {}, TableUnit::None, TableReader::Machines);
    for (qint32 i = 0; i < comparison.count; ++i) {
        const ComparisonEntry &entry = comparison.entries[size_t(i)];
        const bool isOneOfFour = i < kComparisonFormats;
        const Format &own = values.plan.formats[size_t(kOwnFormat)];
        const QString name = isOneOfFour ? QString::fromLatin1(names[size_t(i)]) : own.name;
        const bool isPlan = i == comparison.chosen;
        TableRow row;
        row.cells = {TableCell(isOneOfFour ? QString::fromLatin1(ids[size_t(i)]) : own.id,
                               isPlan ? Text::tr("%1 (this plan)").arg(name) : name),
                     TableCell(isOneOfFour ? QString(meanings[size_t(i)].as) : own.name)};
        addItemCells(row, entry.items);
        for (const Bytes end : {entry.low, entry.high}) {
            row.cells.push_back(end);
            if (entry.low >= entry.high) // what is exact as far as anybody knows has none
                row.cells.back().shown = QStringLiteral("–");
        }
        if (values.estimate.hasGpus) {
            row.cells.push_back(knownCount(entry.gpusNeeded));
            if (entry.gpusNeeded == 0)
                row.cells.back().shown = Text::tr("none");
            row.cells.push_back(TableCell::yesNo(entry.fits));
        } else {
            row.cells.resize(row.cells.size() + 2);
        }
        row.cells.push_back(TableCell::yesNo(isPlan));
        table.rows.push_back(std::move(row));
    }
    return table;
}

Table waterfallTable(const TableValues &values)
{
    Table table;
    table.title = Text::tr("From the rule of thumb to the answer: %1").arg(planTitle(values.plan, values.locale));
    table.add("step", Text::tr("Step"));
    table.add("change_bytes", Text::tr("Change"), TableUnit::Bytes);
    table.add("total_bytes", Text::tr("In all"), TableUnit::Bytes);
    table.add("formula", Text::tr("Formula"));
    table.add("numbers", Text::tr("With its numbers"));
    for (const WaterfallStep &step : waterfall(values.plan, values.estimate, values.locale)) {
        table.rows.push_back(
            {{TableCell(step.key, step.label), step.delta, step.total, step.formula, step.numbers}, TableReader::All});
    }
    return table;
}

} // namespace plimsoll
