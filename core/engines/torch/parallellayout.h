// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/modelarchitecture.h"
#include "core/planning/plan.h"

#include <QString>

namespace plimsoll::torch {

/// A pipeline stage: layers [begin, end) and which ends it holds.
struct Stage {
    qint32 index = 0;
    qint32 begin = 0, end = 0;
    bool first = false, last = false;
    bool samples = false; ///< this rank of the last stage picks the next tokens
};

/// How an engine lays ranks out.
struct LayoutRules {
    bool restOnLastStage = false; ///< layers that do not divide evenly, else see stageOf()
    bool driverSamples = false;   ///< logits are gathered on the first tensor parallel rank, which alone samples
};

/// The layers of a stage as vLLM cuts them (get_pp_indices): equal parts, and what remains goes one each
/// to the stages before the last, from the back, or all of it to the last (before vLLM pull request 13839).
/// `samples` is set on the last.
Stage stageOf(qint32 layers, qint32 pipeline, qint32 index, bool restOnLastStage = false);

/// How an engine spreads routed experts over ranks.
enum class ExpertSpread {
    /// vLLM: over all tensor x data parallel ranks, each expert whole with --enable-expert-parallel, else its width
    /// divided. FusedMoEParallelConfig.make in vllm/model_executor/layers/fused_moe/config.py,
    /// docs/serving/data_parallel_deployment.md. Counts may differ by one: determine_expert_map.
    AllRanks,
    /// SGLang, and vLLM before data parallelism: within the tensor parallel ranks of a replica, in `expert` groups of
    /// whole experts, each expert's width divided within its group. moe_tp_size = tp_size / ep_size in
    /// python/sglang/srt/distributed/parallel_state.py.
    WithinTensor,
    /// TensorRT-LLM: the same (moe_tp_size x moe_ep_size in tensorrt_llm/mapping.py), or with attention data parallel
    /// (enable_attention_dp) whole over tensor x data parallel ranks.
    WithinTensorOrAll,
};

/// Into how many parts the ranks of a layout divide each kind of tensor.
struct Division {
    qint32 tensor = 1;       ///< feed-forward blocks, shared experts and the head
    qint32 attention = 1;    ///< mixers, their cache and the table of embeddings
    qint32 expert = 1;       ///< groups of whole routed experts
    qint32 expertTensor = 1; ///< the width of each expert within its group
};

/// `attentionReplicas`: data parallel attention, each of which has tensor / attentionReplicas of the ranks.
Division divisionOf(const Parallel &parallel, ExpertSpread spread, qint32 attentionReplicas = 1);

/// Why the layout is not legal, empty when it is. `nearest` gets the nearest legal layout of the same number
/// of GPUs: the largest legal tensor parallel size, the rest as pipeline stages; experts as near as the engine can.
/// `engineName` is for the text.
QString whyIllegal(const ModelArchitecture &model, const Parallel &parallel, Parallel *nearest,
                   const QString &engineName, ExpertSpread spread);

} // namespace plimsoll::torch
