// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/sweepinput.h"

#include "core/planning/sentences.h"
#include "ui/charts/placedtext.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace plimsoll {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(SweepCharts)
};

/// A curve that rises further than this above what matters is cut, or it would press the rest flat.
constexpr double kReach = 2.2;
constexpr size_t kFewestPoints = 9;
/// Memory is drawn on a linear scale: of sizes this much smaller than the largest nothing is seen.
constexpr qint64 kWidestRange = 1000;

/// Cuts the end off where the curve is far above the load line and the plan; the start, the plan and the
/// end of what fits stay.
void cutFarEnd(SweepInput &input)
{
    const Bytes largest = std::max(input.capacity.own, input.current.items.total());
    const double matters = kReach * double(largest.count());
    const qint64 keep = std::max(input.current.x, input.mostThatFits);
    while (input.points.size() > kFewestPoints) {
        const SweepPoint &before = input.points[input.points.size() - 2];
        if (before.x < keep || double(before.items.total().count()) < matters)
            break;
        input.points.pop_back();
    }
}

/// The stops between two ends that are given.
void cutTo(SweepInput &input, AxisEnds ends)
{
    std::erase_if(input.points, [&](const SweepPoint &point) { return point.x < ends.first || point.x > ends.last; });
}

/// What all sweeps have.
SweepInput inputOf(const SweepCurve &curve, const ChartValues &values, qint64 current)
{
    SweepInput input;
    input.unit = values.unit;
    input.hasGpus = values.estimate.hasGpus;
    input.capacity = CapacityLines::ofPlan(values);
    input.points = curve.points;
    input.current = {current, values.estimate.total, values.estimate.hasGpus && values.estimate.fits};
    input.mostThatFits = curve.mostThatFits;
    input.crossing = curve.crossing;
    input.emptyText = curve.error;
    return input;
}

/// After the points are cut.
void setEnds(SweepInput &input, AxisEnds keep)
{
    input.ends = keep;
    if (keep.last == 0 && !input.points.empty()) {
        input.ends.first = std::min(input.points.front().x, input.current.x);
        input.ends.last = std::max(input.points.back().x, input.current.x);
    }
}

void setCrossingTexts(SweepInput &input, const SweepCurve &curve, const QString &most, const QString &none)
{
    if (!input.hasGpus || !input.emptyText.isEmpty())
        return;
    if (curve.allFits())
        input.noCrossingText = Text::tr("All of these fit");
    else if (input.mostThatFits == 0)
        input.noCrossingText = none;
    else if (input.isOnAxis(input.mostThatFits))
        input.crossingText = most;
}

/// Over a part of the workload the plan's own point is on the curve.
SweepInput workloadInput(const SweepCurve &curve, const ChartValues &values, qint64 current, AxisEnds keep)
{
    SweepInput input = inputOf(curve, values, current);
    if (input.points.empty())
        return input;
    if (current > input.points.back().x)
        input.points.push_back(input.current);
    else if (current < input.points.front().x)
        input.points.insert(input.points.begin(), input.current);
    if (input.highest() == input.points.front().items.total())
        input.emptyText = Text::tr("The rules of this engine count no memory for it: the line is flat.");
    else if (keep.last > 0)
        cutTo(input, keep);
    else if (input.hasGpus)
        cutFarEnd(input);
    setEnds(input, keep);
    return input;
}

SweepCurve curveOf(const SweepQuestion &question)
{
    return question.work([] { return false; });
}

} // namespace

std::vector<Item> SweepInput::items() const
{
    ItemBytes all;
    for (const SweepPoint &point : points)
        all.add(point.items, 1);
    return presentItems(all);
}

Bytes SweepInput::highest() const
{
    Bytes highest;
    for (const SweepPoint &point : points)
        highest = std::max(highest, point.items.total());
    return highest;
}

QString SweepInput::pointText(const SweepPoint &point) const
{
    QStringList lines{
        Text::tr("%1: %2").arg(axisValueText(axis, point.x), formatSize(point.items.total(), unit, QLocale()))};
    lines << itemLines(point.items, unit, QLocale());
    if (hasGpus)
        lines << (point.fits ? Text::tr("Fits on the chosen GPUs") : Text::tr("Does not fit on the chosen GPUs"));
    return lines.join(QLatin1Char('\n'));
}

