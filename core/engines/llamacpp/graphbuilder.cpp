// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engines/llamacpp/graphbuilder.h"

#include <algorithm>

namespace plimsoll::llamacpp {

GraphBuilder::GraphBuilder(ComputeGraph &graph, const ModelSpec &model, const StepSpec &step,
                           const ModelPlacement &placement)
    : m_graph(graph)
    , m_model(model)
    , m_step(step)
    , m_placement(placement)
{
}

TensorId GraphBuilder::weight(const char *name, qint64 in, qint64 out, qint64 copies)
{
    const Storage storage = m_placement.storage ? m_placement.storage(m_layer, name) : kF32;
    return m_graph.external(storage, {in, out, copies, 1}, m_device, true);
}

TensorId GraphBuilder::vector(const char *, qint64 size)
{
    return m_graph.external(kF32, {size, 1, 1, 1}, m_device, true);
}

TensorId GraphBuilder::project(const char *name, TensorId x, qint64 out)
{
    return m_graph.matMul(weight(name, m_graph[x].shape[0], out), x);
}

TensorId GraphBuilder::addBias(const char *name, TensorId x)
{
    return m_graph.inPlace({x, vector(name, m_graph[x].shape[0])});
}

TensorId GraphBuilder::norm(const char *name, TensorId x, bool bias)
{
    // The kernels of LayerNorm need a result of its own, those of RMSNorm do not.
    const TensorId normed =
        m_model.layerNorm ? m_graph.op(Op::Other, kF32, m_graph[x].shape, {x}) : m_graph.inPlace({x});
    if (m_placement.pinNorms && m_layer >= 0)
        m_graph[normed].home = m_device;
    const TensorId result = m_graph.inPlace({normed, vector(name, m_graph[x].shape[0])});
    return bias ? addBias(name, result) : result;
}

/// Tokens come as numbers or as embeddings; memory is kept for both (build_inp_embd).
TensorId GraphBuilder::embeddings()
{
    const qint64 width = m_model.width, tokens = m_step.tokens;
    m_device = m_placement.host;
    const TensorId ids = m_graph.input(kI32, {tokens, 1, 1, 1});
    const TensorId given = m_graph.input(kF32, {width, tokens, 1, 1});
    const TensorId table = weight("token_embd", width, m_model.vocabulary);
    const TensorId rows = m_graph.op(Op::GetRows, kF32, {width, tokens, 1, 1}, {table, ids});
    m_graph.expand(rows);
    if (m_step.rules.givenEmbeddings)
        m_graph.expand(given);
    return m_model.scaledEmbedding ? m_graph.inPlace({rows}) : rows;
}

void GraphBuilder::inputs()
{
    const qint64 tokens = m_step.tokens;
    bool attends = false, latent = false, recurs = false, windows = false;
    qint64 widest = 0, keyDim = 0, valueDim = 0;
    for (const LayerSpec &kind : m_model.kinds) {
        latent |= kind.latent.has_value();
        attends |= kind.attention.has_value() || kind.latent.has_value();
        recurs |= kind.mamba.has_value();
        if (!kind.attention)
            continue;
        windows |= kind.attention->windowed;
        widest = std::max(widest, kind.attention->kvHeads * kind.attention->valueDim);
        keyDim = std::max(keyDim, kind.attention->keyDim);
        valueDim = std::max(valueDim, kind.attention->valueDim);
    }
    if (recurs) {
        const qint64 sequences = m_step.sequences;
        m_stateIndex = m_graph.input(kI32, {sequences, 1, 1, 1});
        m_stateMain = m_graph.view(m_stateIndex, {sequences, 1, 1, 1}, stridesOf(kI32, {sequences, 1, 1, 1}), 0);
        m_stateExtra = m_graph.view(m_stateIndex, {0, 1, 1, 1}, stridesOf(kI32, {0, 1, 1, 1}), 4 * sequences);
    }
    m_positions = m_graph.input(kI32, {tokens, 1, 1, 1});
    const auto describe = [&](Cache &cache, qint64 cells) {
        cache.cells = cells;
        cache.keyIndex = m_graph.input(kI64, {tokens, 1, 1, 1});
        if (!latent)
            cache.valueIndex = m_graph.input(kI64, {m_step.flashAttention ? tokens : tokens * widest, 1, 1, 1});
        const bool wide = !m_step.flashAttention || m_step.rules.wideMask;
        const Shape shape{cells, tokens / m_step.streams, 1, m_step.streams};
        cache.mask = m_graph.input(wide ? kF32 : kF16, shape);
        if (m_step.flashAttention && wide)
            cache.mask = m_graph.op(Op::Other, kF16, shape, {cache.mask});
        if (latent || !m_step.rules.rotatesCache)
            return;
        // A quantised cache holds rotated keys and values (pull request 21038).
        if (m_step.keys.isQuantised() && keyDim % 64 == 0) {
            qint64 size = 64;
            while (keyDim % (2 * size) == 0)
                size *= 2;
            cache.keyRotation = m_graph.input(kF32, {size, size, 1, 1});
        }
        if (m_step.values.isQuantised() && valueDim % 64 == 0)
            cache.valueRotation = m_graph.input(kF32, {64, 64, 1, 1});
    };
    if (attends)
        describe(m_full, m_step.cells);
    if (windows)
        describe(m_window, m_step.windowCells);
    m_rows = m_graph.input(kI32, {m_step.outputs, 1, 1, 1});
}

/// The last layer goes on with the tokens whose logits somebody wants.
TensorId GraphBuilder::chosenRows(TensorId x)
{
    return m_last && !keepsAllRows() ? chosen(x) : x;
}

TensorId GraphBuilder::chosen(TensorId x)
{
    return m_graph.op(Op::GetRows, kF32, {m_graph[x].shape[0], m_step.outputs, 1, 1}, {x, m_rows});
}

TensorId GraphBuilder::mixer(const LayerSpec &spec, TensorId x)
{
    if (spec.attention)
        return attention(*spec.attention, x);
    if (spec.latent)
        return latentAttention(*spec.latent, x);
    return mamba(*spec.mamba, x);
}

TensorId GraphBuilder::feedForward(const LayerSpec &spec, TensorId x)
{
    return spec.experts ? expertMix(*spec.experts, x) : dense("ffn", *spec.dense, x);
}

TensorId GraphBuilder::sequential(const LayerSpec &spec, TensorId x)
{
    TensorId current = norm("attn_norm", x, spec.normBias);
    const bool both = spec.attention && spec.mamba;
    current = mixer(spec, current);
    TensorId residual = x;
    if (both) {
        const TensorId state = mamba(*spec.mamba, norm("attn_norm", x, spec.normBias));
        residual = m_graph.inPlace({m_graph.inPlace({current, state}), x});
        residual = chosenRows(residual);
    } else {
        current = chosenRows(current);
        residual = chosenRows(residual);
        if (spec.postNorms)
            current = norm("post_attention_norm", current);
        residual = m_graph.inPlace({current, residual});
    }
    if (!spec.dense && !spec.experts)
        return residual;
    current = feedForward(spec, norm("ffn_norm", residual, spec.normBias));
    if (spec.postNorms)
        current = norm("post_ffw_norm", current);
    return spec.residualFirst ? m_graph.inPlace({residual, current}) : m_graph.inPlace({current, residual});
}

TensorId GraphBuilder::parallel(const LayerSpec &spec, TensorId x)
{
    TensorId normed = norm("attn_norm", x, spec.normBias);
    TensorId attended = mixer(spec, normed);
    attended = chosenRows(attended);
    x = chosenRows(x);
    normed = chosenRows(normed);
    const TensorId current = feedForward(spec, normed);
    return m_graph.inPlace({m_graph.inPlace({current, x}), attended});
}

TensorId GraphBuilder::single(const LayerSpec &spec, TensorId x)
{
    const TensorId normed = norm("attn_norm", x, spec.normBias);
    TensorId current = spec.dense || spec.experts ? feedForward(spec, normed) : mixer(spec, normed);
    current = chosenRows(current);
    return m_graph.inPlace({current, chosenRows(x)});
}

TensorId GraphBuilder::layer(TensorId x)
{
    const LayerSpec &spec = m_model.kinds[size_t(m_model.layers[size_t(m_layer)])];
    const bool isEmpty = !spec.attention && !spec.latent && !spec.mamba && !spec.dense && !spec.experts;
    if (isEmpty) // of a free size that is too small for any: its parameters are counted, its step computes nothing
        return chosenRows(x);
    switch (spec.residual) {
    case Residual::Parallel:
        return parallel(spec, x);
    case Residual::Single:
        return single(spec, x);
    case Residual::Sequential:
        break;
    }
    return sequential(spec, x);
}

void GraphBuilder::output(TensorId x)
{
    m_layer = -1;
    m_device = m_placement.outputDevice;
    TensorId normed = norm("output_norm", x, m_model.normBias);
    m_graph[normed].output = true;
    if (keepsAllRows()) {
        normed = chosen(normed);
        m_graph[normed].output = true;
    }
    TensorId logits = project("output", normed, m_model.vocabulary);
    if (m_model.outputBias)
        logits = addBias("output", logits);
    for (int i = 0; i < (m_model.scaledLogits ? 1 : m_model.softcapLogits ? 3 : 0); ++i)
        logits = m_graph.inPlace({logits});
    m_graph[logits].output = true;
    m_graph.expand(logits);
}

void GraphBuilder::build()
{
    m_graph.clear();
    TensorId x = embeddings();
    inputs();
    const qint32 layers = qint32(m_model.layers.size());
    for (m_layer = 0; m_layer < layers; ++m_layer) {
        m_device = m_placement.layerDevice[size_t(m_layer)];
        m_last = m_layer == layers - 1;
        x = layer(x);
    }
    output(x);
}

} // namespace plimsoll::llamacpp
