// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/modelarchitecture.h"

#include <QJsonObject>
#include <QStringList>

#include <span>

namespace plimsoll {

/// How the layers of an architecture differ where its config.json lists no kind for each.
enum class LayerRule : quint8 {
    Full,          ///< all alike; a `sliding_window` is ignored unless the file says more
    Windowed,      ///< all have the window, where there is one (Mistral, Phi-3, StarCoder 2)
    Optional,      ///< `use_sliding_window`, from layer `max_window_layers` on (Qwen 2)
    LastOfPattern, ///< the last of every `sliding_window_pattern` layers sees everything (Gemma 3, Cohere 2)
    Chunked,       ///< the last of every four sees everything, the others a chunk (Llama 4)
    LastIsFull,    ///< the last of every `full_attention_interval` layers attends, the others are linear (Qwen3-Next)
    Mamba,
    Periodic,   ///< one of every `attn_layer_period` layers attends, the others are Mamba (Jamba)
    Parallel,   ///< attention and Mamba 2 in every layer (Falcon-H1)
    Alternate,  ///< global and local in turn (GPT-Neo)
    Compressed, ///< by `compress_ratios` (DeepSeek V4)
};

/// Which layers are mixtures of experts where there is no list.
enum class ExpertRule : quint8 {
    All,        ///< every layer from `first_k_dense_replace` on that `moe_layer_freq` divides
    Step,       ///< every `decoder_sparse_step`-th but `mlp_only_layers` (Qwen)
    Interleave, ///< every `interleave_moe_layer_step`-th (Llama 4)
    Range,      ///< from `moe_layer_start_index` to `moe_layer_end_index` (ERNIE 4.5)
    Period,     ///< `expert_layer_period` and `expert_layer_offset` (Jamba)
    Beside,     ///< every one, beside a dense block (Arctic, Grok 2)
};

/// Which projections `attention_bias` gives a bias.
enum class BiasRule : quint8 {
    All,   ///< query, key, value and output
    Qkv,   ///< query, key and value; the output has one only by a key of its own
    Fixed, ///< the key is not read; the defaults hold
};

/// When the routed experts have a bias on the router that balances their load.
enum class RouterBias : quint8 {
    ByKey, ///< topk_method "noaux_tc", use_routing_bias and the like
    Always,
    Never, ///< not a parameter of the published checkpoints
};

/// What an architecture has that its config.json does not say.
struct Dialect {
    const char *names = "";    ///< model types and classes, lower case without "_", "-", "." and class suffix
    const char *defaults = ""; ///< keys that may be missing, with their documented values
    NormType norm = NormType::Rms;
    qint8 norms = 2; ///< of hidden_size in a layer
    bool finalNorm = true;
    bool embeddingNorm = false;
    bool gated = true;          ///< three feed-forward matrices
    qint8 feedForwardTimes = 0; ///< intermediate_size is so many times hidden_size where it is missing
    qint8 positionOffset = -1;  ///< learned positions: rows beyond max_position_embeddings; -1 = none learned
    BiasRule bias = BiasRule::All;
    QkNorm qkNorm = QkNorm::None;
    bool qkNormByKey = false; ///< only where use_qk_norm or its like is true
    LayerRule layers = LayerRule::Full;
    ExpertRule experts = ExpertRule::All;
    RouterBias routerBias = RouterBias::ByKey;
    MtpStyle mtp = MtpStyle::None;
    bool expertBias = false;
    bool sharedGate = false;
    bool outputGate = false;
    bool gatePerHead = false;
    bool gateFull = false;
    bool sinks = false;
    bool encoder = false;              ///< attends in both directions and keeps no keys
    bool gatedNorm = true;             ///< of Mamba 2
    bool singleMixer = false;          ///< a layer is attention, Mamba or feed-forward, not two of them (Nemotron-H)
    qint8 extraPerLayer = 0;           ///< parameters a layer that are not worth a name
    const char *unsupported = nullptr; ///< what it is, where it cannot be sized
    /// Renames and works out what no rule above covers, in canonical keys. Sees hostile input.
    void (*adapt)(QJsonObject &config) = nullptr;
};

/// All dialects that are known. Sources: the configuration_*.py and modeling_*.py of Hugging Face transformers, the
/// config.json and code in the models' repositories, and counts published for them, which the tests compare with.
std::span<const Dialect> denseDialects();  ///< Llama, Qwen, Gemma, Phi and what is built like them
std::span<const Dialect> expertDialects(); ///< latent attention and mixtures of experts
std::span<const Dialect> otherDialects();  ///< GPT and its contemporaries, state spaces, encoders

/// "DeepseekV3ForCausalLM" and "deepseek_v3" both become "deepseekv3".
QString dialectName(const QString &classOrModelType);

/// The dialect of the first of these names that is known, or null.
const Dialect *findDialect(const QStringList &classesAndTypes);

/// For classes that nobody knows but that carry the name of a known one ("LlavaMistralForCausalLM"): its dialect, and
/// `name` says whose; or null.
const Dialect *findRelative(const QStringList &classesAndTypes, QString *name);

/// What an unknown architecture is taken to be: a pre-norm transformer with gated feed-forward blocks.
const Dialect &plainDialect();

} // namespace plimsoll
