// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/modellayers.h"
#include "core/sources/config/mixerreader.h"

// Softmax attention with keys and values: heads, biases, norms, windows.

namespace plimsoll {
namespace {

using namespace recordlimits;

constexpr qsizetype kLongestList = recordlimits::layers + 64;

QkNorm readQkNorm(const ConfigKeys &in, const Dialect &dialect)
{
    const QString kind = in.text({"qk_norm_kind"});
    if (kind == QLatin1String("none"))
        return QkNorm::None;
    QkNorm norm = kind == QLatin1String("head") ? QkNorm::Head : dialect.qkNorm;
    const bool isUnknown = dialect.names[0] == '\0';
    if (isUnknown)
        norm = QkNorm::Head;
    const bool isOn = in.isBool({"use_qk_norm", "qk_layernorm", "qk_norm", "use_query_key_norm"})
                          ? in.flag({"use_qk_norm", "qk_layernorm", "qk_norm", "use_query_key_norm"})
                          : !isUnknown && (!dialect.qkNormByKey || in.flag({"use_qk_norm"}));
    return isOn ? norm : QkNorm::None;
}

/// Keys that give every linear layer a bias.
bool allBiases(const ConfigKeys &in, bool fallback = false)
{
    return in.flag({"use_bias", "add_bias_linear", "bias"}, fallback);
}

void readBiases(const ConfigKeys &in, const Dialect &dialect, GroupedAttention &attention)
{
    const ConfigKeys::Names names = {"attention_bias", "qkv_bias", "use_qkv_bias", "add_qkv_bias", "attn_bias"};
    if (dialect.bias == BiasRule::Fixed) {
        // The key may be there with a value that the modelling code does not read.
        attention.qkvBias = in.defaultFlag("attention_bias");
        attention.outputBias = false;
        if (in.has({"attention_out_bias"})) {
            attention.qkvBias = in.flag({"attention_bias"});
            attention.outputBias = in.flag({"attention_out_bias"});
        }
        return;
    }
    attention.qkvBias = in.has(names) ? in.flag(names) : allBiases(in);
    const bool follows = dialect.bias == BiasRule::All && attention.qkvBias;
    attention.outputBias = in.flag({"attention_out_bias", "o_bias", "use_o_bias"}, follows || allBiases(in));
}

} // namespace

void MixerReader::readHeads(const ConfigKeys &in)
{
    const ConfigKeys::Names queryNames = {"num_attention_heads", "n_head", "n_heads", "num_heads", "num_query_heads"};
    const ConfigKeys::Names keyNames = {"num_key_value_heads", "n_kv_heads",       "num_kv_heads",
                                        "n_head_kv",           "num_query_groups", "multi_query_group_num"};
    const auto byLayer = [&](ConfigKeys::Names names) {
        std::vector<qint64> list = in.integers(names, 1, heads, kLongestList);
        if (list.size() < size_t(m_mixers.size()))
            in.failLength(names, qint64(list.size()), m_mixers.size());
        return list;
    };
    if (in.isList({"num_attention_heads_per_layer"}))
        m_headsByLayer = byLayer({"num_attention_heads_per_layer"});
    if (in.isList(queryNames)) {
        m_headsByLayer = byLayer(queryNames);
        m_full.heads = m_headsByLayer.empty() ? 1 : qint32(m_headsByLayer.front());
    } else {
        m_full.heads = qint32(in.required(queryNames, 1, heads));
    }
    const qint64 usual = in.flag({"multi_query"}) ? 1 : m_full.heads;
    if (in.isList(keyNames)) {
        m_kvHeadsByLayer = byLayer(keyNames);
        m_full.kvHeads = m_kvHeadsByLayer.empty() ? 1 : qint32(m_kvHeadsByLayer.front());
    } else {
        m_full.kvHeads = qint32(in.integer(keyNames, 1, heads, usual));
    }
    const qint64 shared = std::clamp<qint64>(m_hidden / m_full.heads, 1, headDim);
    m_full.headDim =
        qint32(in.integer({"head_dim", "attention_head_dim", "kv_channels", "head_size"}, 1, headDim, shared));
    m_full.valueHeadDim = qint32(in.integer({"v_head_dim"}, 0, headDim, m_full.headDim));
    if (m_full.valueHeadDim == 0) // a class with latent attention that is switched off
        m_full.valueHeadDim = m_full.headDim;
}

void MixerReader::readGrouped(const ConfigKeys &in, const Dialect &dialect)
{
    readHeads(in);
    readBiases(in, dialect, m_full);
    m_full.qkNorm = readQkNorm(in, dialect);
    m_full.outputGate = in.flag({"attn_output_gate"}, dialect.outputGate);
    m_full.gatePerHead = dialect.gatePerHead;
    m_full.gateFull = dialect.gateFull;
    m_full.sinks = dialect.sinks;
    m_full.indexHeads = qint32(in.integer({"sparse_index_heads"}, 0, heads));
    m_full.indexDim = qint32(in.integer({"sparse_index_dim"}, 0, headDim));
    m_indexLayers = in.integers({"sparse_index_layers"}, 0, 1, kLongestList);
    m_sliding = m_full;
    readVariants(in);
    readWindows(in);
    if (m_encoder) // attends to both sides and keeps nothing for a next token
        m_full.sharesKvCache = m_sliding.sharesKvCache = true;
    checkHeads(in);
}

void MixerReader::readVariants(const ConfigKeys &in)
{
    m_sliding.heads = qint32(in.integer({"swa_num_attention_heads"}, 1, heads, m_full.heads));
    m_sliding.kvHeads = qint32(in.integer({"swa_num_key_value_heads"}, 1, heads, m_full.kvHeads));
    m_sliding.headDim = qint32(in.integer({"swa_head_dim"}, 1, headDim, m_full.headDim));
    m_sliding.valueHeadDim = qint32(in.integer({"swa_v_head_dim"}, 1, headDim, m_full.valueHeadDim));
    m_sliding.sinks = in.flag({"add_swa_attention_sink_bias"}, m_full.sinks);
    m_full.sinks = in.flag({"add_full_attention_sink_bias"}, m_full.sinks);
    if (in.has({"global_head_dim"}))
        m_full.headDim = m_full.valueHeadDim = qint32(in.integer({"global_head_dim"}, 1, headDim));
    m_full.kvHeads = qint32(in.integer({"num_global_key_value_heads"}, 1, heads, m_full.kvHeads));
    m_full.keyEqualsValue = in.flag({"attention_k_eq_v"});
    m_sharedLayers = in.integer({"num_kv_shared_layers"}, 0, recordlimits::layers);
    m_sharedKeepsWeights = in.flag({"kv_shared_keeps_weights"});
    m_shareEvery = in.integer({"kv_shared_every"}, 1, recordlimits::layers, 1);
}

void MixerReader::readWindows(const ConfigKeys &in)
{
    if (hasAny("S"))
        m_sliding.slidingWindow = in.required({"sliding_window", "sliding_window_size", "window_size"}, 1, tokens);
    if (hasAny("C"))
        m_full.chunkSize = in.required({"attention_chunk_size"}, 1, tokens);
    // A window that no context outgrows is none.
    const qint64 context = in.integer({"max_position_embeddings"}, 1, tokens, tokens);
    if (m_sliding.slidingWindow >= context)
        m_sliding.slidingWindow = 0;
}

void MixerReader::checkHeads(const ConfigKeys &in) const
{
    for (size_t i = 0; i < size_t(m_mixers.size()); ++i) {
        const GroupedAttention attention = grouped(m_mixers.at(qsizetype(i)), int(i));
        if (attention.heads % attention.kvHeads == 0)
            continue;
        in.fail({"num_key_value_heads", "n_kv_heads", "num_kv_heads", "n_head_kv"},
                ConfigKeys::tr("is %1, which does not divide the %2 attention heads. Correct one of the two.")
                    .arg(attention.kvHeads)
                    .arg(attention.heads));
        return;
    }
}

GroupedAttention MixerReader::grouped(char letter, int layer) const
{
    GroupedAttention attention = letter == 'S' ? m_sliding : m_full;
    if (letter != 'C')
        attention.chunkSize = 0;
    if (!m_headsByLayer.empty() && size_t(layer) < m_headsByLayer.size())
        attention.heads = qint32(m_headsByLayer[size_t(layer)]);
    if (!m_kvHeadsByLayer.empty() && size_t(layer) < m_kvHeadsByLayer.size())
        attention.kvHeads = qint32(m_kvHeadsByLayer[size_t(layer)]);
    const bool ownsNone = m_shareEvery > 1 && layer % m_shareEvery != 0;
    if (ownsNone || (m_sharedLayers > 0 && layer >= m_mixers.size() - m_sharedLayers)) {
        attention.sharesKvCache = true;
        attention.ownsKvProjections = m_sharedKeepsWeights;
    }
    if (size_t(layer) < m_indexLayers.size() && m_indexLayers[size_t(layer)] == 0)
        attention.indexHeads = attention.indexDim = 0;
    return attention;
}

} // namespace plimsoll
