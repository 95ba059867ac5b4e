// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sources/config/mixerreader.h"

#include "core/catalog/modellayers.h"
#include "core/sources/config/layerkinds.h"

namespace plimsoll {
namespace {

using namespace recordlimits;

constexpr qsizetype kLongestList = recordlimits::layers + 64;

} // namespace

MixerReader::MixerReader(const ConfigKeys &in, const Dialect &dialect, qint64 width, const QByteArray &mixers)
    : m_hidden(width)
    , m_mixers(mixers)
    , m_encoder(dialect.encoder)
{
    if (dialect.layers == LayerRule::Compressed) {
        readCompressed(in);
    } else if (hasAny("FSCXP")) {
        m_isLatent = in.integer({"kv_lora_rank"}, 0, recordlimits::hidden) > 0 && in.flag({"use_mla"}, true);
        if (m_isLatent)
            readLatent(in);
        else
            readGrouped(in, dialect);
    }
    if (hasAny("MP"))
        readMamba(in);
    if (hasAny("L"))
        readLinear(in);
    if (hasAny("V"))
        m_convolution.kernel = qint32(in.required({"conv_L_cache"}, 1, 1024));
}

bool MixerReader::hasAny(const char *letters) const
{
    for (const char letter : m_mixers) {
        if (QByteArrayView(letters).contains(letter))
            return true;
    }
    return false;
}

void MixerReader::readLatent(const ConfigKeys &in)
{
    m_latent.heads = qint32(in.required({"num_attention_heads"}, 1, heads));
    m_latent.qLoraRank = qint32(in.integer({"q_lora_rank"}, 0, recordlimits::hidden));
    m_latent.kvLoraRank = qint32(in.required({"kv_lora_rank"}, 1, recordlimits::hidden));
    m_latent.qkNopeHeadDim = qint32(in.required({"qk_nope_head_dim"}, 1, headDim));
    m_latent.qkRopeHeadDim = qint32(in.required({"qk_rope_head_dim"}, 1, headDim));
    m_latent.valueHeadDim = qint32(in.required({"v_head_dim"}, 1, headDim));
    m_latent.outputGate = in.flag({"mla_output_gate"});
    m_latent.indexHeads = qint32(in.integer({"index_n_heads"}, 0, heads));
    m_latent.indexHeadDim = qint32(in.integer({"index_head_dim"}, 0, headDim));
    const QStringList types = in.texts({"indexer_types"}, kLongestList);
    if (!types.isEmpty() && types.size() < m_mixers.size())
        in.failLength({"indexer_types"}, qint64(types.size()), m_mixers.size());
    for (const QString &type : types)
        m_sharesIndex.push_back(type != QLatin1String("full"));
}

LatentAttention MixerReader::latent(int layer) const
{
    LatentAttention attention = m_latent;
    if (size_t(layer) < m_sharesIndex.size() && m_sharesIndex[size_t(layer)])
        attention.indexHeads = attention.indexHeadDim = 0;
    return attention;
}

void MixerReader::readCompressed(const ConfigKeys &in)
{
    m_compressed.heads = qint32(in.required({"num_attention_heads"}, 1, heads));
    m_compressed.headDim = qint32(in.required({"head_dim"}, 1, headDim));
    m_compressed.qLoraRank = qint32(in.required({"q_lora_rank"}, 1, recordlimits::hidden));
    m_compressed.outputGroups = qint32(in.required({"o_groups"}, 1, heads));
    m_compressed.outputLoraRank = qint32(in.required({"o_lora_rank"}, 1, recordlimits::hidden));
    m_compressed.slidingWindow = in.required({"sliding_window"}, 1, tokens);
    m_compressed.indexHeads = qint32(in.integer({"index_n_heads"}, 0, heads));
    m_compressed.indexHeadDim = qint32(in.integer({"index_head_dim"}, 0, headDim));
    m_compressRatios = in.integers({"compress_ratios"}, 0, 1024, kLongestList);
    m_hashLayers = in.integer({"num_hash_layers"}, 0, recordlimits::layers);
    m_experts = expertCount(in);
    if (qsizetype(m_compressRatios.size()) < m_mixers.size())
        in.failLength({"compress_ratios"}, qint64(m_compressRatios.size()), m_mixers.size());
    for (const qint64 ratio : m_compressRatios) {
        // The KV cache is counted over a multiple of every ratio; published models have 4 and 128.
        if (ratio > 0 && 1024 % ratio != 0)
            in.fail({"compress_ratios"}, ConfigKeys::tr("has %1; expected powers of two up to 1024.").arg(ratio));
    }
}

Mixer MixerReader::mixer(int layer) const
{
    const char letter = m_mixers.at(layer);
    switch (letter) {
    case 'F':
    case 'S':
    case 'C':
        if (m_compressed.heads > 0) {
            CompressedAttention attention = m_compressed;
            attention.compressRatio = qint32(m_compressRatios[size_t(layer)]);
            if (attention.compressRatio != 4)
                attention.indexHeads = attention.indexHeadDim = 0;
            return attention;
        }
        if (m_isLatent)
            return latent(layer);
        return grouped(letter, layer);
    case 'X': {
        const GroupedAttention attention = grouped('F', layer);
        // Norms of queries and keys, and a gate for each of the two blocks.
        return CrossAttention{attention, 2 * attention.headDim + 2};
    }
    case 'M':
        if (m_isMamba2)
            return m_mamba2;
        return m_mamba1;
    case 'L':
        return m_linear;
    case 'V':
        return m_convolution;
    case 'P':
        return ParallelHybrid{grouped('F', layer), m_mamba2};
    default:
        return NoMixer{};
    }
}

} // namespace plimsoll
