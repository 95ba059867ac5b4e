// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace plimsoll {

/// What a tensor does. Formats name the roles they leave in 16 bits, engines shard and fuse by role.
enum class TensorRole : quint8 {
    Embedding, ///< token embedding; also the head where tied
    Head,      ///< lm_head
    PositionEmbedding,
    PerLayerEmbedding, ///< Gemma 3n / 4 E
    Norm,              ///< norms, biases, gates and other vectors: never quantised
    Query,
    Key,
    Value,
    Output,     ///< attention output projection
    LatentDown, ///< MLA: hidden -> q_lora_rank, hidden -> kv_lora_rank + rope
    LatentUp,   ///< MLA: latent -> heads
    Indexer,    ///< sparse attention's index projections
    Gate,       ///< dense feed-forward
    Up,
    Down,
    Router,
    ExpertGate,
    ExpertUp,
    ExpertDown,
    SharedGate, ///< shared experts
    SharedUp,
    SharedDown,
    StateIn,   ///< Mamba, linear attention and short convolution: input projections
    StateOut,  ///< and their output projection
    StateConv, ///< convolutions and small recurrences: kept in 16 bits
    Other,     ///< adapters, AltUp, hyper-connections
    Vision,
    Audio,
    Mtp,
};

inline constexpr int kTensorRoleCount = int(TensorRole::Mtp) + 1;

/// The catalog's spelling of a role ("embedding", "expert-gate").
const char *tensorRoleName(TensorRole role);

} // namespace plimsoll
