// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calibration/calibration.h"
#include "core/planning/plan.h"
#include "core/result.h"

#include <QString>

#include <vector>

namespace plimsoll {

class Catalog;

/// Another model that runs on GPUs of a plan.
struct Neighbour {
    QString name;   ///< of its plan, else of its model
    QString engine; ///< its name
    qint32 gpus = 1;
    Bytes taken; ///< of the fullest of its GPUs, with the pool that its engine sets aside; of no GPU: what it needs
    bool fits = true;
};

/// All plans beside one, in the order in which they start.
struct Neighbours {
    std::vector<Neighbour> all;
    Bytes taken;                     ///< of the GPU that all of them share; 0 without GPUs
    qint32 gpus = 0;                 ///< the most that one of them runs on
    CalibrationRecords calibratedBy; ///< those of the person's own records that correct one of them
};

/// What the plans beside `plan` take of its GPUs. Each runs on the first of them, as many as its own plan names (one
/// where it names none), of the kinds that `plan` has, and finds there what its reserve and those before it left.
/// Errors are those of resolve() with the field below "beside[0]", and "too-few-gpus".
Result<Neighbours> neighboursOn(const Plan &plan, const Catalog &catalog);

} // namespace plimsoll
