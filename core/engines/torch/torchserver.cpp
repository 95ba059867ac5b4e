// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engines/torch/torchserver.h"

#include <algorithm>

namespace plimsoll::torch {

std::array<ComparisonFormat, kComparisonFormats> Server::comparisonFormats() const
{
    return {{{QStringLiteral("fp32"), QStringLiteral("FP32")},
             {QStringLiteral("bf16"), QStringLiteral("BF16")},
             {QStringLiteral("int8"), QStringLiteral("W8A8 INT8")},
             {QStringLiteral("int4"), QStringLiteral("W4A16, group 128")}}};
}

QString Server::defaultKvFormat(const ModelArchitecture &, const Format &weights) const
{
    return weights.block == BitsPerWeight{4, 1}  ? QStringLiteral("fp32")
           : weights.id == QLatin1String("fp16") ? QStringLiteral("fp16")
                                                 : QStringLiteral("bf16");
}

QString Server::whyIllegal(const ModelArchitecture &model, const Parallel &parallel, Parallel *nearest) const
{
    return torch::whyIllegal(model, parallel, nearest, name(), expertSpread());
}

qint32 Server::activationBytes(const Format &format)
{
    return format.block == BitsPerWeight{4, 1} ? 4 : 2;
}

LayoutLoad Server::loadRanks(const EngineInput &input, const Parallel &parallel, std::span<const Gpu *const> gpus,
                             std::span<const qint32> gpuIndices,
                             const std::function<RankLoad(const Stage &, const Gpu *)> &rankOn,
                             const LayoutRules &rules)
{
    LayoutLoad layout;
    layout.parallel = parallel;
    layout.gpus = std::max<qint32>(1, qint32(gpus.size()));
    std::vector<bool> samples; // of each kind of rank
    const auto add = [&](qint32 stageIndex, bool isDriver, const Gpu *gpu, qint32 gpuIndex) {
        Stage stage = stageOf(input.model.layers(), parallel.pipeline, stageIndex, rules.restOnLastStage);
        stage.samples = stage.last && (isDriver || !rules.driverSamples);
        for (size_t i = 0; i < layout.ranks.size(); ++i) {
            RankLoad &known = layout.ranks[i];
            if (known.stage == stageIndex && known.gpuIndex == gpuIndex && samples[i] == stage.samples) {
                ++known.count;
                return;
            }
        }
        RankLoad rank = rankOn(stage, gpu);
        rank.gpuIndex = gpuIndex;
        layout.ranks.push_back(rank);
        samples.push_back(stage.samples);
    };
    if (gpus.empty())
        add(0, true, nullptr, 0);
    for (size_t i = 0; i < gpus.size(); ++i)
        add(qint32(i) / parallel.tensor % parallel.pipeline, qint32(i) % parallel.tensor == 0, gpus[i], gpuIndices[i]);
    return layout;
}

} // namespace plimsoll::torch
