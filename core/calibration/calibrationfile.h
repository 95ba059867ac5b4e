// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calibration/calibration.h"
#include "core/result.h"

#include <functional>

namespace plimsoll {

/// The person's own calibration: calibration.json beside their catalog in the standard config location.
QString calibrationFile();

/// What is in a file; where there is none, a calibration without records. Errors are those of calibrationFromJson() and
/// "cannot-read".
Result<Calibration> readCalibration(const QString &path = calibrationFile());

/// What a change left in the file.
struct ChangedCalibration {
    Calibration calibration;
    QString setAside; ///< where a file that could not be read lies now; empty as a rule
};
/// Reads, changes and writes a file while no other program of ours does. A file that is broken is set aside first; one
/// of a newer program is left as it is ("newer-schema"). Errors "cannot-write" name the file.
Result<ChangedCalibration> changeCalibration(const std::function<void(Calibration &)> &change,
                                             const QString &path = calibrationFile());

} // namespace plimsoll
