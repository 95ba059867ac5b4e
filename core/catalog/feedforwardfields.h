// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/modelarchitecture.h"
#include "core/catalog/recordreader.h"

namespace plimsoll {

/// What a model record says about its feed-forward blocks, read once, then asked for layer by layer.
/// Letters: D dense, E experts, B both in parallel, - none.
class FeedForwardFields
{
public:
    FeedForwardFields(RecordReader &in, const ModelArchitecture &model, const QString &letters);

    std::optional<DenseFeedForward> dense(char letter, int layer) const;
    std::optional<MoeFeedForward> moe(char letter) const;
    /// True for models pruned layer by layer (per_layer_intermediate).
    bool variesByLayer() const { return !m_perLayer.empty(); }

private:
    void readExperts(RecordReader &in);

    DenseFeedForward m_dense;
    MoeFeedForward m_moe;
    std::vector<qint64> m_perLayer;
    qint64 m_doubleWideFrom = -1;
    qint64 m_parallelExtra = 0;
};

} // namespace plimsoll
