// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sources/layershapes.h"

#include "core/catalog/modellayers.h"
#include "core/memory/tensors.h"
#include "core/units/bytes.h"

#include <algorithm>
#include <limits>

namespace plimsoll {
namespace {

using enum WeightPart;

/// Sizes of one layer in units of the model's width.
class LayerBuilder
{
public:
    LayerBuilder(const LayerShapes &shapes, const LayerHints &hints, qint64 hidden)
        : m_shapes(shapes)
        , m_hints(hints)
        , m_hidden(std::max<qint64>(hidden, 1))
    {
    }

    Mixer mixer() const;
    std::optional<DenseFeedForward> dense() const;
    std::optional<MoeFeedForward> moe() const;
    bool withinLimits() const { return m_withinLimits; }

private:
    /// The value, or zero and withinLimits() false.
    qint32 bounded(qint64 value, qint64 limit) const
    {
        m_withinLimits = m_withinLimits && value >= 0 && value <= limit;
        return value >= 0 && value <= limit ? qint32(value) : 0;
    }
    qint64 width(WeightPart part) const { return m_shapes[part] / m_hidden; }
    bool has(WeightPart part) const { return m_shapes.has(part); }
    qint32 convKernel() const { return std::max(m_hints.convKernel, 1); } ///< of a state, which keeps one less
    bool hasAttention() const { return has(Query) || has(FusedQkv); }
    GroupedAttention grouped() const;
    LatentAttention latent() const;
    CompressedAttention compressed() const;
    Mixer state() const;
    Mamba2 mamba2() const;
    LinearAttention linear() const;

