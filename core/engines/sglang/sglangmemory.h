// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/modelarchitecture.h"
#include "core/engines/sglang/sglangconstants.h"
#include "core/planning/plan.h"

#include <QJsonObject>

namespace plimsoll::sglang {

/// The settings in effect on one card: what the plan says, else SGLang's own defaults.
struct Settings {
    double memFractionStatic = 0.88;
    qint64 chunkedPrefillSize = 8192;
    qint64 cudaGraphMaxBs = 160;   ///< 0 = no graphs
    qint64 maxRunningRequests = 0; ///< 0 = from the tokens of the pool
    qint64 attentionReplicas = 1;  ///< data parallel attention

    /// From 0.5 on the fraction leaves room, in MiB, for 512 + 1.5 a token of the prefill chunk + 2 a sequence of the
    /// largest graph + 128 a rank, at least 10 GiB on cards above 60 GiB, of the memory that nvidia-smi names, and with
    /// data parallel attention 3 a sequence of that graph and replica; before, it goes by tensor parallel alone.
    /// Source: python/sglang/srt/server_args.py; a log of 2026 on an H200 with 0.8717961202189594 = 1 - 18,432 /
    /// 143,771 shows which memory is meant.
    static Settings of(const QJsonObject &options, const Constants &constants, const Parallel &parallel,
                       const Gpu *gpu);
};

/// The pool: what is free after loading less the share of what was free before that stays for activations and graphs,
///     pool = free after load - (1 - memFractionStatic) x free before load.
/// Source: ModelRunner.profile_max_num_token; exact on every row that prints both and is not capped.
double poolGiB(double freeBeforeGiB, double freeAfterGiB, double memFractionStatic);

/// Tables that map running requests to their tokens: int32 for every position, for
/// clamp(512 x tokens of the pool / context, 2048, 4096) requests, or as many as maxRunningRequests says.
/// Source: ReqToTokenPool; explains what is missing after the pool on S007, S015, S016, S020 and S030 within 0.2 GiB.
Bytes requestTables(qint64 poolTokens, qint64 contextLength, qint64 maxRunningRequests);

/// What the pool takes beyond its tokens: each layer's keys and each layer's values (MLA: both in one) are a tensor of
/// tokens + 1 rows, which PyTorch's allocator rounds up to its segments. `bytesPerToken` of one such tensor.
/// Source: MHATokenToKVPool and MLATokenToKVPool, CUDACachingAllocator; 0.19 GiB on S020, 0.21 on S029.
Bytes poolRounding(qint64 tokens, Bytes bytesPerToken, const torch::AllocatorSizes &allocator);

/// Of the forward pass over one chunk of a prompt, or of the logits of the widest step:
/// b T (3 I/tp + 3.4 H), 8 bytes x sequences x vocabulary.
Bytes activations(const ModelArchitecture &model, qint32 elementBytes, qint32 tensor, const Settings &settings,
                  const torch::ForwardPass &pass);

Bytes graphs(qint32 layers, qint32 tensor, const Settings &settings, const Constants::Graphs &constants);

} // namespace plimsoll::sglang
