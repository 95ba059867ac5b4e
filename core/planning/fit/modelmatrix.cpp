// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planning/fit/modelmatrix.h"

namespace plimsoll {

Result<std::vector<ModelRow>> fitOfModelsOn(const Plan &plan, const Catalog &catalog, std::span<const Gpu> gpus,
                                            const std::function<bool()> &stopped)
{
    const QString format = plan.weights.isEmpty() ? QStringLiteral("native") : plan.weights;
    std::vector<ModelRow> rows;
    std::optional<Error> first;
    for (const CatalogEntry *entry : modelsBySize(catalog)) {
        if (stopped && stopped())
            return std::vector<ModelRow>();
        Plan changed = plan;
        changed.model = NamedModel{entry->id};
        changed.weights = format;
        const Result<WhatFits> found = whatFits(changed, catalog, gpus, {format});
        if (!found) { // a model that this engine does not serve
            if (!first)
                first = found.error();
            continue;
        }
        ModelRow row{entry->id, entry->name, std::vector<FitCell>(gpus.size())};
        for (size_t g = 0; g < gpus.size(); ++g)
            row.cells[g].gpu = qint32(g);
        for (const FitCell &cell : found->cells)
            row.cells[size_t(cell.gpu)] = cell;
        rows.push_back(std::move(row));
    }
    if (rows.empty() && first)
        return *first;
    return rows;
}

} // namespace plimsoll
