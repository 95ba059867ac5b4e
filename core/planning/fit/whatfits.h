// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/planning/resolvedplan.h"
#include "core/result.h"

#include <QStringList>

#include <functional>
#include <span>
#include <vector>

namespace plimsoll {

/// Whole accelerators of the catalog, in its order: what a search for a GPU goes through. Read once, shared by all.
std::vector<Gpu> wholeGpus(const Catalog &catalog);

/// Models of the catalog, the largest first. They live as long as the catalog.
std::vector<const CatalogEntry *> modelsBySize(const Catalog &catalog);

/// One GPU in one format: the fewest of it that carry the plan.
struct FitCell {
    qint32 gpu = 0;    ///< into the GPUs that were asked about
    qint32 format = 0; ///< into WhatFits::formats
    qint32 count = 0;  ///< 0 = no legal layout carries it
    Parallel parallel;
    Bytes total;    ///< of all of them; of one GPU where none carries it
    Bytes headroom; ///< of the fullest; of one GPU where none carries it
    bool fits() const { return count > 0; }
};

struct WhatFits {
    QStringList formats;        ///< ids, "native" for the plan's own checkpoint
    std::vector<FitCell> cells; ///< by GPU, then by format; GPUs that the engine does not run on have none
};

/// The plan on every one of `gpus`, in every one of `formats` (ids; empty = those of the engine). Layouts as in
/// gpusNeeded: tensor parallel within a node, then whole nodes. Weights are summed up once for each layout and kind of
/// GPU; then a GPU is only its capacity. Formats are divided over the cores. `stopped` is asked between kinds, from
/// any of these threads but one at a time; true ends the search without cells.
/// Errors are those of resolve().
Result<WhatFits> whatFits(const Plan &plan, const Catalog &catalog, std::span<const Gpu> gpus,
                          const QStringList &formats, const std::function<bool()> &stopped = {});

} // namespace plimsoll
