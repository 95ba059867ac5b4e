// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engines/torch/tokenpool.h"

namespace plimsoll::torch {
namespace {

/// The term of that window; a new one while there is room.
KvTerm *termOf(RankLoad &rank, qint64 window, qint64 blockTokens)
{
    for (qint32 i = 0; i < rank.kvTerms; ++i) {
        KvTerm &term = rank.kv[size_t(i)];
        if (term.window == window && term.tokensPerUnit == blockTokens)
            return &term;
    }
    if (rank.kvTerms == kMaxKvTerms)
        return nullptr;
    KvTerm &term = rank.kv[size_t(rank.kvTerms++)];
    term.window = window;
    term.tokensPerUnit = blockTokens;
    term.extraUnits = window > 0 && blockTokens > 1 ? 1 : 0;
    return &term;
}

} // namespace

qint64 rankElements(qint64 elements, qint32 heads, qint32 tensor)
{
    return heads == 0 ? elements : elements / heads * ceilDivide(heads, tensor);
}

std::vector<qint32> layersByGroup(const ModelArchitecture &model, const Stage &stage)
{
    std::vector<qint32> layers(model.groups.size());
    for (qint32 layer = stage.begin; layer < stage.end; ++layer)
        ++layers[model.layerGroups[size_t(layer)]];
    return layers;
}

void describeTokens(RankLoad &rank, int format, const ModelArchitecture &model, const Stage &stage, KvFormats kv,
                    BitsPerWeight stateFormat, qint32 tensor, const TokenPool &pool)
{
    const size_t slot = size_t(format);
    double blockBytes = 0;
    rank.kvUnitTokens = pool.blockTokens;
    const std::vector<qint32> layers = layersByGroup(model, stage);
    for (size_t group = 0; group < layers.size(); ++group) {
        if (layers[group] == 0)
            continue;
        const Mixer &mixer = model.groups[group].mixer;
        for (const CacheShape &shape : cacheShapes(mixer)) {
            if (shape.crossAttention || !shape.caches())
                continue;
            const qint64 window = pool.windowsKeepAll ? 0 : shape.window;
            const Bytes token = kv.k.bytesFor(rankElements(shape.keyElements, shape.kvHeads, tensor))
                                + kv.v.bytesFor(rankElements(shape.valueElements, shape.kvHeads, tensor))
                                + Bytes(shape.fixedBytesPerToken);
            const double share = (window > 0 ? pool.windowShare : 1) / shape.tokensPerEntry;
            blockBytes += double(token.count()) * double(pool.blockTokens) * share * layers[group];
            if (KvTerm *term = termOf(rank, window, pool.blockTokens * shape.tokensPerEntry))
                term->bytesPerUnit[slot] += token * pool.blockTokens * layers[group];
        }
        const StateShape state = stateShape(mixer, model.hiddenSize);
        const Bytes oneLayer = stateFormat.bytesFor(ceilDivide(state.convElements, tensor))
                               + stateFormat.bytesFor(ceilDivide(state.stateElements, tensor));
        rank.statePerSequence[slot] += oneLayer * layers[group];
    }
    rank.kvUnitBytes[slot] = Bytes::rounded(blockBytes);
}

void describeTokenPool(const ResolvedPlan &resolved, Estimate &estimate)
{
    qint64 fewest = -1;
    for (qint32 i = 0; i < estimate.deviceClasses; ++i) {
        const RankLoad &rank = resolved.layout.ranks[size_t(i)];
        const Bytes unit = rank.kvUnitBytes[kOwnFormat];
        if (unit.count() == 0)
            continue;
        const Bytes pool = estimate.devices[size_t(i)].pool;
        const qint64 tokens = pool.count() / unit.count() * rank.kvUnitTokens;
        if (fewest >= 0 && tokens >= fewest)
            continue;
        fewest = tokens;
        estimate.poolBytes = pool;
    }
    estimate.poolTokens = std::max<qint64>(0, fewest);
    estimate.maxConcurrency = double(estimate.poolTokens) / double(resolved.workload.contextLength);
}

} // namespace plimsoll::torch
