// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <variant>

namespace plimsoll {

/// How the query and key projections are normalised.
enum class QkNorm {
    None,
    Head,    ///< one weight of head_dim for queries and one for keys
    Full,    ///< weights of the whole projection width
    PerHead, ///< own weights for each head (Cohere, StableLM 2 12B)
};

/// Softmax attention with separate keys and values: MHA, GQA or MQA by its head counts.
/// Sizes are elements, named as in Hugging Face's config.json.
struct GroupedAttention {
    qint32 heads = 0;         ///< num_attention_heads
    qint32 kvHeads = 0;       ///< num_key_value_heads
    qint32 headDim = 0;       ///< head_dim of queries and keys
    qint32 valueHeadDim = 0;  ///< of values; head_dim unless the model says otherwise
    qint64 slidingWindow = 0; ///< tokens a position sees; 0 = all
    qint64 chunkSize = 0;     ///< attention_chunk_size (Llama 4); 0 = none
    QkNorm qkNorm = QkNorm::None;
    bool qkvBias = false;
    bool outputBias = false;
    bool outputGate = false;       ///< the query projection is doubled to give a gate (Qwen3-Next)
    bool gatePerHead = false;      ///< one gate a head, projected from the hidden state
    bool gateFull = false;         ///< one gate an output element
    bool keyEqualsValue = false;   ///< keys serve as values: no value projection (Gemma 4 global layers)
    bool sinks = false;            ///< one learned sink logit a head (gpt-oss)
    bool causal = true;            ///< false: an encoder's; all tokens are seen at once, and none is kept
    bool sharesKvCache = false;    ///< keys and values come from an earlier layer: no cache of its own
    bool ownsKvProjections = true; ///< false: a KV-shared layer that stores no key and value weights
    qint32 indexHeads = 0;         ///< block-sparse index projection (MiniMax M3)
    qint32 indexDim = 0;

    friend bool operator==(const GroupedAttention &, const GroupedAttention &) = default;
};

/// Multi-head latent attention: the cache holds one latent of kv_lora_rank + qk_rope_head_dim elements
/// a token, whatever the head count, and every tensor parallel rank holds all of it.
struct LatentAttention {
    qint32 heads = 0;
    qint32 qLoraRank = 0; ///< 0 = full query projection
    qint32 kvLoraRank = 0;
    qint32 qkNopeHeadDim = 0;
    qint32 qkRopeHeadDim = 0;
    qint32 valueHeadDim = 0;
    bool outputGate = false;
    qint32 indexHeads = 0; ///< DeepSeek sparse attention's indexer; 0 = none on this layer
    qint32 indexHeadDim = 0;

    friend bool operator==(const LatentAttention &, const LatentAttention &) = default;
};

/// DeepSeek V4: one shared key-value head, a sliding window, and beyond it one entry for every
/// `compressRatio` tokens.
struct CompressedAttention {
    qint32 heads = 0;
    qint32 headDim = 0;
    qint32 qLoraRank = 0;
    qint32 outputGroups = 0;   ///< o_groups
    qint32 outputLoraRank = 0; ///< o_lora_rank
    qint64 slidingWindow = 0;
    qint32 compressRatio = 0; ///< 0 = window only; 4 has overlapping windows and an indexer
    qint32 indexHeads = 0;
    qint32 indexHeadDim = 0;

    friend bool operator==(const CompressedAttention &, const CompressedAttention &) = default;
};

/// Attention over the tokens of an image encoder (Llama 3.2 Vision): its cache is as long as the images.
struct CrossAttention {
    GroupedAttention attention;
    qint32 extraParameters = 0; ///< its own norms and gates

    friend bool operator==(const CrossAttention &, const CrossAttention &) = default;
};

/// Mamba 1: a selective state space of d_inner channels.
struct Mamba1 {
    qint32 innerDim = 0; ///< expand x hidden_size
    qint32 stateDim = 0;
    qint32 convKernel = 0;
    qint32 timeStepRank = 0;
    bool innerNorms = false; ///< Jamba normalises dt, B and C

    friend bool operator==(const Mamba1 &, const Mamba1 &) = default;
};

/// Mamba 2: heads of head_dim channels over n_groups shared B and C.
struct Mamba2 {
    qint32 heads = 0;
    qint32 headDim = 0;
    qint32 groups = 0;
    qint32 stateDim = 0;
    qint32 convKernel = 0;
    bool gatedNorm = true;
    bool convBias = true;
    bool projectionBias = false;

    constexpr qint64 innerDim() const { return qint64(heads) * headDim; }
    constexpr qint64 convDim() const { return innerDim() + 2 * qint64(groups) * stateDim; }
    friend bool operator==(const Mamba2 &, const Mamba2 &) = default;
};

enum class LinearAttentionKind {
    GatedDeltaNet, ///< Qwen3-Next, Qwen3.5
    KimiDelta,     ///< Kimi Linear
    Lightning,     ///< MiniMax-Text-01
};

/// Linear attention: a state of key_head_dim x value_head_dim a head instead of a growing cache.
struct LinearAttention {
    LinearAttentionKind kind = LinearAttentionKind::GatedDeltaNet;
    qint32 keyHeads = 0;
    qint32 valueHeads = 0;
    qint32 keyHeadDim = 0;
    qint32 valueHeadDim = 0;
    qint32 convKernel = 0;     ///< 0 = no convolution (lightning)
    bool fullRankGate = false; ///< KDA with a full-rank output gate

    friend bool operator==(const LinearAttention &, const LinearAttention &) = default;
};

/// LFM2's gated short convolution over the hidden state.
struct ShortConvolution {
    qint32 kernel = 0; ///< conv_L_cache

    friend bool operator==(const ShortConvolution &, const ShortConvolution &) = default;
};

/// Attention and Mamba 2 side by side in one layer (Falcon-H1).
struct ParallelHybrid {
    GroupedAttention attention;
    Mamba2 mamba;

    friend bool operator==(const ParallelHybrid &, const ParallelHybrid &) = default;
};

/// A layer without a token mixer (NAS-pruned, or an expert-only layer of Nemotron-H).
struct NoMixer {
    friend bool operator==(const NoMixer &, const NoMixer &) = default;
};

/// What mixes tokens in a layer. Visited exhaustively: a new kind makes the compiler list the places to extend.
using Mixer = std::variant<GroupedAttention, LatentAttention, CompressedAttention, CrossAttention, Mamba1, Mamba2,
                           LinearAttention, ShortConvolution, ParallelHybrid, NoMixer>;

/// Builds one visitor from a lambda for each kind.
template <typename... Fs>
struct Overloaded : Fs... {
    using Fs::operator()...;
};
template <typename... Fs>
Overloaded(Fs...) -> Overloaded<Fs...>;

} // namespace plimsoll
