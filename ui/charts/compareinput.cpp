// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planning/plancomparison.h"
#include "core/planning/sentences.h"
#include "ui/charts/barinput.h"
#include "ui/loadline.h"

#include <QCoreApplication>

#include <algorithm>

namespace plimsoll {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(CompareChart)
};

BarColumn columnOf(const QString &name, const ResolvedPlan &plan, const Estimate &estimate, SizeUnit unit)
{
    BarColumn column;
    column.name = name;
    column.items = estimate.total;
    column.low = estimate.low;
    column.high = estimate.high;
    column.facts << verdictSentence(plan, estimate, unit, QLocale());
    if (!estimate.hasGpus)
        return column;
    column.capacity = planCapacity(estimate);
    column.note = gpuListText(plan);
    column.shortNote = Text::tr("× %1").arg(plan.plan.gpuCount());
    column.facts << Text::tr("Its GPUs hold %1").arg(formatSize(column.capacity, unit, QLocale()));
    return column;
}

BarColumn columnOf(const ComparedPlan &pinned, SizeUnit unit)
{
    if (pinned.answer)
        return columnOf(pinned.name, pinned.answer->plan, pinned.answer->estimate, unit);
    BarColumn column;
    column.name = pinned.name;
    column.isAbsent = true;
    if (pinned.isPending)
        return column;
    column.note = Text::tr("no answer");
    column.shortNote = Text::tr("none");
    column.facts << pinned.error.text;
    return column;
}

bool sameGpus(const ComparedPlan &pinned, const ResolvedPlan &plan)
{
    return !pinned.answer || pinned.answer->plan.plan.gpus == plan.plan.gpus;
}

} // namespace

BarInput compareInput(const ChartValues &values)
{
    BarInput input;
    input.unit = values.unit;
    input.title = Text::tr("Plans side by side; this one: %1").arg(planTitle(values.plan, QLocale()));
    input.chosen = 0;
    input.nameLines = 2;
    input.lineNote = Text::tr("dashes: what its GPUs hold");
    input.columns.push_back(columnOf(thisPlanName(), values.plan, values.estimate, values.unit));
    input.columns.front().shortName = Text::tr("This");

    const std::vector<ComparedPlan> none;
    const std::vector<ComparedPlan> &pinned = values.pinned ? *values.pinned : none;
    bool alike = true;
    for (size_t i = 0; i < pinned.size(); ++i) {
        BarColumn column = columnOf(pinned[i], values.unit);
        column.shortName = QString::number(i + 1);
        alike = alike && sameGpus(pinned[i], values.plan)
                && (column.isAbsent || column.capacity == input.columns.front().capacity);
        input.columns.push_back(column);
    }
    if (alike)
        input.capacity = CapacityLines::ofPlan(values);
    return input;
}

} // namespace plimsoll
