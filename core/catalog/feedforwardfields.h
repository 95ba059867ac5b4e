// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/feedforwardblocks.h"
#include "core/catalog/recordreader.h"

namespace plimsoll {

/// What a model record says about its feed-forward blocks.
class FeedForwardFields
{
public:
    FeedForwardFields(RecordReader &in, const ModelArchitecture &model, const QString &letters);

    const FeedForwardBlocks &blocks() const { return m_blocks; }
    /// True for models pruned layer by layer (per_layer_intermediate).
    bool variesByLayer() const { return !m_blocks.widths.empty(); }

private:
    void readExperts(RecordReader &in);

    FeedForwardBlocks m_blocks;
};

} // namespace plimsoll
