// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/sweepinput.h"

#include "core/planning/limits.h"
#include "core/planning/planning.h"
#include "core/planning/sentences.h"
#include "core/units/quantity.h"
#include "ui/charts/placedtext.h"
#include "ui/workloadscales.h"

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

using Part = qint64 Workload::*;

/// Answers to a plan with one part of its workload changed.
class Sweep
{
public:
    Sweep(const ResolvedPlan &plan, Part part)
        : m_trial(plan)
        , m_part(part)
    {
    }

    SweepPoint at(qint64 x)
    {
        m_trial.workload.*m_part = x;
        const Estimate estimate = plimsoll::estimate(m_trial);
        return {x, estimate.total, estimate.hasGpus && estimate.fits};
    }

private:
    ResolvedPlan m_trial;
    Part m_part;
};

/// Cuts the end off where the curve is far above the load line and the plan; the start, the plan and the
/// end of what fits stay.
void cutFarEnd(SweepInput &input)
{
    if (!input.hasGpus)
        return;
    const double matters = kReach * double(std::max(input.capacity.own, input.current.items.total()).count());
    const qint64 keep = std::max(input.current.x, input.mostThatFits);
    while (input.points.size() > 9) {
        const SweepPoint &before = input.points[input.points.size() - 2];
        if (before.x < keep || double(before.items.total().count()) < matters)
            break;
        input.points.pop_back();
    }
}

SweepInput sweep(const ChartValues &values, Part part, const LogScale &scale, qint64 most)
{
    SweepInput input;
    input.unit = values.unit;
    input.hasGpus = values.estimate.hasGpus;
    input.capacity = CapacityLines::ofPlan(values);
    Sweep sweep(values.plan, part);
    for (int i = 0; i < scale.positions(); ++i)
        input.points.push_back(sweep.at(scale.value(i)));
    input.current = sweep.at(values.plan.workload.*part);
    if (input.current.x > input.points.back().x)
        input.points.push_back(input.current);
    else if (input.current.x < input.points.front().x)
        input.points.insert(input.points.begin(), input.current);
    if (input.hasGpus) {
        input.mostThatFits =
            part == &Workload::contextLength ? longestContext(values.plan, most) : mostSequences(values.plan, most);
        if (input.mostThatFits > 0)
            input.crossing = sweep.at(input.mostThatFits);
    }
    const Bytes first = input.points.front().items.total();
    if (input.highest() == first)
        input.emptyText = Text::tr("The rules of this engine count no memory for it: the line is flat.");
    else
        cutFarEnd(input);
    return input;
}

bool onAxis(const SweepInput &input, qint64 x)
{
    return x >= input.points.front().x && x <= input.points.back().x;
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
        Text::tr("%1: %2").arg(formatCount(point.x, QLocale()), formatSize(point.items.total(), unit, QLocale()))};
    lines << itemLines(point.items, unit, QLocale());
    if (hasGpus)
        lines << (point.fits ? Text::tr("Fits on the chosen GPUs") : Text::tr("Does not fit on the chosen GPUs"));
    return lines.join(QLatin1Char('\n'));
}

QString SweepInput::description() const
{
    if (points.empty())
        return title;
    QStringList sentences{title};
    sentences << Text::tr("%1, from %2 to %3")
                     .arg(axisName, formatCount(points.front().x, QLocale()), formatCount(points.back().x, QLocale()));
    const auto add = [&](const SweepPoint &point) {
        sentences << pointText(point).replace(QLatin1Char('\n'), QLatin1String("; "));
    };
    add(points.front());
    add(current);
    sentences.back() = Text::tr("The plan, %1").arg(sentences.back());
    add(points.back());
    if (capacity.own > Bytes())
        sentences << Text::tr("Load line of %1: %2").arg(capacity.ownName, formatSize(capacity.own, unit, QLocale()));
    for (const QString &text : {crossingText, limitText, emptyText}) {
        if (!text.isEmpty())
            sentences << text;
    }
    return sentences.join(QLatin1String(". ")) + QLatin1Char('.');
}

SweepInput contextSweep(const ChartValues &values)
{
    const qint64 limit = values.plan.model ? values.plan.model->contextLimit : 0;
    SweepInput input = sweep(values, &Workload::contextLength, contextScale(limit), kMaxTokens);
    input.title = Text::tr("Memory over context: %1").arg(planTitle(values.plan, QLocale()));
    input.axisName = Text::tr("Context, tokens a sequence");
    if (input.mostThatFits > 0 && input.emptyText.isEmpty() && onAxis(input, input.mostThatFits))
        input.crossingText = Text::tr("fits up to %1 tokens").arg(formatCount(input.mostThatFits, QLocale()));
    if (limit > 0 && onAxis(input, limit)) {
        input.limit = limit;
        input.limitText = Text::tr("made for up to %1 tokens").arg(formatCount(limit, QLocale()));
    }
    return input;
}

SweepInput sequencesSweep(const ChartValues &values)
{
    SweepInput input = sweep(values, &Workload::sequences, sequencesScale(), kMaxSequences);
    input.title = Text::tr("Memory over users: %1").arg(planTitle(values.plan, QLocale()));
    input.axisName = Text::tr("Users at once");
    if (input.mostThatFits > 0 && input.emptyText.isEmpty() && onAxis(input, input.mostThatFits))
        input.crossingText = Text::tr("fits up to %1 users").arg(formatCount(input.mostThatFits, QLocale()));
    return input;
}

} // namespace plimsoll
