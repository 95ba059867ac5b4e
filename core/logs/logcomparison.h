// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/logs/logplan.h"
#include "core/logs/logreading.h"
#include "core/planning/estimate.h"
#include "core/planning/resolvedplan.h"

#include <optional>

namespace plimsoll {

/// Which of several ranks stands for a row.
enum class RankRule : quint8 {
    Largest,  ///< the fullest rank decides
    Smallest, ///< the smallest pool decides what the engine admits
    Last,     ///< trials are printed before it
};

/// One item, of the deciding rank or of one device, measured beside predicted. Bytes where the unit is.
struct LogComparisonRow {
    Measured item = Measured::Weights;
    QString device; ///< of engines that print devices; empty = of a rank
    RankRule rule = RankRule::Largest;
    double measured = 0;
    double rounding = 0; ///< half of the last printed digit
    struct Rank {
        QString rank;
        double value = 0;
        qint32 count = 1; ///< ranks that the line stands for
        qint64 line = 0;
        /// Of its own stage: weights, activations and graphs of several ranks, where the name of the rank tells the
        /// stage or there is one stage alone, and all ranks of that stage are alike.
        std::optional<double> predicted = std::nullopt;
        double low = 0, high = 0; ///< 90 % interval of that
    };
    std::vector<Rank> ranks;
    std::optional<double> predicted; ///< absent where there is no estimate, or the plan lacks what decides it
    double low = 0, high = 0;        ///< 90 % interval of the prediction
    QStringList reasons;             ///< codes of LogComparison::remarks, likeliest first; only where not inside

    double difference() const { return predicted ? measured - *predicted : 0; }
    /// Inside the interval, to what the log prints.
    bool inside() const { return predicted && measured >= low - rounding && measured <= high + rounding; }
    /// The same of one of its ranks.
    bool inside(const Rank &rank) const
    {
        return rank.predicted && rank.value >= rank.low - rounding && rank.value <= rank.high + rounding;
    }
    /// Ranks that reported.
    qint32 rankCount() const;
};

/// A log beside the estimate of its plan.
struct LogComparison {
    std::vector<LogComparisonRow> rows;
    std::vector<LogRemark> remarks; ///< of the plan, and the reasons of rows
};

/// The measured side alone: one row for each item of a start, the last by default, by the rules of the engine.
std::vector<LogComparisonRow> measuredRows(const LogReading &reading, qint32 start = -1);

/// Figures of a start, the last by default, that are compared with nothing: free memory, pools, what the engine
/// expected.
std::vector<LogFigure> figuresBeside(const LogReading &reading, const LogComparison &comparison, qint32 start = -1);

/// Both sides. `resolved` is the plan of the log as it was completed.
LogComparison compareWithLog(const LogReading &reading, const LogPlan &logPlan, const ResolvedPlan &resolved,
                             const Estimate &estimate, qint32 start = -1);

} // namespace plimsoll
