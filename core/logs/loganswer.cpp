// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/logs/loganswer.h"

#include <QSet>

#include <algorithm>

namespace plimsoll {
namespace {

bool ranOnProcessor(const Plan &plan)
{
    return plan.engineOptions.value(QLatin1String("backend")) == QLatin1String("cpu");
}

/// Cards that an engine without a layout names by their buffers.
qint64 cardsIn(const LogComparison &comparison)
{
    QSet<QString> cards;
    for (const LogComparisonRow &row : comparison.rows) {
        if (!row.device.isEmpty() && row.device != QLatin1String("host"))
            cards.insert(row.device);
    }
    return cards.size();
}

void fillModel(Plan &plan, const LogPlan &log, const Plan &own)
{
    plan.model = own.model;
    if (!log.carries("weights"))
        plan.weights = own.weights;
}

/// The first kind of GPU; the log knows how many.
void fillGpus(LogAnswer &answer, const Plan &own)
{
    if (own.gpus.empty())
        return;
    const qint64 count = std::max(answer.log.gpusOfLayout, cardsIn(answer.comparison));
    answer.plan.gpus = {{own.gpus.front().id, qint32(count)}};
}

LogMissing whatIsMissing(const LogAnswer &answer, bool hasModel)
{
    if (!hasModel)
        return answer.log.printedModel.isEmpty() ? LogMissing::ModelNotNamed : LogMissing::ModelUnknown;
    return answer.plan.gpus.empty() && answer.log.gpusOfLayout > 1 ? LogMissing::GpuUnknown : LogMissing::Nothing;
}

} // namespace

bool canCompare(const LogReading &reading)
{
    return reading.hasMemory() || !reading.figuresOf(Measured::NeededKv).empty();
}

LogAnswer answerLog(const LogReading &reading, const Catalog &catalog, const Plan &own, LogGaps fill, qint32 start)
{
    LogAnswer answer;
    answer.start = start < 0 ? std::max(0, reading.starts - 1) : start;
    answer.log = planOfLog(reading, catalog, answer.start);
    answer.plan = answer.log.plan;
    answer.gaps = {!answer.log.knowsModel, !answer.log.carries("gpus") && !ranOnProcessor(answer.plan)};
    answer.comparison = {measuredRows(reading, answer.start), answer.log.remarks};
    answer.besides = figuresBeside(reading, answer.comparison, answer.start);
    const bool takesModel = answer.gaps.model && fill.model;
    if (takesModel)
        fillModel(answer.plan, answer.log, own);
    if (answer.gaps.gpus && fill.gpus)
        fillGpus(answer, own);
    answer.missing = whatIsMissing(answer, !answer.gaps.model || takesModel);
    if (answer.missing != LogMissing::Nothing)
        return answer;
    Result<PlanAnswer> found = answerPlan(answer.plan, catalog);
    if (!found) {
        answer.missing = LogMissing::NoEstimate;
        answer.refusal = found.error();
        return answer;
    }
    answer.answer = std::move(found).value();
    answer.comparison = compareWithLog(reading, answer.log, answer.answer->plan, answer.answer->estimate, answer.start);
    return answer;
}

Plan planFromLog(const LogAnswer &answer, const Plan &own)
{
    Plan plan = answer.plan;
    if (!answer.log.carries("sequences"))
        plan.sequences = own.sequences;
    plan.pins = own.pins;
    return plan;
}

} // namespace plimsoll
