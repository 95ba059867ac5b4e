// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calibration/calibration.h"
#include "core/units/sizeformat.h"

#include <QString>

namespace plimsoll {

class Catalog;

/// All records, numbered from 1, and whether they are used.
QString calibrationText(const Calibration &calibration, const Catalog &catalog, SizeUnit unit);

/// What was kept of a log, what from now on uses it, and how to take it back.
QString storedText(const CalibrationRecord &record, const Calibration &calibration, const Catalog &catalog,
                   SizeUnit unit);

/// That a broken file was renamed.
QString setAsideText(const QString &path);

} // namespace plimsoll
