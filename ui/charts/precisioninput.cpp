// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engines/enginerules.h"
#include "core/planning/sentences.h"
#include "ui/charts/barinput.h"

#include <QCoreApplication>

namespace plimsoll {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(PrecisionChart)
};

constexpr const char *kNames[kComparisonFormats] = {"FP32", "FP16", "INT8", "INT4"};

void sayGpus(BarColumn &column, const ComparisonEntry &entry)
{
    const bool any = entry.gpusNeeded > 0;
    column.note = any ? gpuCountText(entry.gpusNeeded) : Text::tr("fits on none");
    column.shortNote = any ? Text::tr("\u00d7 %1").arg(entry.gpusNeeded) : Text::tr("none");
    column.facts << (entry.fits ? Text::tr("Fits on the chosen GPUs") : Text::tr("Does not fit on the chosen GPUs"));
    if (any)
        column.facts << Text::tr("Needs %1").arg(gpuCountText(entry.gpusNeeded));
}

} // namespace

BarInput precisionInput(const ChartValues &values)
{
    BarInput input;
    input.unit = values.unit;
    input.title = Text::tr("Memory by precision: %1").arg(planTitle(values.plan, QLocale()));
    input.chosen = values.comparison.chosen;

    std::array<ComparisonFormat, kComparisonFormats> formats;
    if (values.plan.engine)
        formats = values.plan.engine->comparisonFormats();
    for (int i = 0; i < values.comparison.count; ++i) {
        const ComparisonEntry &entry = values.comparison.entries[size_t(i)];
        BarColumn column;
        column.name = i < kComparisonFormats ? QString::fromLatin1(kNames[i]) : values.plan.formats[size_t(i)].name;
        if (i < kComparisonFormats && formats[size_t(i)].as != column.name)
            column.as = formats[size_t(i)].as;
        column.items = entry.items;
        column.low = entry.low;
        column.high = entry.high;
        if (values.estimate.hasGpus)
            sayGpus(column, entry);
        input.columns.push_back(column);
    }

    input.capacity = CapacityLines::ofPlan(values);
    return input;
}

} // namespace plimsoll
