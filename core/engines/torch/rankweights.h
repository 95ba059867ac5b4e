// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/format.h"
#include "core/catalog/modelarchitecture.h"
#include "core/engines/torch/cachingallocator.h"
#include "core/engines/torch/expertpadding.h"
#include "core/engines/torch/parallellayout.h"

#include <vector>

namespace plimsoll::torch {

/// What engines do differently with the same tensors.
struct WeightRules {
    AllocatorSizes allocator;
    qint64 vocabularyPadding = 64;
    ExpertPadding mxfp4;
    bool fusesModules = true;         ///< q, k, v are one tensor, as are gate and up
    bool fusesSharedExperts = false;  ///< every rank holds whole shared experts beside the routed ones
    bool keepsRotaryTables = true;    ///< else cosines are computed anew in every step
    bool scalesOwnBases = true;       ///< see rotaryTables()
    bool absorbsLatent = true;        ///< MLA's up-projection is there again for decoding
    bool keepsLatentProducts = false; ///< ... and multiplied with the query's and the output's projections
    bool countsReserved = false;      ///< prints what free memory fell by: whole segments
};

/// Weights of one rank as "Model loading took" prints them: every tensor of the rank's share, allocated in order
/// (see CachingAllocator), and the rotary tables.
///
/// * The vocabulary is padded to a multiple of 64 and divided; a tied embedding is there once, and again on
///   the last of several pipeline stages.
/// * Attention heads are divided; KV heads are divided, and copied once there are more ranks than heads.
/// * q, k, v are one tensor, as are gate and up, and all experts of a layer. Packed weights and their scales are
///   tensors of their own; GPTQ keeps the order of its inputs besides. MXFP4 experts are padded (see ExpertPadding).
/// * The matrices of a vision tower's blocks are divided, the rest of it is on every rank; see
///   shardedVisionParameters().
/// * MLA keeps two absorbed copies of its up-projection in the activation type; vLLM's V0 besides kept its products
/// with
///   the projections of queries (q_lora_rank x heads x kv_lora_rank) and outputs (heads x kv_lora_rank x hidden), in
///   the type of the weights, and the rotated part of the former in the activation type.
class RankWeights
{
public:
    RankWeights(const ModelArchitecture &model, const Format &format, const WeightRules &rules,
                const Division &division);

    Bytes stage(const Stage &stage) const;
    /// What vLLM leaves in the computer's memory of that: tensors of the layers in their order until `limit` is
    /// reached, the one that reaches it included; embedding, head and encoders stay. Source: UVAOffloader in
    /// vllm/model_executor/offloader/uva.py, before that maybe_offload_to_cpu in vllm/model_executor/models/utils.py.
    Bytes offloaded(const Stage &stage, Bytes limit) const;
    /// Vision and audio encoders, a part of the first stage.
    Bytes encoders() const { return m_encoders; }

private:
    using Sizes = std::vector<Bytes>;

    const ModelArchitecture &m_model;
    AllocatorSizes m_allocator;
    bool m_countsReserved;
    std::vector<Sizes> m_layers; ///< of each group, in the order of allocation
    Sizes m_input, m_output, m_tiedCopy, m_rotary;
    Bytes m_encoders;
};

} // namespace plimsoll::torch
