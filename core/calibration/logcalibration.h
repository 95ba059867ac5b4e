// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calibration/calibration.h"
#include "core/logs/logcomparison.h"
#include "core/result.h"

namespace plimsoll {

/// What a start-up log teaches about its system: of every item that engines spend themselves, measured less predicted
/// on the rank or card that decides. `resolved` is the plan of the log as it was completed, calibrated or not: the
/// prediction is always that of the rules alone, so asking twice gives the same. `source` is the name of the log's
/// file, `date` the day that the record gets.
///
/// Error "cannot-calibrate" where nothing follows: the plan names no GPU or several kinds, the log measures nothing
/// that is predicted, loads models that are not in the plan, ran on a card of another size, or has weights of another
/// size than the plan's model.
Result<CalibrationRecord> calibrationFromLog(const LogReading &reading, const LogPlan &logPlan,
                                             const ResolvedPlan &resolved, const QString &source, QDate date,
                                             qint32 start = -1);

} // namespace plimsoll
