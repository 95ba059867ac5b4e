// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Attention of the compute graph: build_qkv, build_attn and build_attn_mha of src/llama-graph.cpp.

#include "core/engines/llamacpp/graphbuilder.h"

#include <algorithm>

namespace plimsoll::llamacpp {

/// A multiplication with a small orthogonal matrix, in pieces of its size.
TensorId GraphBuilder::rotate(TensorId x, TensorId rotation)
{
    const Shape shape = m_graph[x].shape;
    const qint64 size = m_graph[rotation].shape[0];
    const Shape pieces{size, m_graph[x].elements() / size, 1, 1};
    const bool gapless = m_graph[x].strides == stridesOf(m_graph[x].storage, shape);
    const TensorId flat = gapless ? m_graph.reshape(x, pieces) : m_graph.contiguous(x, pieces);
    const TensorId turned = m_graph.op(Op::MatMul, kF32, pieces, {rotation, flat});
    return m_graph.reshape(turned, shape);
}

/// One tensor a device serves all layers there.
TensorId GraphBuilder::ropeFactors(qint64 size)
{
    m_ropeFactors.resize(size_t(m_placement.host) + 1, kNoTensor);
    TensorId &known = m_ropeFactors[size_t(m_device)];
    if (known == kNoTensor)
        known = vector("rope_freqs", size);
    return known;
}

GraphBuilder::Heads GraphBuilder::heads(const AttentionSpec &spec, TensorId x)
{
    const qint64 tokens = m_step.tokens;
    const qint64 queries = spec.heads * spec.keyDim, keys = spec.kvHeads * spec.keyDim;
    const qint64 values = spec.kvHeads * spec.valueDim;
    Heads result;
    if (spec.fusedQkv) {
        TensorId all = project("attn_qkv", x, queries + keys + values);
        if (spec.qkvBias)
            all = addBias("attn_qkv", all);
        const qint64 row = m_graph[all].strides[1];
        const auto part = [&](qint64 dim, qint64 count, qint64 first) {
            return m_graph.view(all, {dim, count, tokens, 1}, {4, 4 * dim, row, row * tokens}, 4 * first);
        };
        result.query = part(spec.keyDim, spec.heads, 0);
        result.key = part(spec.keyDim, spec.kvHeads, queries);
        result.value = part(spec.valueDim, spec.kvHeads, queries + keys);
    } else {
        const auto part = [&](const char *name, qint64 dim, qint64 count) {
            const TensorId projected = project(name, x, dim * count);
            return spec.qkvBias ? addBias(name, projected) : projected;
        };
        const TensorId query = part("attn_q", spec.keyDim, spec.heads);
        const TensorId key = part("attn_k", spec.keyDim, spec.kvHeads);
        const TensorId value = part("attn_v", spec.valueDim, spec.kvHeads);
        result.query = m_graph.reshape(query, {spec.keyDim, spec.heads, tokens, 1});
        result.key = m_graph.reshape(key, {spec.keyDim, spec.kvHeads, tokens, 1});
        result.value = m_graph.reshape(value, {spec.valueDim, spec.kvHeads, tokens, 1});
    }
    const TensorId factors = spec.ropeFactors ? ropeFactors(spec.keyDim / 2) : kNoTensor;
    const auto turn = [&](TensorId part) {
        return spec.rope ? m_graph.op(Op::Rope, kF32, m_graph[part].shape, {part, m_positions, factors}) : part;
    };
    if (spec.queryNorm && !spec.normAfterRope)
        result.query = norm("attn_q_norm", result.query);
    result.query = turn(result.query);
    if (spec.keyNorm && !spec.normAfterRope)
        result.key = norm("attn_k_norm", result.key);
    result.key = turn(result.key);
    if (spec.normAfterRope && spec.queryNorm) {
        result.query = m_graph.inPlace({result.query});
        result.key = m_graph.inPlace({result.key});
    }
    if (spec.scaledQuery)
        result.query = m_graph.inPlace({result.query});
    return result;
}

/// Without flash attention values are stored transposed, element by element.
void GraphBuilder::storeValues(TensorId cache, TensorId value, qint64 width, TensorId index)
{
    const qint64 tokens = m_step.tokens;
    if (m_step.flashAttention) {
        const Shape shape{width, tokens, 1, 1};
        const qint64 row = m_graph[value].strides[2];
        const TensorId flat =
            m_graph.view(value, shape, {m_graph[value].strides[0], row, row * tokens, row * tokens}, 0);
        m_graph.expand(m_graph.store(cache, {flat, index}));
        return;
    }
    const bool gapless = m_graph[value].strides == stridesOf(kF32, m_graph[value].shape);
    const TensorId flat = gapless ? value : m_graph.contiguous(value, {width, tokens, 1, 1});
    m_graph.expand(m_graph.store(cache, {m_graph.reshape(flat, {1, width * tokens, 1, 1}), index}));
}

TensorId GraphBuilder::cachedAttention(const AttentionSpec &spec, Heads parts)
{
    const Cache &cache = spec.windowed ? m_window : m_full;
    if (cache.keyRotation != kNoTensor) {
        parts.query = rotate(parts.query, cache.keyRotation);
        parts.key = rotate(parts.key, cache.keyRotation);
    }
    if (cache.valueRotation != kNoTensor)
        parts.value = rotate(parts.value, cache.valueRotation);
    const bool iswa = m_window.mask != kNoTensor;
    m_graph.expand(parts.query);
    m_graph.expand(iswa ? parts.key : parts.value);
    m_graph.expand(iswa ? parts.value : parts.key);

    const qint16 home = m_step.hostCache ? m_placement.host : m_device;
    const qint64 keyWidth = spec.kvHeads * spec.keyDim, valueWidth = spec.kvHeads * spec.valueDim;
    const qint64 streams = m_step.streams, cells = cache.cells, tokens = m_step.tokens;
    const TensorId keys = m_graph.external(m_step.keys, {keyWidth, cells, streams, 1}, home, false);
    const TensorId values = m_graph.external(m_step.values, {valueWidth, cells, streams, 1}, home, false);
    const qint64 row = m_graph[parts.key].strides[2];
    const TensorId key = m_graph.view(parts.key, {keyWidth, tokens, 1, 1},
                                      {m_graph[parts.key].strides[0], row, row * tokens, row * tokens}, 0);
    m_graph.expand(m_graph.store(keys, {key, cache.keyIndex}));
    storeValues(values, parts.value, valueWidth, cache.valueIndex);

    const auto rowBytes = [](Storage storage, qint64 count) { return count / storage.weights * storage.bytes; };
    const auto read = [&](TensorId of, Storage storage, qint64 dim, qint64 width) {
        return m_graph.view(
            of, {dim, spec.kvHeads, cells, streams},
            {storage.bytes, rowBytes(storage, dim), rowBytes(storage, width), rowBytes(storage, width) * cells}, 0);
    };
    const TensorId readKeys = read(keys, m_step.keys, spec.keyDim, keyWidth);
    TensorId readValues;
    if (m_step.flashAttention) {
        readValues = read(values, m_step.values, spec.valueDim, valueWidth);
    } else {
        const qint64 element = m_step.values.bytes;
        readValues =
            m_graph.view(values, {cells, spec.kvHeads, spec.valueDim, streams},
                         {element, element * cells * spec.valueDim, element * cells, element * cells * valueWidth}, 0);
    }
    Scores scores{spec.keyDim, spec.valueDim, spec.kvHeads, cells, cache.mask};
    scores.softcap = spec.softcap;
    if (spec.sinks)
        scores.sinks = vector("attn_sinks", spec.heads);
    TensorId result = attend(parts.query, readKeys, readValues, scores);
    if (cache.valueRotation != kNoTensor)
        result = rotate(result, cache.valueRotation);
    return result;
}

TensorId GraphBuilder::attend(TensorId query, TensorId key, TensorId value, const Scores &scores)
{
    const qint64 streams = m_step.streams, tokens = m_step.tokens / streams;
    const Shape full = m_graph[query].shape, strides = m_graph[query].strides;
    const qint64 heads = full[1];
    TensorId q = m_graph.view(query, {full[0], heads, tokens, streams},
                              {strides[0], strides[1], strides[2], strides[3] / streams}, 0);
    q = m_graph.permute(q, {0, 2, 1, 3});
    TensorId k = m_graph.permute(key, {0, 2, 1, 3});
    TensorId v = m_graph.permute(value, {0, 2, 1, 3});
    TensorId result;
    if (m_step.flashAttention) {
        const auto narrowed = [&](TensorId of) {
            const bool wide = m_graph[of].storage == kF32;
            return wide ? m_graph.op(Op::Other, kF16, m_graph[of].shape, {of}) : of;
        };
        k = narrowed(k);
        v = narrowed(v);
        result = m_graph.op(Op::Attention, kF32, {scores.valueDim, heads, tokens, streams},
                            {q, k, v, scores.mask, scores.sinks});
        // CUDA's kernels read 16 bits: keys and values of another type are converted as a whole (pull request 23907).
        const auto copied = [&](TensorId of) {
            const qint64 bytes = m_graph[of].storage == kF16 ? 0 : 2 * m_graph[of].elements();
            return (bytes + 127) / 128 * 128;
        };
        // The latent's values are part of its keys.
        if (m_step.rules.reservesCopies)
            m_graph[result].scratch = copied(k) + (scores.decompress == kNoTensor ? copied(v) : 0);
        if (scores.decompress != kNoTensor) {
            result = m_graph.permute(result, {0, 2, 1, 3});
            result = m_graph.matMul(scores.decompress, result);
            result = m_graph.permute(result, {0, 2, 1, 3});
            result = m_graph.contiguous(result, m_graph[result].shape);
        }
        const Shape shape = m_graph[result].shape;
        result = m_graph.reshape(result, {shape[0] * shape[1], shape[2] * shape[3], 1, 1});
    } else {
        TensorId kq = m_graph.op(Op::MatMul, kF32, {scores.cells, tokens, heads, streams}, {k, q});
        for (int i = 0; i < (scores.softcap ? 3 : 0); ++i)
            kq = m_graph.inPlace({kq});
        kq = m_graph.op(Op::InPlace, kF32, m_graph[kq].shape, {kq, scores.mask, scores.sinks});
        if (scores.decompress != kNoTensor) {
            const TensorId turned = m_graph.permute(v, {1, 0, 2, 3});
            v = m_graph.contiguous(turned, m_graph[turned].shape);
        }
        TensorId kqv = m_graph.op(Op::MatMul, kF32, {scores.valueDim, tokens, heads, streams}, {v, kq});
        if (scores.decompress != kNoTensor)
            kqv = m_graph.matMul(scores.decompress, kqv);
        const TensorId turned = m_graph.permute(kqv, {0, 2, 1, 3});
        result = m_graph.contiguous(turned, {m_graph[kqv].shape[0] * heads, m_step.tokens, 1, 1});
    }
    m_graph.expand(result);
    return result;
}

TensorId GraphBuilder::attention(const AttentionSpec &spec, TensorId x)
{
    const TensorId attended = cachedAttention(spec, heads(spec, x));
    const TensorId result = project("attn_output", attended, m_model.width);
    return spec.outputBias ? addBias("attn_output", result) : result;
}

/// src/models/deepseek2.cpp: keys and values are one latent, which the queries are projected into.
TensorId GraphBuilder::latentAttention(const LatentSpec &spec, TensorId x)
{
    const qint64 tokens = m_step.tokens, heads = spec.heads, head = spec.nopeDim + spec.ropeDim;
    const qint64 latent = spec.kvRank + spec.ropeDim;
    TensorId q = x;
    if (spec.queryRank > 0)
        q = norm("attn_q_a_norm", project("attn_q_a", x, spec.queryRank));
    q = project(spec.queryRank > 0 ? "attn_q_b" : "attn_q", q, heads * head);
    const auto part = [&](TensorId of, qint64 dim, qint64 count, qint64 stride, qint64 first) {
        return m_graph.view(of, {dim, count, tokens, 1},
                            {4, 4 * stride, 4 * stride * count, 4 * stride * count * tokens}, 4 * first);
    };
    TensorId nope = part(q, spec.nopeDim, heads, head, 0);
    TensorId rope = part(q, spec.ropeDim, heads, head, spec.nopeDim);
    const TensorId compressed = project("attn_kv_a_mqa", x, latent);
    TensorId kv = m_graph.view(compressed, {spec.kvRank, tokens, 1, 1},
                               {4, 4 * latent, 4 * latent * tokens, 4 * latent * tokens}, 0);
    TensorId keyRope = part(compressed, spec.ropeDim, 1, latent, spec.kvRank);
    rope = m_graph.op(Op::Rope, kF32, m_graph[rope].shape, {rope, m_positions});
    keyRope = m_graph.op(Op::Rope, kF32, m_graph[keyRope].shape, {keyRope, m_positions});
    kv = norm("attn_kv_a_norm", kv);
    nope = m_graph.permute(nope, {0, 2, 1, 3});
    TensorId absorbed = m_graph.matMul(weight("attn_k_b", spec.nopeDim, spec.kvRank, heads), nope);
    absorbed = m_graph.permute(absorbed, {0, 2, 1, 3});
    const TensorId query = m_graph.op(Op::Other, kF32, {latent, heads, tokens, 1}, {absorbed, rope});
    kv = m_graph.reshape(kv, {spec.kvRank, 1, tokens, 1});
    const TensorId key = m_graph.op(Op::Other, kF32, {latent, 1, tokens, 1}, {kv, keyRope});

    m_graph.expand(query);
    m_graph.expand(kv);
    m_graph.expand(key);
    const qint64 cells = m_full.cells, streams = m_step.streams;
    const qint16 home = m_step.hostCache ? m_placement.host : m_device;
    const TensorId cache = m_graph.external(m_step.keys, {latent, cells, streams, 1}, home, false);
    m_graph.expand(m_graph.store(cache, {m_graph.reshape(key, {latent, tokens, 1, 1}), m_full.keyIndex}));
    const Storage storage = m_step.keys;
    const auto rowBytes = [&](qint64 count) { return count / storage.weights * storage.bytes; };
    const Shape strides{storage.bytes, rowBytes(latent), rowBytes(latent), rowBytes(latent) * cells};
    const TensorId keys = m_graph.view(cache, {latent, 1, cells, streams}, strides, 0);
    const TensorId values = m_graph.view(keys, {spec.kvRank, 1, cells, streams}, strides, 0);
    Scores scores{latent, spec.kvRank, 1, cells, m_full.mask};
    scores.decompress = weight("attn_v_b", spec.kvRank, spec.valueDim, heads);
    return project("attn_output", attend(query, keys, values, scores), m_model.width);
}

} // namespace plimsoll::llamacpp
