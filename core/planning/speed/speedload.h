// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/catalog.h"
#include "core/planning/resolvedplan.h"
#include "core/planning/speed/speedlaw.h"

#include <memory>
#include <vector>

namespace plimsoll {

/// The experts of all layers that choose alike, on one rank.
struct ExpertLoad {
    double chosen = 0;   ///< share of the experts that one token visits, experts per token / experts
    double bytes = 0;    ///< of all experts, in the plan's own format
    double elements = 0; ///< weights of all experts, in products of 16 bits
    double unpacked = 0; ///< of those, weights stored below 16 bits that kernels widen before they multiply
};

/// Layers whose cache is read alike by one new token, on one rank.
struct CacheLoad {
    double bytes = 0;  ///< an entry, all layers
    double window = 0; ///< tokens seen at most; 0 = all
    double tokensPerEntry = 1;
    double flopsPerEntry = 0; ///< scores and weighted sum of one query with one entry, all layers
    double promptFlops = 0;   ///< the same in prefill: latent attention unfolds its keys and values there
};

/// One part of the model that works after the others: a pipeline stage, or the layers that an engine puts on one GPU.
struct SpeedStage {
    double layerShare = 1; ///< of the model's layers
    bool hasHead = true;
    double bandwidth = 0;    ///< bytes/s, of the slowest GPU of the stage
    double flops = 0;        ///< peak of matrix products in 16 bits, FLOP/s, of the slowest GPU; 0 = unknown
    double attention = 0;    ///< peak that prefill's attention is measured against, FLOP/s
    double interconnect = 0; ///< bytes/s in one direction; 0 = unknown
};

/// What speedOf() works on, summed up once a plan: one rank's share of the whole model under tensor and expert
/// parallel, and the stages that it is cut into. Weights count as bytes that a step reads: the embedding table is
/// not, but for a tied head. `elements` are weights in products of 16 bits: one that is multiplied in a type twice as
/// fast counts half. FLOPs count a multiplication and an addition as two.
struct SpeedLoad {
    enum class Missing : quint8 { Nothing, Bandwidth, HostLayers, CpuBackend, OffloadedWeights, AttentionReplicas };
    Missing missing = Missing::Nothing; ///< why there is no speed

    double bytes = 0, elements = 0, unpacked = 0; ///< weights of the layers that every token visits
    double headBytes = 0, headElements = 0, headUnpacked = 0;
    std::vector<ExpertLoad> experts;
    std::vector<CacheLoad> caches;
    double stateBytes = 0;    ///< recurrent state, one sequence
    double layers = 0;        ///< of the whole model
    double expertLayers = 0;  ///< of those, with experts
    double stateLayers = 0;   ///< of those, with recurrent state
    double hidden = 0;        ///< hidden_size
    double ranks = 1;         ///< tensor parallel
    double expertRanks = 1;   ///< ranks that share the experts; 1 = they are divided as the rest is
    double replicas = 1;      ///< data parallel
    double promptStep = 8192; ///< tokens of a prompt that run in one step
    double promptSteps = 1;   ///< steps of a prompt that stages work on at the same time
    bool flashAttention = true;
    bool microBatches = false; ///< stages work on different sequences at the same time
    std::vector<SpeedStage> stages;
    SpeedLaw law;
};

/// Null without GPUs. `resolved` has model, formats, engine, options, GPUs and layout.
std::shared_ptr<const SpeedLoad> speedLoad(const ResolvedPlan &resolved, const Catalog &catalog);

} // namespace plimsoll
