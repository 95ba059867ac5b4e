// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planning/fit/modelmatrix.h"

#include "core/planning/fit/formatchoices.h"

namespace plimsoll {

QStringList commonGpus()
{
    // One of each size of 2026: a choice, not a ranking.
    static const QStringList ids{
        QStringLiteral("nvidia-rtx-4090-24gb"),  QStringLiteral("nvidia-rtx-5090-32gb"),
        QStringLiteral("apple-m4-max-128gb"),    QStringLiteral("nvidia-l40s-48gb"),
        QStringLiteral("nvidia-a100-sxm-80gb"),  QStringLiteral("nvidia-h100-sxm-80gb"),
        QStringLiteral("nvidia-h200-sxm-141gb"), QStringLiteral("nvidia-b200-sxm-180gb"),
        QStringLiteral("amd-mi300x-192gb"),
    };
    return ids;
}

std::vector<Gpu> gpusToAskAbout(const Plan &plan, const Catalog &catalog, const QStringList &ids)
{
    std::vector<Gpu> gpus;
    for (const QString &id : ids) {
        const Result<Gpu> gpu = catalog.gpu(id, QString());
        if (gpu && (plan.engine.isEmpty() || runsOn(plan.engine, *gpu)))
            gpus.push_back(*gpu);
    }
    return gpus;
}

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
