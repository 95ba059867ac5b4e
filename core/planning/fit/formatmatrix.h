// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/planning/fit/whatfits.h"

namespace plimsoll {

/// A plan on every GPU in every precision of its engine.
struct FitMatrixAnswer {
    std::vector<Gpu> gpus;      ///< those that the engine runs on, by name
    QStringList formats;        ///< ids, the checkpoint's own ("native") first
    QStringList formatNames;    ///< parallel to `formats`
    std::vector<FitCell> cells; ///< by GPU, then by format, none missing
    const FitCell &cell(int gpu, int format) const
    {
        return cells[size_t(gpu) * size_t(formats.size()) + size_t(format)];
    }
};

/// Errors are those of resolve(). `stopped`: true ends it early with an empty answer.
Result<FitMatrixAnswer> fitMatrix(const Plan &plan, const Catalog &catalog, const std::function<bool()> &stopped = {});

} // namespace plimsoll
