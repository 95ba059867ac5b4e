// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sources/config/blockconfigs.h"

#include "core/catalog/modellayers.h"

namespace plimsoll {
namespace {

using namespace recordlimits;

/// The width of a block by its multiplier: two thirds of it, because the block is gated, rounded up to 256.
qint64 widthFromMultiplier(double multiplier, qint64 width)
{
    constexpr qint64 multiple = 256;
    const qint64 wanted = qint64(2 * multiplier * double(width) / 3);
    return (wanted + multiple - 1) / multiple * multiple;
}

Mixer readAttention(const ConfigKeys &block, const GroupedAttention &usual)
{
    if (block.flag({"no_op"}))
        return NoMixer{};
    GroupedAttention attention = usual;
    const qint64 group = block.integer({"n_heads_in_group"}, 1, usual.heads);
    if (group > 0)
        attention.kvHeads = qint32(usual.heads / group);
    attention.kvHeads = qint32(block.integer({"num_key_value_heads"}, 1, usual.heads, attention.kvHeads));
    attention.slidingWindow = block.integer({"window_length"}, 1, tokens);
    if (block.flag({"replace_with_linear"}))
        block.fail(
            {"replace_with_linear"},
            ConfigKeys::tr("is true; attention replaced by a linear layer is not known. Use a free size instead."));
    else if (usual.heads % attention.kvHeads != 0)
        block.fail({"n_heads_in_group", "num_key_value_heads"},
                   ConfigKeys::tr("does not divide the %1 attention heads.").arg(usual.heads));
    return attention;
}

std::optional<DenseFeedForward> readFeedForward(const ConfigKeys &block, qint64 width, bool bias)
{
    if (block.flag({"no_op"}))
        return std::nullopt;
    DenseFeedForward dense;
    dense.bias = bias;
    dense.intermediateSize = block.integer({"intermediate_size"}, 1, intermediate);
    if (dense.intermediateSize > 0)
        return dense;
    if (!block.has({"ffn_mult"}))
        block.fail({"ffn_mult"}, ConfigKeys::tr("is missing. Download the file again."));
    dense.intermediateSize = widthFromMultiplier(block.number({"ffn_mult"}, 0.001, 64, 1), width);
    return dense;
}

} // namespace

bool readBlockConfigs(const ConfigKeys &in, ModelArchitecture &model)
{
    if (!in.isList({"block_configs"}))
        return false;
    const QJsonArray blocks = in.list({"block_configs"});
    const qint64 count = in.integer({"num_hidden_layers"}, 1, layers, blocks.size());
    if (blocks.size() != count || count > layers || count == 0) {
        in.failLength({"block_configs"}, qint64(blocks.size()), count);
        return true;
    }
    GroupedAttention usual;
    usual.heads = qint32(in.required({"num_attention_heads"}, 1, heads));
    usual.kvHeads = qint32(in.integer({"num_key_value_heads"}, 1, heads, usual.heads));
    usual.headDim =
        qint32(in.integer({"head_dim"}, 1, headDim, std::clamp<qint64>(model.hiddenSize / usual.heads, 1, headDim)));
    usual.valueHeadDim = usual.headDim;
    usual.qkvBias = usual.outputBias = in.flag({"attention_bias"});
    const bool bias = in.flag({"mlp_bias"});
    for (qsizetype i = 0; i < blocks.size() && in.ok(); ++i) {
        const ConfigKeys block(in.issues(), blocks.at(i).toObject(), QStringLiteral("block_configs[%1].").arg(i));
        LayerGroup layer;
        layer.mixer = readAttention(block.object({"attention"}), usual);
        layer.dense = readFeedForward(block.object({"ffn"}), model.hiddenSize, bias);
        layer.norms = (std::holds_alternative<NoMixer>(layer.mixer) ? 0 : 1) + (layer.dense ? 1 : 0);
        if (in.ok())
            model.appendLayer(std::move(layer));
    }
    return true;
}

} // namespace plimsoll
