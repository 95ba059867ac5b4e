// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/modelarchitecture.h"

#include <array>
#include <optional>

namespace plimsoll {

/// What a tensor of a layer does, whatever the file calls it.
enum class WeightPart : quint8 {
    Query,
    Key,
    Value,
    FusedQkv,
    AttentionOut,
    AttentionGate,
    QueryNorm,
    KeyNorm,
    QkvBias,
    OutputBias,
    Sinks,
    QueryDown, ///< MLA: hidden -> q_lora_rank
    QueryUp,
    KvDown, ///< MLA: hidden -> kv_lora_rank + rope
    KvUp,   ///< MLA: kv_b, or k_b and v_b
    KvNorm, ///< of the latent
    Indexer,
    Compressor, ///< DeepSeek V4
    FfnGate,
    FfnUp,
    FfnGateUp,
    FfnDown,
    FfnBias,
    Router,
    RouterBias,
    ExpertGate,
    ExpertUp,
    ExpertGateUp,
    ExpertDown,
    ExpertBias,
    SharedGate,
    SharedUp,
    SharedGateUp,
    SharedDown,
    SharedRouter,
    StateIn,
    StateX, ///< Mamba 1: inner -> dt, B and C
    StateNorm,
    StateOut,
    StateOther,
    DeltaNet,  ///< a projection that only gated delta nets have
    KimiDelta, ///< and one that only KDA has
    ShortConv,
    Rwkv,
    Norm,
    NormBias,
    Other,
};

inline constexpr size_t kWeightParts = size_t(WeightPart::Other) + 1;

/// The weights of one layer by part, counted in elements: that is right for packed and for transposed weights too.
struct LayerShapes {
    std::array<qint64, kWeightParts> elements = {};
    std::array<qint32, kWeightParts> tensors = {};
    qint64 experts = 0;

    /// Saturates. `expertCount` is how many experts the tensor tells of: its outer dimension, or an index + 1.
    void add(WeightPart part, qint64 count, qint64 expertCount = 0);
    qint64 operator[](WeightPart part) const { return elements[size_t(part)]; }
    bool has(WeightPart part) const { return tensors[size_t(part)] > 0; }
    qint64 total() const;

    friend bool operator==(const LayerShapes &, const LayerShapes &) = default;
};

/// What the shapes do not say. Zero = not known.
struct LayerHints {
    qint32 heads = 0, kvHeads = 0, headDim = 0, valueHeadDim = 0;
    qint32 kvLoraRank = 0, ropeDim = 0, latentKeyDim = 0, latentValueDim = 0; ///< MLA; latentKeyDim = nope + rope
    qint32 indexHeads = 0, indexHeadDim = 0;
    qint64 slidingWindow = 0, chunkSize = 0;
    qint32 expertsPerToken = 0;
    qint32 stateDim = 0, stateHeads = 0, stateGroups = 0, convKernel = 0, timeStepRank = 0;
    qint64 stateInner = 0;
    qint32 outputGroups = 0, outputLoraRank = 0, compressRatio = 0; ///< DeepSeek V4
    bool sharesKvCache = false;

    friend bool operator==(const LayerHints &, const LayerHints &) = default;
};

/// The layer that has these weights. What its kind does not account for goes into extraParameters, so that the count
/// is that of the file. `model` gives the width and the kind of norms. Nothing where a size is beyond recordlimits.
std::optional<LayerGroup> layerOf(const LayerShapes &shapes, const LayerHints &hints, const ModelArchitecture &model);

} // namespace plimsoll
