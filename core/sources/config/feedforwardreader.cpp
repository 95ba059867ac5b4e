// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sources/config/feedforwardreader.h"

#include "core/catalog/modellayers.h"
#include "core/sources/config/layerkinds.h"

namespace plimsoll {
namespace {

using namespace recordlimits;

constexpr ConfigKeys::Names kWidthNames = {"dense_intermediate_size",
                                           "intermediate_size_mlp",
                                           "intermediate_size",
                                           "n_inner",
                                           "ffn_hidden_size",
                                           "ff_intermediate_size",
                                           "ffn_dim",
                                           "d_ff",
                                           "block_ff_dim",
                                           "mlp_hidden_size",
                                           "ffn_embed_dim"};

bool routerHasBias(const ConfigKeys &in, const Dialect &dialect)
{
    switch (dialect.routerBias) {
    case RouterBias::Always:
        return true;
    case RouterBias::Never:
        return false;
    case RouterBias::ByKey:
        break;
    }
    return (in.isText({"topk_method"}) && in.text({"topk_method"}) == QLatin1String("noaux_tc"))
           || in.flag({"use_routing_bias", "use_moe_router_bias", "moe_router_enable_expert_bias", "use_expert_bias"});
}

} // namespace

FeedForwardReader::FeedForwardReader(const ConfigKeys &in, const Dialect &dialect, qint64 width,
                                     const QByteArray &blocks)
    : m_letters(blocks)
{
    if (blocks.contains('D') || blocks.contains('B'))
        readDense(in, dialect, width);
    if (blocks.contains('E') || blocks.contains('B'))
        readExperts(in, dialect, width);
}

void FeedForwardReader::readDense(const ConfigKeys &in, const Dialect &dialect, qint64 width)
{
    m_blocks.dense.gated = in.flag({"gated", "mlp_gated_linear_units"}, dialect.gated);
    m_blocks.dense.bias = in.flag({"mlp_bias"}, in.flag({"use_bias", "add_bias_linear", "bias"}));
    m_blocks.doubleWideFrom = in.integer({"double_wide_from"}, 0, layers, -1);
    if (in.isList(kWidthNames)) {
        m_blocks.widths = in.integers(kWidthNames, 1, intermediate, layers);
        if (m_blocks.widths.size() < size_t(m_letters.size()))
            in.failLength(kWidthNames, qint64(m_blocks.widths.size()), m_letters.size());
        return;
    }
    const bool followsWidth = dialect.feedForwardTimes > 0 && !in.has(kWidthNames);
    m_blocks.dense.intermediateSize = followsWidth          ? dialect.feedForwardTimes * width
                                      : in.has(kWidthNames) ? in.integer(kWidthNames, 1, intermediate)
                                                            : in.required({"intermediate_size"}, 1, intermediate);
    const bool isNominal = m_blocks.dense.gated && dialect.gated && !in.flag({"mlp_gated_linear_units"})
                           && in.has({"ffn_embed_dim"}) && m_blocks.dense.intermediateSize == 4 * width;
    if (isNominal) {
        // Four times the width is what a plain block would have: Llama's gated one keeps two thirds, rounded up.
        constexpr qint64 multiple = 256;
        m_blocks.dense.intermediateSize =
            (2 * m_blocks.dense.intermediateSize / 3 + multiple - 1) / multiple * multiple;
        in.issues().warn(ConfigKeys::tr("ffn_embed_dim is four times the width, which a gated block does not have; "
                                        "%1 is assumed, by Llama's rule.")
                             .arg(m_blocks.dense.intermediateSize));
    }
}

void FeedForwardReader::readExperts(const ConfigKeys &in, const Dialect &dialect, qint64 width)
{
    m_blocks.moe.experts = qint32(expertCount(in));
    m_blocks.moe.expertsPerToken =
        qint32(in.required({"num_experts_per_tok", "num_experts_per_token", "moe_topk", "moe_k", "moe_top_k",
                            "experts_per_token", "num_selected_experts"},
                           1, experts));
    m_blocks.moe.intermediateSize =
        in.required({"moe_intermediate_size", "expert_ffn_hidden_size", "expert_intermediate_size",
                     "moe_ffn_hidden_size", "expert_hidden_size", "intermediate_size"},
                    1, intermediate);
    m_blocks.moe.gated = in.flag({"gated"}, dialect.gated);
    m_blocks.moe.routerBias = routerHasBias(in, dialect);
    m_blocks.moe.expertBias = dialect.expertBias;
    m_blocks.moe.latentSize = in.integer({"moe_latent_size"}, 1, recordlimits::hidden);
    m_blocks.moe.latentNorm = m_blocks.moe.latentSize > 0 && in.flag({"moe_latent_norm"});
    m_blocks.extraWithExperts = in.integer({"moe_parallel_extra_per_layer"}, 0, extra);
    readShared(in, dialect);
    if (m_blocks.moe.expertsPerToken > m_blocks.moe.experts)
        in.fail({"num_experts_per_tok", "num_experts_per_token", "moe_topk", "moe_k", "moe_top_k"},
                ConfigKeys::tr("is %1, but there are only %2 experts. Correct one of the two.")
                    .arg(m_blocks.moe.expertsPerToken)
                    .arg(m_blocks.moe.experts));
    if (m_blocks.moe.latentSize > width)
        in.fail({"moe_latent_size"}, ConfigKeys::tr("is wider than hidden_size. Correct one of the two."));
}

void FeedForwardReader::readShared(const ConfigKeys &in, const Dialect &dialect)
{
    const qint64 shared =
        in.integer({"n_shared_experts", "num_shared_experts", "num_shared_expert", "moe_num_shared_experts"}, 0, 64);
    m_blocks.moe.sharedIntermediate = in.integer(
        {"shared_expert_intermediate_size", "shared_intermediate_size", "moe_shared_expert_intermediate_size"}, 0,
        intermediate, shared * m_blocks.moe.intermediateSize);
    m_blocks.moe.sharedGate = dialect.sharedGate && m_blocks.moe.sharedIntermediate > 0;
}

} // namespace plimsoll
