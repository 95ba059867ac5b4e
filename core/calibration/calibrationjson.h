// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calibration/calibration.h"
#include "core/result.h"

#include <QByteArray>

namespace plimsoll {

/// The largest calibration that is read.
inline constexpr qint64 kMaxCalibrationBytes = qint64(1) << 20;
inline constexpr int kMaxCalibrationRecords = 1000;

/// Reads a plimsoll.calibration/1 document, docs/schema/calibration-1.schema.json. `place` names the file in errors:
/// "bad-calibration" where anything in it is not what it says, "newer-schema" where a newer program wrote it.
Result<Calibration> calibrationFromJson(const QByteArray &json, const QString &place);

/// The document, with the fields of a newer program that were read.
QJsonObject calibrationToJson(const Calibration &calibration);

/// One record of it.
QJsonObject recordToJson(const CalibrationRecord &record);

} // namespace plimsoll
