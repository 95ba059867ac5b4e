// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/planning/fit/whatfits.h"

namespace plimsoll {

/// One model of the catalog on every GPU that was asked about.
struct ModelRow {
    QString model, name;
    std::vector<FitCell> cells; ///< by GPU, none missing; a GPU that the engine does not run on carries nothing
};

/// Ids of GPUs that are on sale or for rent widely, small to large: columns for a person who has marked none.
QStringList commonGpus();

/// Those of `ids` that are in the catalog and that the plan's engine runs on.
std::vector<Gpu> gpusToAskAbout(const Plan &plan, const Catalog &catalog, const QStringList &ids);

/// Every model of the catalog that the plan's engine serves in the plan's precision (its own where the plan leaves it
/// open), the largest first, on each of `gpus`: the fewest of it that carry the plan with that model. `stopped` is
/// asked between models; true ends it with no rows. Errors are those of resolve() about something else than the model.
Result<std::vector<ModelRow>> fitOfModelsOn(const Plan &plan, const Catalog &catalog, std::span<const Gpu> gpus,
                                            const std::function<bool()> &stopped = {});

} // namespace plimsoll
