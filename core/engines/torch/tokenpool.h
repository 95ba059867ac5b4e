// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engines/torch/parallellayout.h"
#include "core/planning/resolvedplan.h"

namespace plimsoll::torch {

/// Elements that one rank keeps: heads are divided, and copied once there are more ranks than heads; MLA's latent
/// (`heads` 0) is on every rank.
qint64 rankElements(qint64 elements, qint32 heads, qint32 tensor);

/// How many layers of each of the model's groups a stage holds.
std::vector<qint32> layersByGroup(const ModelArchitecture &model, const Stage &stage);

/// How a pool that counts single tokens, or blocks of them, is laid out on one rank.
struct TokenPool {
    qint64 blockTokens = 1;
    bool windowsKeepAll = false; ///< windowed layers keep every token as well
    double windowShare = 1;      ///< tokens of the windowed layers' pool over those of the full ones
};

/// Fills the cache fields of a rank for one weight format: a term for each window, recurrent state, and in
/// `kvUnitBytes` what one block of the pool takes over all layers.
void describeTokens(RankLoad &rank, int format, const ModelArchitecture &model, const Stage &stage, KvFormats kv,
                    BitsPerWeight stateFormat, qint32 tensor, const TokenPool &pool);

/// Fills in pool, tokens and concurrency from the rank with the fewest tokens.
void describeTokenPool(const ResolvedPlan &resolved, Estimate &estimate);

} // namespace plimsoll::torch
