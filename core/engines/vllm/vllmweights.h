// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/format.h"
#include "core/catalog/modelarchitecture.h"
#include "core/engines/vllm/vllmconstants.h"
#include "core/engines/vllm/vllmlayout.h"
#include "core/planning/plan.h"

namespace plimsoll::vllm {

/// Weights of one rank as "Model loading took" prints them: every tensor of the rank's share in the sizes of
/// PyTorch's caching allocator, and the rotary cache.
///
/// * The vocabulary is padded to a multiple of 64 and divided; a tied embedding is there once, and again on
///   the last of several pipeline stages.
/// * Attention heads are divided; KV heads are divided, and copied once there are more ranks than heads.
/// * q, k, v are one tensor, as are gate and up, and all experts of a layer.
/// XX is max_position_embeddings x rotary width on every rank.
class RankWeights
{
public:
    RankWeights(const ModelArchitecture &model, const Format &format, const Constants &constants, qint32 tensor,
                qint32 expert);

    Bytes stage(const Stage &stage) const;

private:
    const ModelArchitecture &m_model;
    std::vector<Bytes> m_groups; ///< one layer of each group
    Bytes m_input, m_output, m_tiedCopy, m_rotary, m_encoders;
};

/// The bytes that the caching allocator takes for a tensor of that size.
Bytes allocated(Bytes size, const Constants::Allocator &allocator);

} // namespace plimsoll::vllm
