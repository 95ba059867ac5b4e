// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/loadlinechoice.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace plimsoll {

namespace {

struct PrecisionText {
    Q_DECLARE_TR_FUNCTIONS(PrecisionChart)
};

constexpr size_t kMaxLines = 5;
constexpr qint32 kMaxCount = 1 << 24;

QString labelOf(const PrecisionInput &input, qint32 gpus, Bytes capacity)
{
    return PrecisionText::tr("%1: %2 %3")
        .arg(gpuCountText(gpus), barNumber(capacity, input.unit), unitName(input.unit));
}

/// 1, 2, 4 ... on the scale, without the plan's own, most telling first.
std::vector<qint32> countsByWorth(const PrecisionInput &input, double axisTop)
{
    const double unit = input.inUnit(input.unitCapacity);
    std::vector<qint32> counts;
    for (qint32 count = 1; unit > 0 && count <= kMaxCount && unit * count <= axisTop; count *= 2) {
        if (count != input.gpuCount)
            counts.insert(counts.begin(), count);
    }
    if (counts.empty())
        return counts;
    std::rotate(counts.begin(), counts.end() - 1, counts.end());
    if (input.chosen >= 0 && input.chosen < int(input.columns.size())) {
        const double load = input.inUnit(input.columns[size_t(input.chosen)].items.total());
        qint32 carries = kMaxCount;
        for (qint32 count : counts) {
            if (unit * count >= load)
                carries = std::min(carries, count);
        }
        std::stable_partition(counts.begin(), counts.end(), [&](qint32 count) { return count == carries; });
    }
    return counts;
}

} // namespace

std::vector<ChosenLine> chooseLoadLines(const PrecisionInput &input, double axisTop, double labelShare)
{
    std::vector<ChosenLine> lines;
    const double own = input.inUnit(input.ownCapacity);
    if (own <= 0)
        return lines;
    const bool offScale = own > axisTop;
    QString label = labelOf(input, input.gpuCount, input.ownCapacity);
    if (offScale)
        label = PrecisionText::tr("\u2191 %1").arg(label);
    lines.push_back({own, input.gpuCount, true, offScale, label});

    const double unit = input.inUnit(input.unitCapacity);
    for (qint32 count : countsByWorth(input, axisTop)) {
        const double value = unit * count;
        const bool collides = std::any_of(lines.begin(), lines.end(), [&](const ChosenLine &line) {
            return std::abs(std::min(line.value, axisTop) - value) < labelShare * axisTop;
        });
        if (!collides && lines.size() < kMaxLines)
            lines.push_back({value, count, false, false, labelOf(input, count, input.unitCapacity * count)});
    }
    return lines;
}

} // namespace plimsoll
