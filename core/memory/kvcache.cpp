// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/memory/kvcache.h"

#include <algorithm>

namespace plimsoll {
namespace {

/// DeepSeek sparse attention stores index keys in FP8 with one float32 scale for 128 elements
/// (vLLM, DeepseekV32IndexerCache: head_dim 128 + 4 bytes, as uint8).
qint64 indexerBytes(qint32 headDim)
{
    return headDim + 4 * ceilDivide(headDim, 128);
}

CacheShape grouped(const GroupedAttention &a)
{
    if (a.sharesKvCache || !a.causal)
        return {};
    CacheShape shape;
    shape.keyElements = qint64(a.kvHeads) * a.headDim;
    // Where keys serve as values the projection is shared, but keys are rotated and normalised
    // afterwards, so engines still store both.
    shape.valueElements = qint64(a.kvHeads) * a.valueHeadDim;
    shape.kvHeads = a.kvHeads;
    shape.window = a.slidingWindow > 0 ? a.slidingWindow : a.chunkSize;
    return shape;
}

std::vector<CacheShape> compressed(const CompressedAttention &a)
{
    CacheShape window;
    window.keyElements = a.headDim;
    window.window = a.slidingWindow;
    std::vector<CacheShape> shapes{window};
    if (a.compressRatio > 0) {
        CacheShape entries;
        entries.keyElements = a.headDim;
        entries.tokensPerEntry = a.compressRatio;
        if (a.compressRatio == 4 && a.indexHeads > 0) // the only ratio whose layers have an indexer
            entries.fixedBytesPerToken = indexerBytes(a.indexHeadDim);
        shapes.push_back(entries);
    }
    return shapes;
}

Bytes entryBytes(const CacheShape &shape, KvFormats formats)
{
    return formats.k.bytesFor(shape.keyElements) + formats.v.bytesFor(shape.valueElements)
           + Bytes(shape.fixedBytesPerToken);
}

} // namespace

std::vector<CacheShape> cacheShapes(const Mixer &mixer)
{
    std::vector<CacheShape> shapes =
        std::visit(Overloaded{[](const GroupedAttention &a) { return std::vector{grouped(a)}; },
                              [](const LatentAttention &a) {
                                  CacheShape shape;
                                  shape.keyElements = qint64(a.kvLoraRank) + a.qkRopeHeadDim;
                                  if (a.indexHeads > 0)
                                      shape.fixedBytesPerToken = indexerBytes(a.indexHeadDim);
                                  return std::vector{shape};
                              },
                              [](const CompressedAttention &a) { return compressed(a); },
                              [](const CrossAttention &a) {
                                  CacheShape shape = grouped(a.attention);
                                  shape.crossAttention = true;
                                  return std::vector{shape};
                              },
                              [](const ParallelHybrid &p) { return std::vector{grouped(p.attention)}; },
                              [](const Mamba1 &) { return std::vector<CacheShape>{}; },
                              [](const Mamba2 &) { return std::vector<CacheShape>{}; },
                              [](const LinearAttention &) { return std::vector<CacheShape>{}; },
                              [](const ShortConvolution &) { return std::vector<CacheShape>{}; },
                              [](const NoMixer &) { return std::vector<CacheShape>{}; }},
                   mixer);
    std::erase_if(shapes, [](const CacheShape &shape) { return !shape.caches(); });
    return shapes;
}

StateShape stateShape(const Mixer &mixer, qint64 hidden)
{
    const auto mamba2 = [](const Mamba2 &m) {
        return StateShape{(m.convKernel - 1) * m.convDim(), m.innerDim() * m.stateDim, m.heads};
    };
    return std::visit(
        Overloaded{[](const Mamba1 &m) {
                       return StateShape{(m.convKernel - 1) * qint64(m.innerDim), qint64(m.innerDim) * m.stateDim, 0};
                   },
                   [&](const Mamba2 &m) { return mamba2(m); }, [&](const ParallelHybrid &p) { return mamba2(p.mamba); },
                   [](const LinearAttention &l) {
                       const qint64 keys = qint64(l.keyHeads) * l.keyHeadDim;
                       const qint64 values = qint64(l.valueHeads) * l.valueHeadDim;
                       const qint64 conv = l.convKernel > 0 ? (l.convKernel - 1) * (2 * keys + values) : 0;
                       return StateShape{conv, values * l.keyHeadDim, l.valueHeads};
                   },
                   [hidden](const ShortConvolution &c) {
                       return StateShape{(c.kernel - 1) * hidden, 0, 0};
                   },
                   [](const GroupedAttention &) { return StateShape{}; },
                   [](const LatentAttention &) { return StateShape{}; },
                   [](const CompressedAttention &) { return StateShape{}; },
                   [](const CrossAttention &) { return StateShape{}; }, [](const NoMixer &) { return StateShape{}; }},
        mixer);
}

Bytes kvBytesPerToken(const ModelArchitecture &model, KvFormats formats)
{
    // Compressed layers keep a fraction of an entry for each token: add up over a common multiple of tokens.
    Bytes growing, windowed;
    constexpr qint64 commonTokens = 1024;
    for (const LayerGroup &group : model.groups) {
        for (const CacheShape &shape : cacheShapes(group.mixer)) {
            if (shape.crossAttention)
                continue;
            Bytes &sum = shape.window == 0 ? growing : windowed;
            sum += entryBytes(shape, formats) * (commonTokens / shape.tokensPerEntry) * group.count;
        }
    }
    const Bytes sum = growing.count() > 0 ? growing : windowed;
    return Bytes(sum.count() / commonTokens);
}

Bytes kvCacheBytes(const ModelArchitecture &model, KvFormats formats, qint64 tokens, qint64 sequences)
{
    Bytes total;
    for (const LayerGroup &group : model.groups) {
        for (const CacheShape &shape : cacheShapes(group.mixer)) {
            if (shape.crossAttention)
                continue;
            const qint64 kept = shape.window > 0 ? std::min(tokens, shape.window) : tokens;
            total += entryBytes(shape, formats) * ceilDivide(kept, shape.tokensPerEntry) * group.count * sequences;
        }
    }
    return total;
}

Bytes recurrentStateBytes(const ModelArchitecture &model, BitsPerWeight convFormat, BitsPerWeight stateFormat)
{
    Bytes total;
    for (const LayerGroup &group : model.groups) {
        const StateShape state = stateShape(group.mixer, model.hiddenSize);
        total += (convFormat.bytesFor(state.convElements) + stateFormat.bytesFor(state.stateElements)) * group.count;
    }
    return total;
}

} // namespace plimsoll