QString SweepInput::description() const
{
    QStringList sentences{title};
    if (!points.empty()) {
        sentences << Text::tr("%1, from %2 to %3")
                         .arg(axisName, axisValueText(axis, ends.first), axisValueText(axis, ends.last));
        const auto add = [&](const SweepPoint &point) {
            sentences << pointText(point).replace(QLatin1Char('\n'), QLatin1String("; "));
        };
        add(points.front());
        add(current);
        sentences.back() = Text::tr("The plan, %1").arg(sentences.back());
        add(points.back());
    }
    if (capacity.own > Bytes())
        sentences << Text::tr("Load line of %1: %2").arg(capacity.ownName, formatSize(capacity.own, unit, QLocale()));
    for (const QString &text : {crossingText, noCrossingText, limitText, emptyText}) {
        if (!text.isEmpty())
            sentences << (text.endsWith(QLatin1Char('.')) ? text.chopped(1) : text);
    }
    return sentences.join(QLatin1String(". ")) + QLatin1Char('.');
}

SweepInput contextInput(const SweepCurve &curve, const ChartValues &values, AxisEnds keep)
{
    SweepInput input = workloadInput(curve, values, values.plan.workload.contextLength, keep);
    input.title = Text::tr("Memory over context: %1").arg(planTitle(values.plan, QLocale()));
    input.axisName = Text::tr("Context, tokens a sequence");
    setCrossingTexts(input, curve, Text::tr("fits up to %1 tokens").arg(formatCount(input.mostThatFits, QLocale())),
                     Text::tr("Not one token fits"));
    const qint64 limit = values.plan.model ? values.plan.model->contextLimit : 0;
    if (limit > 0 && input.isOnAxis(limit)) {
        input.limit = limit;
        input.limitText = Text::tr("made for up to %1 tokens").arg(formatCount(limit, QLocale()));
    }
    return input;
}

SweepInput sequencesInput(const SweepCurve &curve, const ChartValues &values, AxisEnds keep)
{
    SweepInput input = workloadInput(curve, values, values.plan.workload.sequences, keep);
    input.axis = SweepAxis::Sequences;
    input.title = Text::tr("Memory over users: %1").arg(planTitle(values.plan, QLocale()));
    input.axisName = Text::tr("Users at once");
    setCrossingTexts(input, curve,
                     input.mostThatFits == 1
                         ? Text::tr("fits 1 user")
                         : Text::tr("fits up to %1 users").arg(formatCount(input.mostThatFits, QLocale())),
                     Text::tr("Not even one user fits"));
    return input;
}

SweepInput parametersInput(const SweepCurve &curve, const ChartValues &values, AxisEnds keep)
{
    const auto *size = std::get_if<FreeSize>(&values.plan.plan.model);
    SweepInput input = inputOf(curve, values, size ? size->parameters : values.plan.parameters.text);
    input.axis = SweepAxis::Parameters;
    input.title = Text::tr("Memory over parameters: %1").arg(planTitle(values.plan, QLocale()));
    input.axisName = size ? Text::tr("Parameters, models of typical shape")
                          : Text::tr("Parameters (the curve is of typical shapes, the point is %1)")
                                .arg(values.plan.model->displayName);
    if (input.points.empty())
        return input;
    if (keep.last > 0) {
        cutTo(input, keep);
    } else {
        cutFarEnd(input);
        const qint64 first = std::min(input.current.x, input.points.back().x / kWidestRange);
        std::erase_if(input.points, [&](const SweepPoint &point) { return point.x < first; });
    }
    setEnds(input, keep);
    setCrossingTexts(
        input, curve,
        Text::tr("fits up to %1 on %2").arg(formatParameters(input.mostThatFits, QLocale()), input.capacity.ownName),
        Text::tr("None of these fit"));
    return input;
}

SweepInput contextSweep(const ChartValues &values)
{
    return contextInput(curveOf(contextQuestion(values)), values);
}

SweepInput sequencesSweep(const ChartValues &values)
{
    return sequencesInput(curveOf(sequencesQuestion(values)), values);
}

SweepInput parametersSweep(const ChartValues &values)
{
    return parametersInput(curveOf(parametersQuestion(values)), values);
}

} // namespace plimsoll
