// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later

// State space layers of the compute graph: build_mamba_layer, build_mamba2_layer and build_rs.

#include "core/engines/llamacpp/graphbuilder.h"

namespace plimsoll::llamacpp {

/// What keeps the states of sequences that this step does not touch.
void GraphBuilder::loadStates(TensorId cache, qint64 size, TensorId result)
{
    const TensorId all = m_graph.reshape(cache, {size, m_step.sequences, 1, 1});
    const TensorId cleared = m_graph.view(all, {0, 1, 1, 1}, stridesOf(kF32, {0, 1, 1, 1}), 0);
    m_graph.expand(m_graph.store(cleared, {cleared}));
    m_graph.expand(result);
    const TensorId extra = m_graph.op(Op::GetRows, kF32, {size, 0, 1, 1}, {all, m_stateExtra});
    m_graph.expand(m_graph.store(cache, {extra}));
}

TensorId GraphBuilder::states(TensorId cache, qint64 size)
{
    const TensorId all = m_graph.reshape(cache, {size, m_step.sequences, 1, 1});
    const TensorId result = m_graph.op(Op::GetRows, kF32, {size, m_step.sequences, 1, 1}, {all, m_stateMain});
    loadStates(cache, size, result);
    return result;
}

TensorId GraphBuilder::scan(const MambaSpec &spec, const Scan &parts)
{
    const qint64 size = spec.state * spec.inner, sequences = m_step.sequences;
    const TensorId cache =
        m_graph.external(kF32, {size, sequences, 1, 1}, m_step.hostCache ? m_placement.host : m_device, false);
    const TensorId all = m_graph.reshape(cache, {spec.state, parts.headDim, parts.heads, sequences});
    const TensorId a = vector("ssm_a", spec.second ? spec.heads : size);
    const TensorId result = m_graph.op(Op::Other, kF32, {m_graph[parts.x].elements() + size * sequences, 1, 1, 1},
                                       {all, parts.x, parts.dt, a, parts.b, parts.c, m_stateMain});
    loadStates(cache, size, result);
    const qint64 stored = m_graph[parts.x].elements() * 4;
    const TensorId last =
        m_graph.view(result, {size * sequences, 1, 1, 1}, stridesOf(kF32, {size * sequences, 1, 1, 1}), stored);
    m_graph.expand(m_graph.store(cache, {last}));
    return result;
}

/// Mamba 2 is projected as one matrix of all tokens, Mamba, and Mamba 2 before, sequence by sequence.
TensorId GraphBuilder::projectIn(const MambaSpec &spec, TensorId x, qint64 width)
{
    const qint64 sequences = m_step.sequences, tokens = m_step.tokens / sequences;
    if (spec.second && m_step.rules.wholeProjections)
        return m_graph.reshape(project("ssm_in", x, width), {width, tokens, sequences, 1});
    return project("ssm_in", m_graph.reshape(x, {m_graph[x].shape[0], tokens, sequences, 1}), width);
}

TensorId GraphBuilder::mamba(const MambaSpec &spec, TensorId x)
{
    const qint64 sequences = m_step.sequences, tokens = m_step.tokens / sequences;
    const qint64 groupState = spec.second ? spec.groups * spec.state : 0;
    const qint64 channels = spec.inner + 2 * groupState, past = spec.convKernel - 1;
    const TensorId cache = m_graph.external(kF32, {past * channels, sequences, 1, 1},
                                            m_step.hostCache ? m_placement.host : m_device, false);
    TensorId conv = states(cache, past * channels);
    conv = m_graph.reshape(conv, {past, channels, sequences, 1});
    const qint64 width = spec.second ? spec.inner + channels + spec.heads : 2 * spec.inner;
    const TensorId all = projectIn(spec, x, width);
    const Shape strides = m_graph[all].strides;
    const auto part = [&](qint64 count, qint64 first) {
        return m_graph.view(all, {count, tokens, sequences, 1}, strides, 4 * first);
    };
    const qint64 heads = spec.second ? spec.heads : spec.inner, headDim = spec.inner / heads;
    const auto inHeads = [&](TensorId of, qint64 dim, qint64 count, qint64 first) {
        const Shape from = m_graph[of].strides;
        return m_graph.view(of, {dim, count, tokens, sequences}, {4, 4 * dim, from[1], from[2]}, 4 * first);
    };
    const TensorId z = spec.second ? inHeads(all, headDim, heads, 0) : part(spec.inner, spec.inner);
    TensorId current = part(channels, spec.second ? spec.inner : 0);

    const TensorId turned = m_graph.permute(current, {1, 0, 2, 3});
    const TensorId window = m_graph.op(Op::Other, kF32, {past + tokens, channels, sequences, 1}, {conv, turned});
    const Shape rows = m_graph[window].strides;
    const TensorId last = m_graph.view(window, {past, channels, sequences, 1}, rows, 4 * tokens);
    m_graph.expand(m_graph.store(cache, {last}));
    const TensorId kernel = m_graph.external(kF32, {spec.convKernel, channels, 1, 1}, m_device, true);
    current = m_graph.op(Op::Other, kF32, {channels, tokens, sequences, 1}, {window, kernel});
    current = m_graph.inPlace({addBias("ssm_conv1d", current)});

    Scan parts{};
    parts.headDim = headDim;
    parts.heads = heads;
    TensorId skip;
    if (spec.second) {
        parts.x = inHeads(current, headDim, heads, 0);
        parts.b = inHeads(current, spec.state, spec.groups, spec.inner);
        parts.c = inHeads(current, spec.state, spec.groups, spec.inner + groupState);
        const TensorId dt = part(heads, spec.inner + channels);
        parts.dt = addBias("ssm_dt", m_graph.contiguous(dt, m_graph[dt].shape));
        skip = parts.x;
    } else {
        const TensorId projected = project("ssm_x", current, spec.timeStepRank + 2 * spec.state);
        const Shape from = m_graph[projected].strides;
        TensorId dt = m_graph.view(projected, {spec.timeStepRank, tokens, sequences, 1}, from, 0);
        parts.b = inHeads(projected, spec.state, 1, spec.timeStepRank);
        parts.c = inHeads(projected, spec.state, 1, spec.timeStepRank + spec.state);
        if (spec.innerNorms) {
            dt = norm("ssm_dt_norm", dt);
            parts.b = norm("ssm_b_norm", parts.b);
            parts.c = norm("ssm_c_norm", parts.c);
        }
        parts.dt = addBias("ssm_dt", project("ssm_dt", dt, spec.inner));
        skip = current;
        parts.x = m_graph.reshape(current, {headDim, heads, tokens, sequences});
    }
    const TensorId scanned = scan(spec, parts);
    const Shape shape = m_graph[skip].shape;
    TensorId y = m_graph.view(scanned, shape, stridesOf(kF32, shape), 0);
    y = m_graph.inPlace({y, m_graph.inPlace({skip, vector("ssm_d", heads)})});
    y = m_graph.op(Op::Other, kF32, shape, {m_graph.contiguous(z, shape), y});
    if (spec.norm) {
        y = m_graph.reshape(y, {spec.inner / spec.groups, spec.groups, tokens, sequences});
        y = norm("ssm_norm", y);
    }
    if (spec.second && m_step.rules.wholeProjections)
        return project("ssm_out", m_graph.reshape(y, {spec.inner, tokens * sequences, 1, 1}), m_model.width);
    y = m_graph.reshape(y, {spec.inner, tokens, sequences, 1});
    const TensorId result = project("ssm_out", y, m_model.width);
    return m_graph.reshape(result, {m_model.width, tokens * sequences, 1, 1});
}

} // namespace plimsoll::llamacpp
