// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/planning/fit/fitquestions.h"

namespace plimsoll {

/// What a person gets who chooses a row or cell of what fits.
struct FitChoice {
    GpuFit fit;
    QString format; ///< id; empty = as it is
    QString model;  ///< id; empty = as it is
};

} // namespace plimsoll
