// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/memory/mixertensors.h"

namespace plimsoll {
namespace {

using enum TensorRole;

/// Collects tensors; the layer's width is the other side of most of them.
class Builder
{
public:
    explicit Builder(qint64 hidden)
        : m_hidden(hidden)
    {
    }

    void matrix(TensorRole role, Split split, qint64 rows, qint64 columns, Module module = Module::Alone,
                qint32 heads = 0)
    {
        if (rows > 0 && columns > 0)
            m_out.push_back({role, split, module, rows, columns, 1, heads});
    }
    /// Hidden state in.
    void in(TensorRole role, Split split, qint64 rows, Module module = Module::Alone, qint32 heads = 0)
    {
        matrix(role, split, rows, m_hidden, module, heads);
    }
    /// Hidden state out.
    void out(TensorRole role, Split split, qint64 columns) { matrix(role, split, m_hidden, columns); }
    void vector(qint64 elements, Split split = Split::Replicated, qint32 heads = 0)
    {
        matrix(Norm, split, elements, 1, Module::Alone, heads);
    }

    qint64 hidden() const { return m_hidden; }
    std::vector<TensorClass> take() { return std::move(m_out); }

private:
    qint64 m_hidden;
    std::vector<TensorClass> m_out;
};

void add(Builder &b, const GroupedAttention &a)
{
    const qint32 kvHeads = a.ownsKvProjections ? a.kvHeads : 0;
    const qint64 q = qint64(a.heads) * a.headDim;
    const qint64 k = qint64(kvHeads) * a.headDim;
    const qint64 v = a.keyEqualsValue ? 0 : qint64(kvHeads) * a.valueHeadDim;
    const qint64 o = qint64(a.heads) * a.valueHeadDim;
    b.in(Query, Split::Heads, a.outputGate ? 2 * q : q, Module::Qkv, a.heads);
    b.in(Key, Split::Heads, k, Module::Qkv, kvHeads);
    b.in(Value, Split::Heads, v, Module::Qkv, kvHeads);
    b.out(Output, Split::Rows, o);
    if (a.gatePerHead)
        b.in(Query, Split::Heads, a.heads, Module::Alone, a.heads);
    if (a.gateFull)
        b.in(Query, Split::Heads, o, Module::Alone, a.heads);
    if (a.qkvBias) {
        b.vector(q, Split::Heads, a.heads);
        b.vector(k, Split::Heads, kvHeads);
        b.vector(v, Split::Heads, kvHeads);
    }
    if (a.outputBias)
        b.vector(b.hidden());
    switch (a.qkNorm) {
    case QkNorm::None:
        break;
    case QkNorm::Head:
        b.vector(a.ownsKvProjections ? 2 * a.headDim : a.headDim);
        break;
    case QkNorm::Full:
    case QkNorm::PerHead:
        b.vector(q, Split::Heads, a.heads);
        b.vector(k, Split::Heads, kvHeads);
        break;
    }
    if (a.sinks)
        b.vector(a.heads, Split::Heads, a.heads);
    if (a.indexHeads > 0) {
        b.in(Indexer, Split::Replicated, qint64(a.indexDim) * (a.indexHeads + 1));
        b.vector(2 * a.indexDim);
    }
}

/// DeepSeek sparse attention: query and key projections, a LayerNorm on the key, one weight a head.
void addIndexer(Builder &b, qint64 queryInput, qint32 heads, qint32 headDim)
{
    if (heads == 0)
        return;
    b.matrix(Indexer, Split::Replicated, qint64(heads) * headDim, queryInput);
    b.in(Indexer, Split::Replicated, headDim);
    b.vector(2 * headDim);
    b.in(Router, Split::Replicated, heads);
}

void add(Builder &b, const LatentAttention &a)
{
    const qint64 query = qint64(a.heads) * (a.qkNopeHeadDim + a.qkRopeHeadDim);
    const qint64 value = qint64(a.heads) * a.valueHeadDim;
    const Module down = a.qLoraRank > 0 ? Module::LatentDown : Module::Alone;
    if (a.qLoraRank > 0) {
        b.in(LatentDown, Split::Replicated, a.qLoraRank, down);
        b.vector(a.qLoraRank);
        b.matrix(LatentUp, Split::Heads, query, a.qLoraRank, Module::Alone, a.heads);
    } else {
        b.in(Query, Split::Heads, query, Module::Alone, a.heads);
    }
    b.in(LatentDown, Split::Replicated, a.kvLoraRank + a.qkRopeHeadDim, down);
    b.vector(a.kvLoraRank);
    b.matrix(LatentUp, Split::Heads, qint64(a.heads) * (a.qkNopeHeadDim + a.valueHeadDim), a.kvLoraRank, Module::Alone,
             a.heads);
    b.out(Output, Split::Rows, value);
    if (a.outputGate)
        b.in(Query, Split::Heads, value, Module::Alone, a.heads);
    addIndexer(b, a.qLoraRank > 0 ? a.qLoraRank : b.hidden(), a.indexHeads, a.indexHeadDim);
}

void add(Builder &b, const CompressedAttention &a)
{
    const qint64 query = qint64(a.heads) * a.headDim;
    b.in(LatentDown, Split::Replicated, a.qLoraRank, Module::LatentDown);
    b.vector(a.qLoraRank);
    b.matrix(LatentUp, Split::Heads, query, a.qLoraRank, Module::Alone, a.heads);
    b.in(LatentDown, Split::Replicated, a.headDim, Module::LatentDown);
    b.vector(a.headDim);
    b.vector(a.heads, Split::Heads, a.heads);
    b.matrix(Output, Split::Columns, qint64(a.outputGroups) * a.outputLoraRank, query / a.outputGroups);
    b.out(Output, Split::Rows, qint64(a.outputGroups) * a.outputLoraRank);
    if (a.compressRatio == 0)
        return;
    // Overlapping windows at ratio 4 double the compressor's width.
    const qint64 width = (a.compressRatio == 4 ? 2 : 1) * qint64(a.headDim);
    b.in(Other, Split::Replicated, 2 * width);
    b.matrix(Other, Split::Replicated, a.compressRatio, width);
    b.vector(a.headDim);
    if (a.compressRatio != 4)
        return;
    b.matrix(Indexer, Split::Replicated, qint64(a.indexHeads) * a.indexHeadDim, a.qLoraRank);
    b.in(Router, Split::Replicated, a.indexHeads);
    b.in(Indexer, Split::Replicated, 4 * qint64(a.indexHeadDim));
    b.vector(8 * qint64(a.indexHeadDim) + a.indexHeadDim);
}

void add(Builder &b, const CrossAttention &a)
{
    add(b, a.attention);
    b.vector(a.extraParameters);
}

void add(Builder &b, const Mamba1 &m)
{
    const qint64 inner = m.innerDim;
    b.in(StateIn, Split::Columns, 2 * inner, Module::StateIn);
    b.matrix(StateConv, Split::Columns, inner, m.convKernel);
    b.vector(inner, Split::Columns);
    b.matrix(StateIn, Split::Rows, m.timeStepRank + 2 * qint64(m.stateDim), inner);
    b.matrix(StateIn, Split::Columns, inner, m.timeStepRank);
    b.vector(inner, Split::Columns);
    b.matrix(StateConv, Split::Columns, inner, m.stateDim);
    b.vector(inner, Split::Columns);
    b.out(StateOut, Split::Rows, inner);
    if (m.innerNorms)
        b.vector(m.timeStepRank + 2 * qint64(m.stateDim));
}

void add(Builder &b, const Mamba2 &m)
{
    const qint64 inner = m.innerDim();
    const qint64 projected = 2 * inner + 2 * qint64(m.groups) * m.stateDim + m.heads;
    b.in(StateIn, Split::Columns, projected, Module::StateIn);
    b.matrix(StateConv, Split::Columns, m.convDim(), m.convKernel);
    if (m.convBias)
        b.vector(m.convDim(), Split::Columns);
    b.vector(3 * qint64(m.heads), Split::Columns);
    b.out(StateOut, Split::Rows, inner);
    if (m.gatedNorm)
        b.vector(inner, Split::Columns);
    if (m.projectionBias) {
        b.vector(projected, Split::Columns);
        b.vector(b.hidden());
    }
}

void addGatedDeltaNet(Builder &b, const LinearAttention &l)
{
    const qint64 keys = qint64(l.keyHeads) * l.keyHeadDim;
    const qint64 values = qint64(l.valueHeads) * l.valueHeadDim;
    b.in(StateIn, Split::Columns, 2 * keys + 2 * values, Module::StateIn);
    b.in(StateConv, Split::Columns, 2 * qint64(l.valueHeads));
    b.matrix(StateConv, Split::Columns, 2 * keys + values, l.convKernel);
    b.vector(2 * qint64(l.valueHeads), Split::Columns);
    b.vector(l.valueHeadDim);
    b.out(StateOut, Split::Rows, values);
}

void addKimiDelta(Builder &b, const LinearAttention &l)
{
    const qint64 width = qint64(l.valueHeads) * l.valueHeadDim;
    b.in(StateIn, Split::Columns, 3 * width, Module::StateIn);
    b.matrix(StateConv, Split::Columns, 3 * width, l.convKernel);
    b.in(LatentDown, Split::Replicated, l.valueHeadDim);
    b.matrix(LatentUp, Split::Columns, width, l.valueHeadDim);
    b.in(StateConv, Split::Columns, l.valueHeads);
    b.vector(l.valueHeads + width, Split::Columns);
    b.vector(l.valueHeadDim);
    b.out(StateOut, Split::Rows, width);
    if (l.fullRankGate) {
        b.in(StateIn, Split::Columns, width);
    } else {
        b.in(LatentDown, Split::Replicated, l.valueHeadDim);
        b.matrix(LatentUp, Split::Columns, width, l.valueHeadDim);
    }
}

void addLightning(Builder &b, const LinearAttention &l)
{
    const qint64 width = qint64(l.valueHeads) * l.valueHeadDim;
    b.in(StateIn, Split::Columns, 3 * width, Module::StateIn);
    b.in(StateIn, Split::Columns, width);
    b.out(StateOut, Split::Rows, width);
    b.vector(width, Split::Columns);
}

void add(Builder &b, const LinearAttention &l)
{
    switch (l.kind) {
    case LinearAttentionKind::GatedDeltaNet:
        return addGatedDeltaNet(b, l);
    case LinearAttentionKind::KimiDelta:
        return addKimiDelta(b, l);
    case LinearAttentionKind::Lightning:
        return addLightning(b, l);
    }
}

void add(Builder &b, const ShortConvolution &c)
{
    b.in(StateIn, Split::Columns, 3 * b.hidden(), Module::StateIn);
    b.matrix(StateConv, Split::Columns, b.hidden(), c.kernel);
    b.out(StateOut, Split::Rows, b.hidden());
}

void add(Builder &b, const ParallelHybrid &p)
{
    add(b, p.attention);
    add(b, p.mamba);
}

void add(Builder &, const NoMixer &) { }

} // namespace

std::vector<TensorClass> mixerTensors(const Mixer &mixer, qint64 hidden)
{
    Builder builder(hidden);
    std::visit([&](const auto &kind) { add(builder, kind); }, mixer);
    return builder.take();
}

} // namespace plimsoll
