// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/mixerfields.h"

#include "core/catalog/modellayers.h"

#include <cmath>

namespace plimsoll {

using L1 = QLatin1String;

MixerFields::MixerFields(RecordReader &in, const ModelArchitecture &model, const QString &letters)
    : m_layers(int(letters.size()))
{
    readLatent(in);
    readGrouped(in);
    readCompressed(in);
    readStateSpace(in, model);
    readLinear(in);
    m_convolution.kernel = qint32(in.integer(L1("conv_L_cache"), 1, 1024));
    require(in, letters);
}

void MixerFields::readGrouped(RecordReader &in)
{
    using namespace recordlimits;
    m_grouped.heads = qint32(in.integer(L1("num_attention_heads"), 1, heads));
    m_grouped.kvHeads = qint32(in.integer(L1("num_key_value_heads"), 1, heads, m_grouped.heads));
    m_grouped.headDim = qint32(in.integer(L1("head_dim"), 1, headDim));
    const qint32 valueDim = qint32(in.integer(L1("v_head_dim"), 1, headDim, m_grouped.headDim));
    m_grouped.valueHeadDim = m_latent.kvLoraRank > 0 ? m_grouped.headDim : valueDim;
    const QString norm =
        in.choice(L1("qk_norm"), {QStringLiteral("head"), QStringLiteral("full"), QStringLiteral("per_head")}, {});
    m_grouped.qkNorm = norm == L1("head")       ? QkNorm::Head
                       : norm == L1("full")     ? QkNorm::Full
                       : norm == L1("per_head") ? QkNorm::PerHead
                                                : QkNorm::None;
    m_grouped.qkvBias = in.flag(L1("qkv_bias"));
    m_grouped.outputBias = in.flag(L1("o_bias"));
    m_grouped.outputGate = in.flag(L1("attn_output_gate"));
    m_grouped.gatePerHead = in.flag(L1("attn_gate_per_head"));
    m_grouped.gateFull = in.flag(L1("attn_gate_full"));
    m_grouped.indexHeads = qint32(in.integer(L1("sparse_index_heads"), 1, heads));
    m_grouped.indexDim = qint32(in.integer(L1("sparse_index_dim"), 1, headDim));
    m_blockIndexFrom = in.integer(L1("first_k_dense_replace"), 0, layers);

    m_globalHeadDim = qint32(in.integer(L1("global_head_dim"), 1, headDim));
    m_globalKvHeads = qint32(in.integer(L1("num_global_key_value_heads"), 1, heads));
    m_globalKeyEqualsValue = in.flag(L1("attention_k_eq_v"));
    m_slidingHeads = qint32(in.integer(L1("swa_num_attention_heads"), 1, heads));
    m_slidingKvHeads = qint32(in.integer(L1("swa_num_key_value_heads"), 1, heads));
    m_slidingWindow = in.integer(L1("sliding_window"), 1, tokens);
    m_chunkSize = in.integer(L1("attention_chunk_size"), 1, tokens);
    m_sharedLayers = in.integer(L1("num_kv_shared_layers"), 0, m_layers);
    m_sharedKeepsWeights = in.flag(L1("kv_shared_keeps_weights"));
    m_crossExtra = qint32(in.integer(L1("cross_attn_extra_per_layer"), 0, hidden));
    const QString sinks = in.choice(L1("attention_sinks"), {QStringLiteral("all"), QStringLiteral("sliding")}, {});
    m_sinks = sinks == L1("all") ? Sinks::All : sinks == L1("sliding") ? Sinks::Sliding : Sinks::None;
    if (m_grouped.kvHeads > 0 && m_grouped.heads % m_grouped.kvHeads != 0)
        in.fail(
            L1("num_key_value_heads"),
            RecordReader::tr("%1 does not divide the %2 attention heads.").arg(m_grouped.kvHeads).arg(m_grouped.heads));
}

void MixerFields::readLatent(RecordReader &in)
{
    using namespace recordlimits;
    m_latent.heads = qint32(in.integer(L1("num_attention_heads"), 1, heads));
    m_latent.qLoraRank = qint32(in.integer(L1("q_lora_rank"), 1, hidden));
    m_latent.kvLoraRank = qint32(in.integer(L1("kv_lora_rank"), 1, hidden));
    m_latent.qkNopeHeadDim = qint32(in.integer(L1("qk_nope_head_dim"), 1, headDim));
    m_latent.qkRopeHeadDim = qint32(in.integer(L1("qk_rope_head_dim"), 1, headDim));
    m_latent.valueHeadDim = qint32(in.integer(L1("v_head_dim"), 1, headDim));
    m_latent.outputGate = in.flag(L1("mla_output_gate"));
    m_latent.indexHeads = qint32(in.integer(L1("index_n_heads"), 1, heads));
    m_latent.indexHeadDim = qint32(in.integer(L1("index_head_dim"), 1, headDim));
    m_indexerTypes = in.text(L1("indexer_types"));
    if (!m_indexerTypes.isEmpty() && m_indexerTypes.size() != m_layers)
        in.fail(
            L1("indexer_types"),
            RecordReader::tr("names %1 layers, but num_hidden_layers is %2.").arg(m_indexerTypes.size()).arg(m_layers));
    for (const QChar letter : m_indexerTypes) {
        if (letter != QLatin1Char('f') && letter != QLatin1Char('s'))
            in.fail(L1("indexer_types"),
                    RecordReader::tr("\"%1\" is not known; expected f (own) or s (shared).").arg(QString(letter)));
    }
}

void MixerFields::readCompressed(RecordReader &in)
{
    using namespace recordlimits;
    m_isCompressed = in.flag(L1("dsv4"));
    m_compressed.outputGroups = qint32(in.integer(L1("o_groups"), 1, heads));
    m_compressed.outputLoraRank = qint32(in.integer(L1("o_lora_rank"), 1, hidden));
    m_compressRatios = in.integers(L1("compress_ratios"), 0, 65536);
    m_hashLayers = in.integer(L1("num_hash_layers"), 0, layers);
    m_routedExperts = in.integer(L1("num_experts"), 1, experts);
    if (!m_compressRatios.empty() && int(m_compressRatios.size()) != m_layers)
        in.fail(
            L1("compress_ratios"),
            RecordReader::tr("has %1 values, but num_hidden_layers is %2.").arg(m_compressRatios.size()).arg(m_layers));
    if (!m_isCompressed)
        return;
    m_compressed.heads = m_latent.heads;
    m_compressed.headDim = m_grouped.headDim;
    m_compressed.qLoraRank = m_latent.qLoraRank;
    m_compressed.slidingWindow = m_slidingWindow;
    m_compressed.indexHeads = m_latent.indexHeads;
    m_compressed.indexHeadDim = m_latent.indexHeadDim;
    for (const auto &[key, value] : {std::pair(L1("o_groups"), m_compressed.outputGroups),
                                     std::pair(L1("o_lora_rank"), m_compressed.outputLoraRank),
                                     std::pair(L1("q_lora_rank"), m_compressed.qLoraRank),
                                     std::pair(L1("compress_ratios"), qint32(m_compressRatios.size()))}) {
        if (value == 0)
            in.fail(key, RecordReader::tr("is missing, but dsv4 is true."));
    }
}

void MixerFields::readStateSpace(RecordReader &in, const ModelArchitecture &model)
{
    using namespace recordlimits;
    m_mambaVersion = in.integer(L1("mamba_version"), 1, 2);
    const double expand = in.number(L1("mamba_expand"), 0.25, 64, 2);
    const qint64 inner =
        in.integer(L1("mamba_d_inner"), 1, intermediate, qint64(std::floor(expand * double(model.hiddenSize))));
    m_mamba1.innerDim = qint32(inner);
    m_mamba1.stateDim = qint32(in.integer(L1("mamba_d_state"), 1, 65536));
    m_mamba1.convKernel = qint32(in.integer(L1("mamba_d_conv"), 1, 1024));
    m_mamba1.timeStepRank = qint32(in.integer(L1("mamba_dt_rank"), 1, hidden));
    m_mamba1.innerNorms = in.flag(L1("mamba_inner_layernorms"));
    m_mamba2.heads = qint32(in.integer(L1("mamba_num_heads"), 1, heads));
    m_mamba2.headDim = qint32(in.integer(L1("mamba_head_dim"), 1, headDim));
    m_mamba2.groups = qint32(in.integer(L1("mamba_n_groups"), 1, heads));
    m_mamba2.stateDim = m_mamba1.stateDim;
    m_mamba2.convKernel = m_mamba1.convKernel;
    m_mamba2.gatedNorm = in.flag(L1("mamba_gated_norm"), true);
    m_mamba2.convBias = in.flag(L1("mamba_conv_bias"), true);
    m_mamba2.projectionBias = in.flag(L1("mamba_proj_bias"));
}

void MixerFields::readLinear(RecordReader &in)
{
    using namespace recordlimits;
    const QString kind = in.choice(L1("linear_attn_type"),
                                   {QStringLiteral("gdn"), QStringLiteral("kda"), QStringLiteral("lightning")}, {});
    m_hasLinear = !kind.isEmpty();
    m_linear.kind = kind == L1("kda")         ? LinearAttentionKind::KimiDelta
                    : kind == L1("lightning") ? LinearAttentionKind::Lightning
                                              : LinearAttentionKind::GatedDeltaNet;
    const bool lightning = m_linear.kind == LinearAttentionKind::Lightning;
    const qint32 headsElse = lightning ? m_grouped.heads : 0;
    const qint32 dimElse = lightning ? m_grouped.headDim : 0;
    m_linear.keyHeads = qint32(in.integer(L1("linear_num_key_heads"), 1, heads, headsElse));
    m_linear.valueHeads = qint32(in.integer(L1("linear_num_value_heads"), 1, heads, headsElse));
    m_linear.keyHeadDim = qint32(in.integer(L1("linear_key_head_dim"), 1, headDim, dimElse));
    m_linear.valueHeadDim = qint32(in.integer(L1("linear_value_head_dim"), 1, headDim, dimElse));
    m_linear.convKernel = qint32(in.integer(L1("linear_conv_kernel_dim"), 1, 1024));
    m_linear.fullRankGate = in.flag(L1("kda_full_rank_gate"));
}

void MixerFields::require(RecordReader &in, const QString &letters) const
{
    struct Need {
        const char *letters;
        bool applies;
        L1 key;
        qint64 value;
    };
    const bool latent = m_latent.kvLoraRank > 0 && !m_isCompressed;
    const bool linearShape = m_linear.kind != LinearAttentionKind::Lightning;
    const Need needs[] = {
        {"FSCX", true, L1("num_attention_heads"), m_grouped.heads},
        {"FSC", !latent, L1("head_dim"), m_grouped.headDim},
        {"XP", true, L1("head_dim"), m_grouped.headDim},
        {"P", true, L1("num_attention_heads"), m_grouped.heads},
        {"FSC", latent, L1("qk_nope_head_dim"), m_latent.qkNopeHeadDim},
        {"FSC", latent, L1("qk_rope_head_dim"), m_latent.qkRopeHeadDim},
        {"FSC", latent, L1("v_head_dim"), m_latent.valueHeadDim},
        {"S", true, L1("sliding_window"), m_slidingWindow},
        {"C", !m_isCompressed, L1("attention_chunk_size"), m_chunkSize},
        {"C", m_isCompressed, L1("sliding_window"), m_slidingWindow},
        {"M", true, L1("mamba_version"), m_mambaVersion},
        {"MP", true, L1("mamba_d_state"), m_mamba1.stateDim},
        {"MP", true, L1("mamba_d_conv"), m_mamba1.convKernel},
        {"M", m_mambaVersion == 1, L1("mamba_dt_rank"), m_mamba1.timeStepRank},
        {"M", m_mambaVersion == 2, L1("mamba_num_heads"), m_mamba2.heads},
        {"M", m_mambaVersion == 2, L1("mamba_head_dim"), m_mamba2.headDim},
        {"M", m_mambaVersion == 2, L1("mamba_n_groups"), m_mamba2.groups},
        {"P", true, L1("mamba_num_heads"), m_mamba2.heads},
        {"P", true, L1("mamba_head_dim"), m_mamba2.headDim},
        {"P", true, L1("mamba_n_groups"), m_mamba2.groups},
        {"L", true, L1("linear_attn_type"), m_hasLinear},
        {"L", linearShape, L1("linear_num_key_heads"), m_linear.keyHeads},
        {"L", linearShape, L1("linear_num_value_heads"), m_linear.valueHeads},
        {"L", linearShape, L1("linear_key_head_dim"), m_linear.keyHeadDim},
        {"L", linearShape, L1("linear_value_head_dim"), m_linear.valueHeadDim},
        {"L", linearShape, L1("linear_conv_kernel_dim"), m_linear.convKernel},
        {"V", true, L1("conv_L_cache"), m_convolution.kernel},
    };
    for (const Need &need : needs) {
        if (!need.applies || need.value != 0)
            continue;
        for (const QChar letter : letters) {
            if (L1(need.letters).contains(letter)) {
                in.fail(need.key,
                        RecordReader::tr("is missing, but layer_types has layers of kind %1.").arg(QString(letter)));
                break;
            }
        }
    }
}

GroupedAttention MixerFields::grouped(char letter, int layer) const
{
    GroupedAttention attention = m_grouped;
    if (letter == 'F') {
        if (m_globalHeadDim > 0)
            attention.headDim = attention.valueHeadDim = m_globalHeadDim;
        if (m_globalKvHeads > 0)
            attention.kvHeads = m_globalKvHeads;
        attention.keyEqualsValue = m_globalKeyEqualsValue;
    } else if (letter == 'S') {
        if (m_slidingKvHeads > 0)
            attention.kvHeads = m_slidingKvHeads;
        if (m_slidingHeads > 0)
            attention.heads = m_slidingHeads;
        attention.slidingWindow = m_slidingWindow;
    } else if (letter == 'C') {
        attention.chunkSize = m_chunkSize;
    }
    attention.sinks = m_sinks == Sinks::All || (m_sinks == Sinks::Sliding && letter == 'S');
    if (m_sharedLayers > 0 && layer >= m_layers - m_sharedLayers) {
        attention.sharesKvCache = true;
        attention.ownsKvProjections = m_sharedKeepsWeights;
    }
    if (layer < m_blockIndexFrom)
        attention.indexHeads = attention.indexDim = 0;
    return attention;
}

LatentAttention MixerFields::latent(int layer) const
{
    LatentAttention attention = m_latent;
    if (!m_indexerTypes.isEmpty() && m_indexerTypes.at(layer) != QLatin1Char('f'))
        attention.indexHeads = attention.indexHeadDim = 0;
    return attention;
}

Mixer MixerFields::mixer(char letter, int layer) const
{
    switch (letter) {
    case 'F':
    case 'S':
    case 'C':
        if (m_isCompressed) {
            CompressedAttention attention = m_compressed;
            attention.compressRatio = qint32(m_compressRatios[size_t(layer)]);
            return attention;
        }
        if (m_latent.kvLoraRank > 0)
            return latent(layer);
        return grouped(letter, layer);
    case 'X':
        return CrossAttention{grouped('F', 0), m_crossExtra};
    case 'M':
        if (m_mambaVersion == 2)
            return m_mamba2;
        return m_mamba1;
    case 'L':
        return m_linear;
    case 'V':
        return m_convolution;
    case 'P':
        return ParallelHybrid{grouped('F', 0), m_mamba2};
    default:
        return NoMixer{};
    }
}

qint64 MixerFields::routingBias(char letter, int layer) const
{
    const bool attends = letter == 'F' || letter == 'S' || letter == 'C';
    return m_isCompressed && attends && layer >= m_hashLayers ? m_routedExperts : 0;
}

} // namespace plimsoll
