// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/attention.h"
#include "core/catalog/format.h"

#include <QList>
#include <QString>

#include <optional>
#include <vector>

namespace plimsoll {

enum class NormType { Rms, Layer, LayerNoBias, None };

/// A dense feed-forward block. Gated = three matrices, plain = two.
struct DenseFeedForward {
    qint64 intermediateSize = 0;
    bool gated = true;
    bool bias = false;

    friend bool operator==(const DenseFeedForward &, const DenseFeedForward &) = default;
};

/// A mixture of experts: a router, the experts, and what every token passes besides.
struct MoeFeedForward {
    qint32 experts = 0; ///< num_experts
    qint32 expertsPerToken = 0;
    qint64 intermediateSize = 0; ///< moe_intermediate_size, of one expert
    bool gated = true;
    bool routerBias = false;
    bool expertBias = false;       ///< gpt-oss
    qint64 sharedIntermediate = 0; ///< total width of the shared experts; 0 = none
    bool sharedGate = false;
    qint64 latentSize = 0; ///< experts work on a projection of this width; 0 = hidden_size
    bool latentNorm = false;
    qint64 extraParameters = 0; ///< moe_parallel_extra_per_layer, for a dense block in parallel

    friend bool operator==(const MoeFeedForward &, const MoeFeedForward &) = default;
};

/// Layers that are the same in every respect that costs memory.
struct LayerGroup {
    Mixer mixer;
    std::optional<DenseFeedForward> dense; ///< both dense and moe: side by side (Arctic, Gemma 4 26B)
    std::optional<MoeFeedForward> moe;
    qint32 norms = 2;           ///< norms of hidden_size
    qint64 extraParameters = 0; ///< extra_per_layer, and DeepSeek V4's routing bias
    qint32 count = 0;           ///< layers of this group; layerGroups says which

    /// Equal but for count.
    bool sameShape(const LayerGroup &other) const
    {
        return mixer == other.mixer && dense == other.dense && moe == other.moe && norms == other.norms
               && extraParameters == other.extraParameters;
    }
};

/// Per-layer embeddings of Gemma 3n and the Gemma 4 E models.
struct PerLayerEmbeddings {
    qint64 vocabulary = 0;
    qint32 dim = 0;         ///< ple_dim
    qint32 altupInputs = 0; ///< 0 = no AltUp (Gemma 4 E)
    qint32 laurelRank = 0;
};

/// The encoder of a multimodal model; sizes named as `vision_*` in models.json.
struct VisionTower {
    QString
        type; ///< qwen2.5, qwen3, siglip, gemma4, pixtral, pixtral_llava, llama4, mllama; empty = only a stated size
    qint32 depth = 0, hidden = 0, intermediate = 0, patch = 0, positions = 0, deepstack = 0, headDim = 0;
    qint32 projectionIn = 0, projectionOut = 0, tiles = 0, aspectRatios = 0, globalDepth = 0;
    qint64 statedParameters = 0;
};

/// How a checkpoint stores its multi-token-prediction module.
enum class MtpStyle { None, DeepSeek, DeepSeekShared, Qwen, Ernie, Step, Nemotron, Mimo };

/// What a language model is made of, as far as it costs memory. Named as in Hugging Face's config.json.
/// The layer groups say how often each shape occurs; `layerGroups[i]` is the group of layer i, in order.
struct ModelArchitecture {
    QString id; ///< catalog id, or the file's name
    QString displayName;
    QString architecture; ///< class name, "LlamaForCausalLM"
    QString family;
    QString torchDtype; ///< as published: "bfloat16", "float8_e4m3fn", "mxfp4 experts, bfloat16 rest"
    QString source;     ///< where the shape was read

    qint64 hiddenSize = 0;
    qint64 vocabSize = 0;
    qint64 embeddingDim = 0; ///< hiddenSize unless the embedding is projected (OPT-350M)
    bool tiedEmbeddings = false;
    bool lmHeadBias = false;
    qint64 positionEmbeddingRows = 0;
    bool embeddingNorm = false;
    bool finalNorm = true;
    NormType normType = NormType::Rms;
    qint64 contextLimit = 0; ///< max_position_embeddings; 0 = unknown or unlimited
    /// Positions of the rotary tables where scaling makes them others than contextLimit: linear scaling keeps
    /// factor x max_position_embeddings, LongRoPE its original table besides. 0 = contextLimit.
    qint64 rotaryPositions = 0;
    double partialRotaryFactor = 1; ///< rotated share of head_dim
    qint64 extraParameters = 0;
    qint32 hyperConnections = 0; ///< hc_mult of DeepSeek V4; 0 = none
    std::optional<PerLayerEmbeddings> perLayerEmbeddings;

    std::vector<LayerGroup> groups;
    std::vector<quint16> layerGroups;

    MtpStyle mtpStyle = MtpStyle::None;
    qint32 mtpLayers = 0; ///< num_nextn_predict_layers
    std::optional<VisionTower> vision;
    qint64 audioParameters = 0; ///< stated, 0 = none

    qint64 publishedParameters = 0; ///< total_params; 0 = none published
    qint64 publishedPrecision = 0;  ///< half a unit of the last published digit; 0 = to the last parameter
    qint64 publishedActive = 0;
    qint64 checkpointBuffers = 0;       ///< elements a checkpoint stores that are no parameters
    QString publishedIncludes;          ///< "text+vision+mtp": what publishedParameters counts
    bool blockScales = false;           ///< the published checkpoint is FP8 with scales for 128 x 128 blocks
    std::optional<Format> storedFormat; ///< how a file's own checkpoint stores its weights, role by role
    bool shapeIsAssumed = false;        ///< made up from a parameter count: the KV cache is only typical

    qint32 layers() const { return qint32(layerGroups.size()); }
    /// True when any layer is a mixture of experts.
    bool hasExperts() const;
    /// Makes all layers those of an encoder, which keeps nothing between tokens.
    void dropCausality();
    /// Appends one layer, in order, to the group that has its shape.
    void appendLayer(LayerGroup shape);
};

} // namespace plimsoll
