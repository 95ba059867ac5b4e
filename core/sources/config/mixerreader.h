// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sources/config/configkeys.h"
#include "core/sources/config/dialect.h"

#include <QByteArray>

namespace plimsoll {

/// The token mixers of a file, read once for the kinds of layers that it has, then asked for layer by layer.
class MixerReader
{
public:
    /// `mixers` has a letter for each layer (layerkinds.h).
    MixerReader(const ConfigKeys &in, const Dialect &dialect, qint64 hidden, const QByteArray &mixers);

    Mixer mixer(int layer) const;
    /// DeepSeek V4: a bias for each expert, past the layers whose experts a hash of the token picks.
    qint64 routingBias(int layer) const { return m_compressed.heads > 0 && layer >= m_hashLayers ? m_experts : 0; }

private:
    bool hasAny(const char *letters) const;
    void readGrouped(const ConfigKeys &in, const Dialect &dialect);
    void readHeads(const ConfigKeys &in);
    void readVariants(const ConfigKeys &in);
    void readWindows(const ConfigKeys &in);
    void checkHeads(const ConfigKeys &in) const;
    void readLatent(const ConfigKeys &in);
    void readCompressed(const ConfigKeys &in);
    void readMamba(const ConfigKeys &in);
    void readLinear(const ConfigKeys &in);
    GroupedAttention grouped(char letter, int layer) const;
    LatentAttention latent(int layer) const;

    qint64 m_hidden;
    QByteArray m_mixers;
    GroupedAttention m_full, m_sliding;
    std::vector<qint64> m_headsByLayer, m_kvHeadsByLayer; ///< empty = all alike
    std::vector<qint64> m_indexLayers;                    ///< 1 = has the block index; empty = all alike
    qint64 m_sharedLayers = 0, m_shareEvery = 0;
    bool m_sharedKeepsWeights = false;
    bool m_isLatent = false;
    LatentAttention m_latent;
    std::vector<bool> m_sharesIndex;
    CompressedAttention m_compressed;
    std::vector<qint64> m_compressRatios;
    qint64 m_hashLayers = 0, m_experts = 0;
    bool m_isMamba2 = false;
    Mamba1 m_mamba1;
    Mamba2 m_mamba2;
    LinearAttention m_linear;
    ShortConvolution m_convolution;
    bool m_encoder = false;
};

} // namespace plimsoll
