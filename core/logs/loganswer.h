// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/logs/logcomparison.h"
#include "core/planning/planning.h"

#include <optional>

namespace plimsoll {

/// Parts of a plan that decide the prediction and that a log may lack.
struct LogGaps {
    bool model = false, gpus = false;
    friend bool operator==(const LogGaps &, const LogGaps &) = default;
};

/// Why a log has no prediction.
enum class LogMissing : quint8 {
    Nothing,
    ModelNotNamed,
    ModelUnknown, ///< the catalog has none that is meant
    GpuUnknown,   ///< and the layout is over several
    NoEstimate,   ///< the plan of the log was refused: LogAnswer::refusal
};

/// One start of a log beside its plan.
struct LogAnswer {
    qint32 start = 0; ///< counted from 0
    LogPlan log;
    LogGaps gaps;                     ///< what the log does not say
    Plan plan;                        ///< that was compared with
    std::optional<PlanAnswer> answer; ///< absent where there is no prediction
    LogMissing missing = LogMissing::Nothing;
    Error refusal;
    LogComparison comparison;       ///< without predictions where there is no answer
    std::vector<LogFigure> besides; ///< what is compared with nothing
};

/// True where a log has something to compare: figures of memory, or a start that failed for the lack of it.
bool canCompare(const LogReading &reading);

/// Compares a start, the last by default. What the log lacks is taken from `own` where `fill` says so.
LogAnswer answerLog(const LogReading &reading, const Catalog &catalog, const Plan &own, LogGaps fill,
                    qint32 start = -1);

/// The plan of the log as a plan to go on with: what no log says, users at once and pins, stays as in `own`.
Plan planFromLog(const LogAnswer &answer, const Plan &own);

} // namespace plimsoll
