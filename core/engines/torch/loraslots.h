// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/modelarchitecture.h"
#include "core/engines/torch/cachingallocator.h"
#include "core/engines/torch/parallellayout.h"

namespace plimsoll::torch {

/// Room that vLLM sets aside for LoRA adapters when it loads the model, whether one is loaded or not.
struct LoraSlots {
    qint32 adapters = 0;        ///< max_loras: adapters in one batch; 0 = none
    qint32 rank = 16;           ///< max_lora_rank
    qint64 extraVocabulary = 0; ///< tokens that an adapter may add, of models whose embeddings take adapters
    bool onExperts = false;     ///< routed experts take adapters
    bool onEmbeddings = false;  ///< so do the embedding and the head
};

/// Bytes of the slots on one rank of `stage`.
///
/// Every linear layer of the language model gets, for each of the modules that were fused into it, two matrices for
/// each slot, of the activation type (`elementBytes`):
///     A: rank x inputs     B: outputs x rank
/// Where tensor parallel divides the outputs, B is divided and A is whole; where it divides the inputs, the other way
/// round. Experts have a pair each. An embedding has A of vocabulary x rank, and both embedding and head have room for
/// the added tokens' vectors; neither is divided.
///
/// Source:
/// vllm/lora/layers/{base_linear,column_parallel_linear,fused_moe,vocal_parallel_embedding,logits_processor}.py. V034
/// of engine_observations.csv: Llama-2-7b, 12.5986 GiB with one slot, which is the model and slots of rank 8.
Bytes loraBytes(const ModelArchitecture &model, const Stage &stage, const LoraSlots &slots, const Division &division,
                qint32 elementBytes, const AllocatorSizes &allocator);

} // namespace plimsoll::torch
