// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/speedinput.h"

#include "core/planning/sentences.h"
#include "core/planning/speed/speedtext.h"
#include "core/planning/workloadscales.h"
#include "core/units/quantity.h"
#include "core/units/sizeformat.h"
#include "ui/charts/chartpanel.h"

#include <QCoreApplication>

#include <algorithm>

namespace plimsoll {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(SpeedChart)
};

using Stopped = CurveKeeper<SpeedCurve>::Stopped;

/// Users beyond this many times what matters press the rest to the left.
constexpr qint64 kReach = 2;
constexpr qint64 kFewestUsers = 16;
constexpr double kMilliseconds = 1000;

QString usersText(qint64 users)
{
    return users == 1 ? Text::tr("1 user") : Text::tr("%1 users").arg(formatCount(users, QLocale()));
}

/// "840 ms", "12.4 s".
QString timeText(double seconds)
{
    const QLocale locale;
    return seconds < 1 ? Text::tr("%1 ms").arg(locale.toString(seconds * kMilliseconds, 'f', 0))
                       : Text::tr("%1 s").arg(locale.toString(seconds, 'f', seconds < 100 ? 1 : 0));
}

QString firstTokenText(const SpeedEstimate &speed)
{
    const QString time = timeText(speed.timeToFirstToken);
    switch (speed.promptBasis) {
    case SpeedBasis::Measured:
        return Text::tr("First token after %1, for a prompt as long as the context, alone").arg(time);
    case SpeedBasis::Extrapolated:
        return Text::tr("First token after about %1, for a prompt as long as the context, alone").arg(time);
    case SpeedBasis::Bound:
        break;
    }
    return Text::tr("First token after %1 or more, for a prompt as long as the context, alone: only a bound").arg(time);
}

QString whyNone(const ResolvedPlan &plan, const SpeedEstimate &speed)
{
    if (plan.gpus.empty())
        return Text::tr("Choose a GPU: how fast it is follows from its bandwidth.");
    const QString why = speedLines(plan, speed).trimmed();
    return why.isEmpty() ? Text::tr("Speed: not known for this plan.") : why;
}

void cut(SpeedInput &input, AxisEnds keep)
{
    if (keep.last == 0) {
        const qint64 matters = std::max(input.mostThatFits, input.current.users);
        const qint64 last = std::max(kFewestUsers, std::min(matters, kMaxSequences) * kReach);
        keep = {input.points.front().users, std::min(last, std::max(input.points.back().users, input.current.users))};
    }
    std::erase_if(input.points, [&](const SpeedPoint &point) { return point.users > keep.last; });
    if (input.current.users > input.points.back().users)
        input.points.push_back(input.current);
    input.ends = {keep.first, std::max(keep.last, input.current.users)};
}

} // namespace

SpeedQuestion speedQuestion(const ChartValues &values)
{
    SpeedQuestion question;
    question.key = {values.plan.plan, values.plan.model, nullptr};
    question.key.rest.sequences.reset();
    question.work = [plan = values.plan](const Stopped &stopped) { return speedCurve(plan, stopped); };
    return question;
}

QString SpeedInput::pointText(const SpeedPoint &point) const
{
    const SpeedEstimate &speed = point.speed;
    const auto number = [](double tokens) { return speedNumber(tokens, QLocale()); };
    QStringList lines{(isBound ? Text::tr("%1: at most %2 tokens/s each") : Text::tr("%1: %2 tokens/s each"))
                          .arg(usersText(point.users), number(speed.decodeTokensPerSecond))};
    if (!isBound && speed.low < speed.high)
        lines << Text::tr("90 % interval: %1 to %2").arg(number(speed.low), number(speed.high));
    lines << (isBound ? Text::tr("At most %1 tokens/s in all") : Text::tr("%1 tokens/s in all"))
                 .arg(number(speed.decodeTokensPerSecondTotal));
    if (speed.hasPrompt)
        lines << firstTokenText(speed);
    lines << (point.users <= mostThatFits ? Text::tr("Fits on the chosen GPUs")
                                          : Text::tr("Does not fit on the chosen GPUs"));
    return lines.join(QLatin1Char('\n'));
}

QString SpeedInput::description() const
{
    QStringList sentences{title};
    const auto add = [&](const SpeedPoint &point) {
        sentences << pointText(point).replace(QLatin1Char('\n'), QLatin1String("; "));
    };
    if (!points.empty()) {
        sentences << Text::tr("Decode speed with %1 to %2 users at once")
                         .arg(formatCount(ends.first, QLocale()), formatCount(ends.last, QLocale()));
        add(points.front());
        add(current);
        sentences.back() = Text::tr("The plan, %1").arg(sentences.back());
        add(points.back());
    }
    for (const QString &text : {crossingText, basisText, emptyText}) {
        if (!text.isEmpty())
            sentences << (text.endsWith(QLatin1Char('.')) ? text.chopped(1) : text);
    }
    return sentences.join(QLatin1String(". ")) + QLatin1Char('.');
}

SpeedInput speedInput(const SpeedCurve &curve, const ChartValues &values, AxisEnds keep)
{
    SpeedInput input;
    input.title = Text::tr("Speed over users: %1").arg(planTitle(values.plan, QLocale()));
    const qint64 users = values.plan.workload.sequences;
    input.current = {users, speedWith(values.plan, users)};
    if (!input.current.speed.isKnown) {
        input.emptyText = whyNone(values.plan, input.current.speed);
        return input;
    }
    input.isBound = input.current.speed.basis == SpeedBasis::Bound;
    if (input.current.speed.basis != SpeedBasis::Measured)
        input.basisText = speedBasis(values.plan, input.current.speed);
    input.points = curve.points;
    input.mostThatFits = curve.mostThatFits;
    if (input.points.empty())
        return input;
    cut(input, keep);
    if (input.mostThatFits == 0)
        input.crossingText = Text::tr("memory does not hold one user");
    else if (input.isOnAxis(input.mostThatFits))
        input.crossingText = Text::tr("memory ends at %1").arg(usersText(input.mostThatFits));
    return input;
}

} // namespace plimsoll
