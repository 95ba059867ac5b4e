// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engines/torch/rotarycache.h"

#include <algorithm>
#include <array>

namespace plimsoll::torch {
namespace {

struct Widths {
    qint64 full = 0, windowed = 0; ///< elements of a head
    bool float32 = false;
};

Widths widthsOf(const ModelArchitecture &model)
{
    Widths widths;
    const auto see = [&](const GroupedAttention &a) {
        (a.slidingWindow > 0 ? widths.windowed : widths.full) = qint64(a.headDim * model.partialRotaryFactor);
        widths.float32 |= a.sinks;
    };
    constexpr qint64 compressedWidth = 64; // qk_rope_head_dim of DeepSeek V4's config.json
    for (const LayerGroup &group : model.groups) {
        if (const auto *grouped = std::get_if<GroupedAttention>(&group.mixer)) {
            see(*grouped);
        } else if (const auto *parallel = std::get_if<ParallelHybrid>(&group.mixer)) {
            see(parallel->attention);
        } else if (const auto *cross = std::get_if<CrossAttention>(&group.mixer)) {
            see(cross->attention);
        } else if (const auto *latent = std::get_if<LatentAttention>(&group.mixer)) {
            widths.full = latent->qkRopeHeadDim;
            widths.float32 = true;
        } else if (std::holds_alternative<CompressedAttention>(group.mixer)) {
            widths.full = compressedWidth;
            widths.float32 = true;
        }
    }
    return widths;
}

bool hasNoRotary(const ModelArchitecture &model)
{
    static constexpr std::array<QLatin1String, 5> classes = {
        QLatin1String("BloomForCausalLM"), QLatin1String("MPTForCausalLM"), QLatin1String("MptForCausalLM"),
        QLatin1String("JambaForCausalLM"), QLatin1String("NemotronHForCausalLM")};
    return model.positionEmbeddingRows > 0
           || std::any_of(classes.begin(), classes.end(), [&](QLatin1String c) { return model.architecture == c; });
}

} // namespace

std::vector<Bytes> rotaryTables(const ModelArchitecture &model, qint32 activationBytes, bool scalesOwnBases)
{
    if (hasNoRotary(model))
        return {};
    const Widths widths = widthsOf(model);
    const qint64 bytes = widths.float32 ? 4 : activationBytes;
    const bool ownBase = model.architecture.startsWith(QLatin1String("Gemma3"))
                         || model.architecture.startsWith(QLatin1String("Gemma4"));
    const bool isScaled = model.rotaryPositions > 0 && (scalesOwnBases || !ownBase);
    const qint64 scaled = isScaled ? model.rotaryPositions : model.contextLimit;
    if (widths.full > 0 && widths.windowed > 0 && (ownBase || widths.full != widths.windowed))
        return {Bytes(scaled) * widths.full * bytes, Bytes(model.contextLimit) * widths.windowed * bytes};
    return {Bytes(scaled) * std::max(widths.full, widths.windowed) * bytes};
}

} // namespace plimsoll::torch
