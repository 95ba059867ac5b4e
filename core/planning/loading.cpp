// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planning/loading.h"

#include "core/engines/enginerules.h"
#include "core/memory/mtpmodule.h"
#include "core/memory/weights.h"
#include "core/planning/launch/launchflags.h"
#include "core/sources/storedtensors.h"

#include <algorithm>

namespace plimsoll {
namespace {

constexpr Bytes kLargestShard(5'000'000'000);

bool holds(std::span<const FormatName> names, const QString &format)
{
    return std::any_of(names.begin(), names.end(),
                       [&](const FormatName &name) { return format == QLatin1String(name.format); });
}

/// True where the engine makes the plan's format of the published checkpoint while it loads.
bool isMadeWhileLoading(const ResolvedPlan &resolved)
{
    const LaunchDialect *dialect = launchDialect(resolved.plan.engine);
    const QString &format = resolved.plan.weights;
    return dialect && (holds(dialect->dataTypes, format) || holds(dialect->quantizations, format));
}

Bytes storedBytes(const ModelArchitecture &model, const Format &format, qint64 mtpParameters)
{
    const int layers = model.layers();
    const qint64 embeddings = mtpParameters > 0 ? mtpOwnEmbeddings(model) : 0; // once more with the module
    return weightBytes(model, format) + encoderBytes(model, format)
           + format.blockFor(TensorRole::Mtp, layers - 1, layers).bytesFor(mtpParameters - embeddings)
           + format.blockFor(TensorRole::Embedding, -1, layers).bytesFor(embeddings);
}

} // namespace

LoadingNeeds loadingNeeds(const ResolvedPlan &resolved, const Estimate &estimate)
{
    LoadingNeeds needs;
    const bool isPublished = resolved.plan.weights == QLatin1String("native") || isMadeWhileLoading(resolved);
    if (isPublished && resolved.modelTensors)
        needs.disk = resolved.modelTensors->bytes();
    else
        needs.disk = storedBytes(*resolved.model, isPublished ? resolved.published : resolved.formats[kOwnFormat],
                                 resolved.parameters.mtp);
    if (const DraftModel *draft = resolved.draft.get(); draft && !draft->sharesEmbeddings)
        needs.disk += storedBytes(draft->model, draft->format.value_or(resolved.formats[kOwnFormat]), 0);
    if (resolved.engine->splitsLayers())
        needs.host = estimate.host.total();
    else if (!resolved.engine->dividesFreely())
        needs.host = std::min(needs.disk, kLargestShard) + estimate.host.total();
    return needs;
}

} // namespace plimsoll
