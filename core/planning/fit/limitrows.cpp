// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planning/fit/limitrows.h"

#include "core/planning/fit/fitjson.h"
#include "core/planning/fit/plansteps.h"
#include "core/planning/speed/speedtext.h"

#include <QCoreApplication>

namespace plimsoll {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(LimitRows)
};

struct Asked {
    const char *question;
    const char *title;
};
constexpr Asked kAsked[] = {
    {"max-context", QT_TRANSLATE_NOOP("LimitRows", "Longest context")},
    {"max-sequences", QT_TRANSLATE_NOOP("LimitRows", "Most users at this context")},
    {"min-gpus", QT_TRANSLATE_NOOP("LimitRows", "Fewest of these GPUs")},
    {"best-layout", QT_TRANSLATE_NOOP("LimitRows", "Layout with the most room")},
    {"fastest-layout", QT_TRANSLATE_NOOP("LimitRows", "Layout with the most speed")},
    {"best-format", QT_TRANSLATE_NOOP("LimitRows", "Best precision that fits")},
    {"smallest-gpu", QT_TRANSLATE_NOOP("LimitRows", "Smallest single GPU")},
    {"largest-model", QT_TRANSLATE_NOOP("LimitRows", "Largest model on these GPUs")},
};

QString stepText(const PlanStep &step, bool hasGpus, SizeUnit unit, const QLocale &locale)
{
    const auto size = [&](Bytes bytes) { return formatSize(bytes, unit, locale); };
    QString text = step.more < Bytes() ? Text::tr("%1 less in all").arg(size(Bytes() - step.more))
                                       : Text::tr("%1 more in all").arg(size(step.more));
    if (hasGpus) {
        text += step.fits ? Text::tr(", then %1 to spare").arg(size(step.headroom))
                          : Text::tr(", then %1 missing").arg(size(Bytes() - step.headroom));
    }
    if (step.fits && step.decodeTokensPerSecond > 0) {
        text += Text::tr(", %1 tokens/s for each user").arg(speedNumber(step.decodeTokensPerSecond, locale));
    }
    return text;
}

} // namespace

std::vector<LimitRow> limitRows(const Plan &plan, const ResolvedPlan &resolved, const Catalog &catalog, SizeUnit unit,
                                const std::function<bool()> &stopped, const QLocale &locale)
{
    const auto ends = [&] { return stopped && stopped(); };
    std::vector<LimitRow> rows;
    for (const Asked &each : kAsked) {
        if (ends())
            return rows;
        const Result<FitAnswer> answer = answerQuestion(QLatin1String(each.question), plan, catalog);
        if (!answer) // without GPUs most have no answer
            continue;
        LimitRow row;
        row.id = QLatin1String(each.question);
        row.question = Text::tr(each.title);
        row.answer = answer->sentence;
        row.values = answer->document.value(QLatin1String("answer")).toObject();
        row.fits = answer->answered;
        if (answer->answered)
            row.plan = answer->plan;
        rows.push_back(std::move(row));
    }
    LimitRow title;
    title.question = Text::tr("What one step changes");
    title.isStep = title.isTitle = true;
    rows.push_back(std::move(title));
    for (const PlanStep &step : planSteps(plan, resolved, catalog, stopped)) {
        LimitRow row;
        row.question = step.name;
        row.answer = stepText(step, !plan.gpus.empty(), unit, locale);
        row.plan = step.plan;
        row.isStep = true;
        row.fits = step.fits;
        row.more = step.more;
        row.headroom = step.headroom;
        row.decodeTokensPerSecond = step.decodeTokensPerSecond;
        rows.push_back(std::move(row));
    }
    return rows;
}

} // namespace plimsoll
