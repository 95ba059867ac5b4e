// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engines/torch/parallellayout.h"
#include "core/engines/vllm/vllmconstants.h"
#include "core/planning/resolvedplan.h"

namespace plimsoll::vllm {

/// How the KV cache manager of vLLM's V1 engine shares its pool on one rank.
///
/// Layers of one kind (full, each window, each chunk, recurrent state) form groups of equal size, and every
/// group takes pages from one pool: a page holds `blockSize` tokens of one layer, a block of the pool holds
/// one page for each layer of a group. The group size is the smallest count of any kind (the largest, where
/// it is within a quarter of that), so a kind with more layers takes several groups, the last one padded.
/// A model with one kind of layer is one group. Where recurrent layers stand beside attention, the block is
/// enlarged until an attention page is as large as a state.
///
/// Layers that all keep every token are one group whatever their widths, and a block is the sum of their pages.
///
/// V0 had no groups: every layer keeps every token (`windowsKeepAll`).
///
/// Source: vllm/v1/core/kv_cache_utils.py; reproduces blocks and concurrency of every row of
/// vllm_h100_runs.csv from its printed pool.
struct PageLayout {
    struct Kind {
        qint64 window = 0; ///< 0 = full
        bool chunked = false;
        bool state = false;
        qint32 layers = 0;
        qint32 groups = 0;
        qint32 tokensPerEntry = 1;
    };
    std::vector<Kind> kinds;
    qint64 blockTokens = 16;
    qint32 groupLayers = 0; ///< layers of a group, padding included
    Bytes pageBytes;        ///< of one layer and block
    Bytes blockBytes;       ///< of one block of the pool: all layers of a group

    qint32 groups() const
    {
        qint32 sum = 0;
        for (const Kind &kind : kinds)
            sum += kind.groups;
        return sum;
    }
};

/// `draft`: the layers of a draft model or MTP module share the pool of the last stage.
PageLayout pageLayout(const ModelArchitecture &model, const torch::Stage &stage, KvFormats kv,
                      BitsPerWeight stateFormat, qint32 tensor, qint64 blockTokens, bool windowsKeepAll,
                      const ModelArchitecture *draft = nullptr);

/// Fills the cache fields of a rank for one weight format; the terms of all formats have the same shape.
void describeCache(RankLoad &rank, int format, const PageLayout &pages, qint64 maxNumBatchedTokens);

/// Blocks that one request of `tokens` tokens may take, as the engine admits it.
qint64 blocksPerRequest(const RankLoad &rank, qint64 tokens);

} // namespace plimsoll::vllm
