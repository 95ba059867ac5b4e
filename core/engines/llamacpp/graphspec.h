// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engines/llamacpp/computegraph.h"

#include <optional>
#include <vector>

namespace plimsoll::llamacpp {

/// Softmax attention of a layer with keys and values of its own.
struct AttentionSpec {
    qint64 heads = 0, kvHeads = 0, keyDim = 0, valueDim = 0;
    bool windowed = false;                 ///< in the cache of the sliding window
    bool rope = true, ropeFactors = false; ///< the factors are a tensor of the model, on the layer's device
    bool fusedQkv = false;
    bool qkvBias = false, outputBias = false;
    bool queryNorm = false, keyNorm = false;
    bool normAfterRope = false; ///< Llama 4
    bool scaledQuery = false;
    bool softcap = false; ///< without flash attention: scale, tanh, scale
    bool sinks = false;
    friend bool operator==(const AttentionSpec &, const AttentionSpec &) = default;
};

/// Multi-head latent attention with the absorbed projections of llama.cpp.
struct LatentSpec {
    qint64 heads = 0, queryRank = 0, kvRank = 0, ropeDim = 0, nopeDim = 0, valueDim = 0;
    friend bool operator==(const LatentSpec &, const LatentSpec &) = default;
};

/// Mamba (one head a channel) and Mamba 2.
struct MambaSpec {
    bool second = false;
    qint64 inner = 0, state = 0, convKernel = 0, groups = 1, heads = 0, timeStepRank = 0;
    bool norm = false;
    bool innerNorms = false; ///< norms of dt, B and C
    friend bool operator==(const MambaSpec &, const MambaSpec &) = default;
};

enum class Activation : quint8 { Gated, FusedGate, Squared, Plain };

struct DenseSpec {
    qint64 width = 0;
    Activation activation = Activation::Gated;
    bool bias = false;
    friend bool operator==(const DenseSpec &, const DenseSpec &) = default;
};

enum class Gating : quint8 { Softmax, Sigmoid, SoftmaxOfChosen };

struct ExpertsSpec {
    qint64 experts = 0, used = 0, width = 0;
    Gating gating = Gating::Softmax;
    bool gated = true;
    bool fusedGateUp = false;
    bool bias = false;
    bool routerBias = false;    ///< added to the router's result
    bool selectionBias = false; ///< added for the choice only
    bool normalised = true;
    bool scaled = false;
    bool weightBefore = false; ///< Llama 4
    qint64 groups = 0, groupsUsed = 0;
    qint64 shared = 0; ///< width of the shared expert
    bool sharedGate = false;
    friend bool operator==(const ExpertsSpec &, const ExpertsSpec &) = default;
};

/// How a layer's blocks are joined to the residual stream.
enum class Residual : quint8 {
    Sequential, ///< x + mixer(norm x), then + ffn(norm)
    Parallel,   ///< both blocks read the same norm
    Single,     ///< one block a layer
};

struct LayerSpec {
    std::optional<AttentionSpec> attention;
    std::optional<LatentSpec> latent;
    std::optional<MambaSpec> mamba; ///< beside attention: both read the same input
    std::optional<DenseSpec> dense;
    std::optional<ExpertsSpec> experts;
    Residual residual = Residual::Sequential;
    bool postNorms = false;
    bool residualFirst = false; ///< the last sum names the residual stream first: its memory is the one to be reused
    bool normBias = false;
    friend bool operator==(const LayerSpec &, const LayerSpec &) = default;
};

/// What decides the graph of a model: its kinds of layers and the order in which they come.
struct ModelSpec {
    qint64 width = 0, vocabulary = 0;
    std::vector<LayerSpec> kinds;
    std::vector<qint32> layers; ///< indices into kinds
    bool scaledEmbedding = false, scaledLogits = false, softcapLogits = false, outputBias = false, normBias = false;
    bool layerNorm = false;    ///< instead of RMSNorm
    bool positions = true;     ///< any layer that rotates
    bool keepsAllRows = false; ///< rows are chosen after the last norm
};

/// What a version of llama.cpp does when it builds and lays out a graph; the newest by default. The records of
/// resources/catalog/engines/llama.cpp.json name the pull requests.
struct GraphRules {
    bool wideMask = false;        ///< with flash attention too the mask has 32 bits, and a copy 16
    bool givenEmbeddings = true;  ///< memory for tokens that come as embeddings
    bool rotatesCache = true;     ///< keys and values of a quantised cache
    bool reservesCopies = true;   ///< F16 copies of a quantised cache are part of the buffer
    bool keepsFused = true;       ///< what kernels of fused operations read stays allocated
    bool wholeProjections = true; ///< Mamba 2 is projected with all tokens at once
    bool lateRows = true;         ///< some families choose rows after the last norm: ModelSpec::keepsAllRows
    friend bool operator==(const GraphRules &, const GraphRules &) = default;
};

/// One step as it is reserved for.
struct StepSpec {
    GraphRules rules;
    qint64 tokens = 512, outputs = 1, sequences = 1;
    qint64 cells = 0;       ///< of one stream of the full cache
    qint64 windowCells = 0; ///< of the sliding window's; 0 = there is none
    qint64 streams = 1;
    bool flashAttention = true;
    bool hostCache = false; ///< offloadKqv off
    Storage keys = kF16, values = kF16;
    friend bool operator==(const StepSpec &, const StepSpec &) = default;
};

} // namespace plimsoll::llamacpp
