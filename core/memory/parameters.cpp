// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/memory/parameters.h"

#include "core/memory/mixertensors.h"
#include "core/memory/mtpmodule.h"
#include "core/memory/tensors.h"
#include "core/memory/visiontower.h"
#include "core/units/bytes.h"

#include <QLatin1String>

#include <algorithm>

namespace plimsoll {
namespace {

qint64 sum(const std::vector<TensorClass> &tensors)
{
    qint64 total = 0;
    for (const TensorClass &tensor : tensors)
        total += tensor.elements();
    return total;
}

/// One float32 scale for each started 128 x 128 block of every quantised matrix.
qint64 blockScales(const std::vector<TensorClass> &tensors)
{
    constexpr qint64 block = 128;
    qint64 scales = 0;
    for (const TensorClass &tensor : tensors) {
        switch (tensor.role) {
        case TensorRole::Query:
        case TensorRole::Key:
        case TensorRole::Value:
        case TensorRole::Output:
        case TensorRole::LatentDown:
        case TensorRole::LatentUp:
        case TensorRole::Indexer:
        case TensorRole::Gate:
        case TensorRole::Up:
        case TensorRole::Down:
        case TensorRole::ExpertGate:
        case TensorRole::ExpertUp:
        case TensorRole::ExpertDown:
        case TensorRole::SharedGate:
        case TensorRole::SharedUp:
        case TensorRole::SharedDown:
            scales += ceilDivide(tensor.rows, block) * ceilDivide(tensor.columns, block) * tensor.copies;
            break;
        default:
            break;
        }
    }
    return scales;
}

qint64 idleExperts(const LayerGroup &group, qint64 hidden)
{
    if (!group.moe)
        return 0;
    const MoeFeedForward &moe = *group.moe;
    const qint64 width = moe.latentSize > 0 ? moe.latentSize : hidden;
    qint64 expert = (moe.gated ? 3 : 2) * width * moe.intermediateSize;
    if (moe.expertBias)
        expert += (moe.gated ? 2 : 1) * moe.intermediateSize + hidden;
    return expert * (moe.experts - moe.expertsPerToken);
}

qint64 mtpParameters(const ModelArchitecture &model)
{
    const std::optional<ModelArchitecture> module = mtpModule(model);
    if (!module)
        return 0;
    qint64 count = mtpOwnEmbeddings(model);
    for (const LayerGroup &group : module->groups)
        count += group.count * sum(layerTensors(*module, group));
    return count;
}

/// Scales of the MTP module's matrices.
qint64 mtpScales(const ModelArchitecture &model)
{
    qint64 scales = 0;
    if (const std::optional<ModelArchitecture> module = mtpModule(model)) {
        for (const LayerGroup &group : module->groups)
            scales += group.count * blockScales(layerTensors(*module, group));
    }
    return scales;
}

} // namespace

ParameterCounts countParameters(const ModelArchitecture &model)
{
    ParameterCounts counts;
    counts.text = sum(inputTensors(model)) + sum(outputTensors(model));
    qint64 idle = 0;
    for (const LayerGroup &group : model.groups) {
        const std::vector<TensorClass> tensors = layerTensors(model, group);
        counts.text += group.count * sum(tensors);
        counts.scales += group.count * blockScales(tensors);
        idle += group.count * idleExperts(group, model.hiddenSize);
    }
    counts.active = counts.text - idle;
    counts.mtp = mtpParameters(model);
    if (model.vision)
        counts.vision = visionParameters(*model.vision, model.hiddenSize);
    counts.audio = model.audioParameters;
    return counts;
}

qint64 publishedScopeCount(const ModelArchitecture &model)
{
    const ParameterCounts counts = countParameters(model);
    qint64 total = 0;
    const QStringList parts = model.publishedIncludes.split(QLatin1Char('+'), Qt::SkipEmptyParts);
    const bool withMtp = parts.contains(QLatin1String("mtp"));
    total += counts.text;
    for (const QString &part : parts) {
        if (part == QLatin1String("vision"))
            total += counts.vision;
        else if (part == QLatin1String("audio"))
            total += counts.audio;
        else if (part == QLatin1String("mtp"))
            total += counts.mtp;
        else if (part == QLatin1String("tied_dup"))
            total += model.vocabSize * model.embeddingDim;
        else if (part == QLatin1String("buffers"))
            total += model.checkpointBuffers;
        else if (part == QLatin1String("fp8_scales"))
            total += counts.scales + (withMtp ? mtpScales(model) : 0);
    }
    return total;
}

QString attentionKind(const ModelArchitecture &model)
{
    bool grouped = false, multiQuery = true, multiHead = true, latent = false, compressed = false, windowed = false;
    bool full = false, state = false, linear = false, cross = false;
    for (const LayerGroup &group : model.groups) {
        const auto see = [&](const GroupedAttention &a) {
            grouped = true;
            multiQuery &= a.kvHeads == 1;
            multiHead &= a.kvHeads == a.heads;
            (a.slidingWindow > 0 || a.chunkSize > 0 ? windowed : full) = true;
        };
        std::visit(Overloaded{[&](const GroupedAttention &a) { see(a); },
                              [&](const CrossAttention &a) {
                                  see(a.attention);
                                  cross = true;
                              },
                              [&](const ParallelHybrid &p) {
                                  see(p.attention);
                                  state = true;
                              },
                              [&](const LatentAttention &) { latent = true; },
                              [&](const CompressedAttention &) { compressed = true; },
                              [&](const Mamba1 &) { state = true; }, [&](const Mamba2 &) { state = true; },
                              [&](const LinearAttention &) { linear = true; },
                              [&](const ShortConvolution &) { state = true; }, [](const NoMixer &) {}},
                   group.mixer);
    }
    const bool attention = grouped || latent || compressed;
    if ((state || linear) && attention)
        return QStringLiteral("hybrid");
    if (state)
        return QStringLiteral("state-space");
    if (linear)
        return QStringLiteral("linear");
    if (compressed)
        return QStringLiteral("compressed");
    if (latent)
        return QStringLiteral("mla");
    if (windowed)
        return full ? QStringLiteral("sliding-window+full") : QStringLiteral("sliding-window");
    if (cross)
        return QStringLiteral("gqa+cross");
    if (!grouped)
        return QStringLiteral("none");
    if (multiHead)
        return QStringLiteral("mha");
    return multiQuery ? QStringLiteral("mqa") : QStringLiteral("gqa");
}

} // namespace plimsoll
