// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/logs/logcomparison.h"

#include <QJsonObject>

namespace plimsoll {

/// The plimsoll.measure/1 document of docs/schema/measure-1.schema.json. `resolved` is null where the plan of the log
/// has no estimate; then the rows have no prediction and `missing` says why. `stored` is what was kept of the log for
/// the person's calibration; null = nothing.
QJsonObject measureToJson(const LogReading &reading, const LogPlan &logPlan, const LogComparison &comparison,
                          const ResolvedPlan *resolved, const QString &missing,
                          const CalibrationRecord *stored = nullptr);

} // namespace plimsoll