    const LayerShapes &m_shapes;
    const LayerHints &m_hints;
    const qint64 m_hidden;
    mutable bool m_withinLimits = true;
};

Mixer LayerBuilder::mixer() const
{
    if (m_hints.outputGroups > 0 && has(QueryDown))
        return compressed();
    if (has(KvDown))
        return latent();
    const bool hasState = has(StateIn) || has(StateOut);
    if (has(DeltaNet) || has(KimiDelta))
        return linear();
    if (hasState && hasAttention())
        return ParallelHybrid{grouped(), mamba2()};
    if (hasState)
        return state();
    if (has(ShortConv))
        return ShortConvolution{convKernel()};
    if (hasAttention())
        return grouped();
    return NoMixer{};
}

GroupedAttention LayerBuilder::grouped() const
{
    GroupedAttention a;
    const qint64 out = width(AttentionOut);
    qint64 query = width(Query);
    a.headDim = m_hints.headDim;
    a.valueHeadDim = m_hints.valueHeadDim > 0 ? m_hints.valueHeadDim : a.headDim;
    const qint64 dim = std::max(a.headDim, 1);
    a.heads = m_hints.heads > 0 ? m_hints.heads : bounded(std::max(out, query) / dim, recordlimits::heads);
    if (has(FusedQkv)) {
        query = qint64(a.heads) * dim;
        a.kvHeads = bounded((width(FusedQkv) - query) / (dim + std::max(a.valueHeadDim, 1)), recordlimits::heads);
    } else {
        a.kvHeads = bounded(width(Key) / dim, recordlimits::heads);
    }
    a.ownsKvProjections = a.kvHeads > 0;
    if (m_hints.kvHeads > 0 && (a.kvHeads == 0 || has(FusedQkv)))
        a.kvHeads = m_hints.kvHeads;
    a.slidingWindow = m_hints.slidingWindow;
    a.chunkSize = m_hints.chunkSize;
    a.outputGate = !has(FusedQkv) && query == 2 * qint64(a.heads) * dim;
    a.gateFull = has(AttentionGate) && width(AttentionGate) == out;
    a.gatePerHead = has(AttentionGate) && width(AttentionGate) == a.heads;
    a.keyEqualsValue = has(Key) && !has(Value);
    if (has(QueryNorm))
        a.qkNorm = m_shapes[QueryNorm] == a.headDim ? QkNorm::Head : QkNorm::Full;
    a.qkvBias = has(QkvBias);
    a.outputBias = has(OutputBias);
    a.sinks = has(Sinks);
    a.sharesKvCache = m_hints.sharesKvCache;
    return a;
}

LatentAttention LayerBuilder::latent() const
{
    LatentAttention a;
    a.kvLoraRank = m_hints.kvLoraRank;
    a.qkRopeHeadDim =
        m_hints.ropeDim > 0 ? m_hints.ropeDim : bounded(width(KvDown) - a.kvLoraRank, recordlimits::headDim);
    a.qkNopeHeadDim = std::max(m_hints.latentKeyDim - a.qkRopeHeadDim, 0);
    a.valueHeadDim = m_hints.latentValueDim;
    a.heads = m_hints.heads;
    a.qLoraRank = bounded(width(QueryDown), recordlimits::hidden);
    a.outputGate = has(AttentionGate);
    a.indexHeads = has(Indexer) ? m_hints.indexHeads : 0;
    a.indexHeadDim = has(Indexer) ? m_hints.indexHeadDim : 0;
    return a;
}

CompressedAttention LayerBuilder::compressed() const
{
    CompressedAttention a;
    a.heads = m_hints.heads;
    a.headDim = m_hints.headDim;
    a.qLoraRank = bounded(width(QueryDown), recordlimits::hidden);
    a.outputGroups = m_hints.outputGroups;
    a.outputLoraRank = m_hints.outputLoraRank;
    a.slidingWindow = m_hints.slidingWindow;
    a.compressRatio = m_hints.compressRatio;
    a.indexHeads = m_hints.indexHeads;
    a.indexHeadDim = m_hints.indexHeadDim;
    return a;
}

Mixer LayerBuilder::state() const
{
    if (!has(StateX))
        return mamba2();
    Mamba1 m;
    m.innerDim = bounded(m_hints.stateInner > 0 ? m_hints.stateInner : width(StateOut), recordlimits::intermediate);
    m.stateDim = m_hints.stateDim;
    m.convKernel = convKernel();
    m.timeStepRank = m_hints.timeStepRank;
    m.innerNorms = m_shapes.tensors[size_t(StateNorm)] >= 3;
    return m;
}

Mamba2 LayerBuilder::mamba2() const
{
    Mamba2 m;
    const qint64 inner = m_hints.stateInner > 0 ? m_hints.stateInner : width(StateOut);
    m.heads = m_hints.stateHeads > 0 ? m_hints.stateHeads : 1;
    m.headDim = bounded(inner / m.heads, recordlimits::intermediate);
    m.groups = std::max(m_hints.stateGroups, 1);
    m.stateDim = m_hints.stateDim;
    m.convKernel = convKernel();
    m.gatedNorm = has(StateNorm);
    return m;
}

LinearAttention LayerBuilder::linear() const
{
    LinearAttention l;
    l.kind = has(KimiDelta) ? LinearAttentionKind::KimiDelta : LinearAttentionKind::GatedDeltaNet;
    l.valueHeads = std::max(m_hints.stateHeads, 1);
    l.keyHeads = m_hints.stateGroups > 0 ? m_hints.stateGroups : l.valueHeads;
    const qint64 inner = m_hints.stateInner > 0 ? m_hints.stateInner : width(StateOut);
    l.valueHeadDim = bounded(inner / l.valueHeads, recordlimits::headDim);
    l.keyHeadDim = m_hints.stateDim > 0 ? m_hints.stateDim : l.valueHeadDim;
    l.convKernel = convKernel();
    return l;
}

std::optional<DenseFeedForward> LayerBuilder::dense() const
{
    if (!has(FfnDown))
        return std::nullopt;
    DenseFeedForward block;
    block.intermediateSize = bounded(width(FfnDown), recordlimits::intermediate);
    // Gate and up may be one tensor under either name.
    const qint64 inputs = width(FfnGate) + width(FfnUp) + width(FfnGateUp);
    block.gated = inputs >= 2 * block.intermediateSize;
    block.bias = has(FfnBias);
    return block;
}

std::optional<MoeFeedForward> LayerBuilder::moe() const
{
    if (!has(ExpertDown) || m_shapes.experts == 0)
        return std::nullopt;
    MoeFeedForward block;
    block.experts = std::max(bounded(m_shapes.experts, recordlimits::experts), 1);
    block.expertsPerToken = std::clamp(m_hints.expertsPerToken, 1, block.experts);
    block.gated = has(ExpertGateUp) || has(ExpertGate);
    block.routerBias = has(RouterBias);
    block.expertBias = has(ExpertBias);
    block.sharedIntermediate = bounded(width(SharedDown), recordlimits::intermediate);
    block.sharedGate = has(SharedRouter);
    block.intermediateSize = bounded(width(ExpertDown) / block.experts, recordlimits::intermediate);
    return block;
}

} // namespace

void LayerShapes::add(WeightPart part, qint64 count, qint64 expertCount)
{
    qint64 &sum = elements[size_t(part)];
    if (__builtin_add_overflow(sum, count, &sum))
        sum = std::numeric_limits<qint64>::max();
    ++tensors[size_t(part)];
    experts = std::max(experts, expertCount);
}

qint64 LayerShapes::total() const
{
    Bytes sum; // for its saturating addition
    for (const qint64 count : elements)
        sum += Bytes(count);
    return sum.count();
}

std::optional<LayerGroup> layerOf(const LayerShapes &shapes, const LayerHints &hints, const ModelArchitecture &model)
{
    const LayerBuilder builder(shapes, hints, model.hiddenSize);
    LayerGroup layer;
    layer.mixer = builder.mixer();
    layer.dense = builder.dense();
    layer.moe = builder.moe();
    layer.norms = shapes.tensors[size_t(Norm)];
    if (!builder.withinLimits() || layer.norms > 64)
        return std::nullopt;
    Bytes counted;
    for (const TensorClass &tensor : layerTensors(model, layer))
        counted += Bytes(tensor.rows) * tensor.columns * tensor.copies;
    layer.extraParameters = std::max<qint64>(shapes.total() - counted.count(), 0);
    return layer;
}

} // namespace plimsoll
