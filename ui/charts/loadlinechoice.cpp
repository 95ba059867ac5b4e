// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/loadlinechoice.h"

#include "ui/loadline.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace plimsoll {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(LoadLines)
};

constexpr size_t kMaxLines = 5;
constexpr qint32 kMaxCount = 1 << 24;

QString labelOf(const QString &name, Bytes capacity, SizeUnit unit)
{
    return Text::tr("%1: %2 %3").arg(name, barNumber(capacity, unit), unitName(unit));
}

/// 1, 2, 4 ... on the scale, without the plan's own, most telling first.
std::vector<qint32> countsByWorth(const CapacityLines &lines, double load, double perGpu, double axisTop)
{
    std::vector<qint32> counts;
    for (qint32 count = 1; perGpu > 0 && count <= kMaxCount && perGpu * count <= axisTop; count *= 2) {
        if (count != lines.gpus)
            counts.insert(counts.begin(), count);
    }
    if (counts.empty())
        return counts;
    std::rotate(counts.begin(), counts.end() - 1, counts.end());
    qint32 carries = kMaxCount;
    for (qint32 count : counts) {
        if (perGpu * count >= load)
            carries = std::min(carries, count);
    }
    std::stable_partition(counts.begin(), counts.end(), [&](qint32 count) { return count == carries; });
    return counts;
}

} // namespace

CapacityLines CapacityLines::ofPlan(const ChartValues &values)
{
    CapacityLines lines;
    if (!values.estimate.hasGpus)
        return lines;
    lines.gpus = qint32(values.plan.plan.gpuCount());
    lines.own = planCapacity(values.estimate);
    lines.ownName = gpuCountText(lines.gpus);
    if (values.plan.gpus.size() == 1)
        lines.perGpu = deviceCapacity(values.estimate.devices[size_t(values.estimate.fullest)]);
    return lines;
}

std::vector<ChosenLine> chooseLoadLines(const CapacityLines &lines, Bytes load, SizeUnit unit, double axisTop,
                                        double labelShare)
{
    std::vector<ChosenLine> chosen;
    const double own = inUnit(lines.own, unit);
    if (own <= 0)
        return chosen;
    const bool offScale = own > axisTop;
    QString label = labelOf(lines.ownName, lines.own, unit);
    if (offScale)
        label = Text::tr("\u2191 %1").arg(label);
    chosen.push_back({own, lines.gpus, true, offScale, label});

    const double perGpu = inUnit(lines.perGpu, unit);
    for (qint32 count : countsByWorth(lines, inUnit(load, unit), perGpu, axisTop)) {
        const double value = perGpu * count;
        const bool collides = std::any_of(chosen.begin(), chosen.end(), [&](const ChosenLine &line) {
            return std::abs(std::min(line.value, axisTop) - value) < labelShare * axisTop;
        });
        if (!collides && chosen.size() < kMaxLines)
            chosen.push_back({value, count, false, false, labelOf(gpuCountText(count), lines.perGpu * count, unit)});
    }
    return chosen;
}

QString gpuCountText(qint32 count)
{
    // Two texts: English has a plural of its own only where a translation is loaded.
    return count == 1 ? Text::tr("1 GPU") : Text::tr("%n GPUs", nullptr, count);
}

double inUnit(Bytes size, SizeUnit unit)
{
    return unit == SizeUnit::GiB ? size.gibibytes() : size.gigabytes();
}

QString barNumber(Bytes size, SizeUnit unit)
{
    // 9.96 would read "10.0" with the decimal of the numbers below ten.
    return formatSizeNumber(size, unit, inUnit(size, unit) < 9.95 && size > Bytes() ? 1 : 0, QLocale());
}

} // namespace plimsoll
