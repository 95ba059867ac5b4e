// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/memory/mtpmodule.h"

#include "core/memory/mixertensors.h"

#include <algorithm>

namespace plimsoll {
namespace {

bool isFullAttention(const LayerGroup &group)
{
    if (const auto *grouped = std::get_if<GroupedAttention>(&group.mixer))
        return grouped->slidingWindow == 0 && grouped->chunkSize == 0;
    return std::holds_alternative<LatentAttention>(group.mixer);
}

bool isSlidingAttention(const LayerGroup &group)
{
    const auto *grouped = std::get_if<GroupedAttention>(&group.mixer);
    return grouped && grouped->slidingWindow > 0;
}

/// A layer of attention and feed-forward of the kinds that the model has elsewhere.
enum class FeedForward { None, Dense, Moe };
LayerGroup layerLike(const ModelArchitecture &model, bool (*mixerKind)(const LayerGroup &), FeedForward kind)
{
    LayerGroup layer;
    layer.mixer = NoMixer{};
    layer.norms = model.groups.empty() ? 2 : model.groups.front().norms;
    if (mixerKind) {
        const auto found = std::find_if(model.groups.begin(), model.groups.end(), mixerKind);
        if (found != model.groups.end()) {
            layer.mixer = found->mixer;
            layer.extraParameters = found->extraParameters;
        }
    }
    for (const LayerGroup &group : model.groups) {
        if (kind == FeedForward::Dense && group.dense && !layer.dense)
            layer.dense = group.dense;
        if (kind == FeedForward::Moe && group.moe && !layer.moe)
            layer.moe = group.moe;
    }
    return layer;
}

} // namespace

std::optional<ModelArchitecture> mtpModule(const ModelArchitecture &model)
{
    if (model.mtpLayers == 0 || model.mtpStyle == MtpStyle::None)
        return std::nullopt;
    ModelArchitecture module = model;
    module.groups.clear();
    module.layerGroups.clear();
    module.mtpLayers = 0;
    module.mtpStyle = MtpStyle::None;
    module.vision.reset();
    module.audioParameters = 0;
    module.extraParameters = 0;

    const qint64 projection = 2 * model.hiddenSize * model.hiddenSize;
    const qint64 norm = normParameters(model.normType, model.hiddenSize);
    const FeedForward usual = model.hasExperts() ? FeedForward::Moe : FeedForward::Dense;
    for (qint32 i = 0; i < model.mtpLayers; ++i) {
        const auto add = [&](bool (*kind)(const LayerGroup &), FeedForward feedForward, qint64 joining) {
            LayerGroup layer = layerLike(model, kind, feedForward);
            layer.extraParameters += joining;
            module.appendLayer(layer);
        };
        switch (model.mtpStyle) {
        case MtpStyle::None:
            break;
        case MtpStyle::DeepSeek:
        case MtpStyle::DeepSeekShared:
            add(isFullAttention, usual, projection + 3 * norm);
            break;
        case MtpStyle::Qwen: // joined once, before the first of its layers
            add(isFullAttention, usual, i == 0 ? projection + 3 * norm : 0);
            break;
        case MtpStyle::Ernie:
            add(isFullAttention, FeedForward::Dense, projection + 2 * norm);
            break;
        case MtpStyle::Step:
            add(isSlidingAttention, FeedForward::Dense, projection + 2 * norm);
            break;
        case MtpStyle::Nemotron:
            add(isFullAttention, FeedForward::None, projection + 3 * norm);
            add(nullptr, FeedForward::Moe, 0);
            break;
        case MtpStyle::Mimo:
            add(isFullAttention, FeedForward::Dense, projection + 3 * norm);
            break;
        }
    }
    return module;
}

qint64 mtpOwnEmbeddings(const ModelArchitecture &model)
{
    const qint64 table = model.vocabSize * model.hiddenSize;
    if (model.mtpStyle == MtpStyle::DeepSeek)
        return model.mtpLayers * 2 * table;
    if (model.mtpStyle == MtpStyle::Step) // a head and its norm
        return model.mtpLayers * (table + normParameters(model.normType, model.hiddenSize));
    return 0;
}

} // namespace plimsoll
