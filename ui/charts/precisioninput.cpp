// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/precisioninput.h"

#include "core/engines/enginerules.h"
#include "core/planning/sentences.h"
#include "ui/loadline.h"

#include <QCoreApplication>
#include <QStringList>

namespace plimsoll {

namespace {

struct PrecisionText {
    Q_DECLARE_TR_FUNCTIONS(PrecisionChart)
};

constexpr const char *kNames[kComparisonFormats] = {"FP32", "FP16", "INT8", "INT4"};

} // namespace

QString gpuCountText(qint32 count)
{
    // Two texts: English has a plural of its own only where a translation is loaded.
    return count == 1 ? PrecisionText::tr("1 GPU") : PrecisionText::tr("%n GPUs", nullptr, count);
}

QString barNumber(Bytes size, SizeUnit unit)
{
    const double value = unit == SizeUnit::GiB ? size.gibibytes() : size.gigabytes();
    // 9.96 would read "10.0" with the decimal of the numbers below ten.
    return formatSizeNumber(size, unit, value < 9.95 && size > Bytes() ? 1 : 0, QLocale());
}

double PrecisionInput::inUnit(Bytes size) const
{
    return unit == SizeUnit::GiB ? size.gibibytes() : size.gigabytes();
}

PrecisionInput PrecisionInput::from(const ChartValues &values)
{
    PrecisionInput input;
    input.unit = values.unit;
    input.title = PrecisionText::tr("Memory by precision: %1").arg(planTitle(values.plan, QLocale()));
    input.chosen = values.comparison.chosen;

    std::array<ComparisonFormat, kComparisonFormats> formats;
    if (values.plan.engine)
        formats = values.plan.engine->comparisonFormats();
    for (int i = 0; i < values.comparison.count; ++i) {
        const ComparisonEntry &entry = values.comparison.entries[size_t(i)];
        PrecisionColumn column;
        column.name = i < kComparisonFormats ? QString::fromLatin1(kNames[i]) : values.plan.formats[size_t(i)].name;
        if (i < kComparisonFormats && formats[size_t(i)].as != column.name)
            column.as = formats[size_t(i)].as;
        column.items = entry.items;
        column.gpusNeeded = entry.gpusNeeded;
        column.fits = entry.fits;
        input.columns.push_back(column);
    }

    input.hasGpus = values.estimate.hasGpus;
    if (input.hasGpus) {
        input.gpuCount = qint32(values.plan.plan.gpuCount());
        input.ownCapacity = planCapacity(values.estimate);
        if (values.plan.gpus.size() == 1) {
            input.gpuName = values.plan.gpus.front().name;
            input.unitCapacity = deviceCapacity(values.estimate.devices[size_t(values.estimate.fullest)]);
        }
    }
    return input;
}

QString PrecisionInput::columnText(int column) const
{
    const PrecisionColumn &bar = columns[size_t(column)];
    QStringList lines;
    const QString heading = bar.as.isEmpty() ? bar.name : PrecisionText::tr("%1 (%2)").arg(bar.name, bar.as);
    lines << PrecisionText::tr("%1: %2").arg(heading, formatSize(bar.items.total(), unit, QLocale()));
    for (int i = kItemCount - 1; i >= 0; --i) {
        const Bytes size = bar.items.bytes[size_t(i)];
        if (size > Bytes())
            lines << PrecisionText::tr("%1: %2").arg(itemName(Item(i)), formatSize(size, unit, QLocale()));
    }
    if (hasGpus) {
        lines << (bar.fits ? PrecisionText::tr("Fits on the chosen GPUs")
                           : PrecisionText::tr("Does not fit on the chosen GPUs"));
        if (bar.gpusNeeded > 0)
            lines << PrecisionText::tr("Needs %1").arg(gpuCountText(bar.gpusNeeded));
    }
    return lines.join(QLatin1Char('\n'));
}

QString PrecisionInput::description() const
{
    QStringList sentences{title};
    for (size_t i = 0; i < columns.size(); ++i) {
        QString text = columnText(int(i)).replace(QLatin1Char('\n'), QLatin1String("; "));
        if (int(i) == chosen)
            text = PrecisionText::tr("%1; chosen").arg(text);
        sentences << text;
    }
    if (ownCapacity > Bytes()) {
        sentences << PrecisionText::tr("Load line of the chosen %1: %2")
                         .arg(gpuCountText(gpuCount), formatSize(ownCapacity, unit, QLocale()));
    }
    return sentences.join(QLatin1String(". ")) + QLatin1Char('.');
}

} // namespace plimsoll
