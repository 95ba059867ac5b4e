// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/modelarchitecture.h"
#include "core/catalog/recordreader.h"

namespace plimsoll {

/// What a model record says about its token mixers, read once, then asked for layer by layer.
/// Letters: F full attention, S sliding window, C chunked or compressed, X cross-attention, M Mamba,
/// L linear attention, P attention and Mamba in parallel, V short convolution, - none.
class MixerFields
{
public:
    MixerFields(RecordReader &in, const ModelArchitecture &model, const QString &letters);

    Mixer mixer(char letter, int layer) const;
    /// DeepSeek V4: a bias a routed expert past the layers whose experts a hash of the token picks.
    qint64 routingBias(char letter, int layer) const;

private:
    enum class Sinks { None, All, Sliding };

    void readGrouped(RecordReader &in);
    void readLatent(RecordReader &in);
    void readCompressed(RecordReader &in);
    void readStateSpace(RecordReader &in, const ModelArchitecture &model);
    void readLinear(RecordReader &in);
    void require(RecordReader &in, const QString &letters) const;
    GroupedAttention grouped(char letter, int layer) const;
    LatentAttention latent(int layer) const;

    int m_layers = 0;
    GroupedAttention m_grouped;
    qint32 m_globalHeadDim = 0, m_globalKvHeads = 0, m_slidingHeads = 0, m_slidingKvHeads = 0;
    bool m_globalKeyEqualsValue = false, m_sharedKeepsWeights = false;
    qint64 m_slidingWindow = 0, m_chunkSize = 0;
    qint64 m_sharedLayers = 0, m_blockIndexFrom = 0;
    Sinks m_sinks = Sinks::None;
    qint32 m_crossExtra = 0;
    LatentAttention m_latent;
    QString m_indexerTypes;
    bool m_isCompressed = false;
    CompressedAttention m_compressed;
    std::vector<qint64> m_compressRatios;
    qint64 m_hashLayers = 0, m_routedExperts = 0;
    qint64 m_mambaVersion = 0;
    Mamba1 m_mamba1;
    Mamba2 m_mamba2;
    LinearAttention m_linear;
    bool m_hasLinear = false;
    ShortConvolution m_convolution;
};

} // namespace plimsoll
