// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Feed-forward blocks of the compute graph: build_ffn and build_moe_ffn of src/llama-graph.cpp.

#include "core/engines/llamacpp/graphbuilder.h"

namespace plimsoll::llamacpp {

TensorId GraphBuilder::dense(const char *prefix, const DenseSpec &spec, TensorId x)
{
    const bool shared = prefix[0] == 's';
    const auto name = [shared](const char *own, const char *ofShared) { return shared ? ofShared : own; };
    const char *up = name("ffn_up", "ffn_up_shexp");
    const qint64 width = spec.width;
    TensorId hidden = project(up, x, spec.activation == Activation::FusedGate ? 2 * width : width);
    if (spec.bias)
        hidden = addBias(up, hidden);
    switch (spec.activation) {
    case Activation::Gated: {
        const char *gate = name("ffn_gate", "ffn_gate_shexp");
        TensorId gated = project(gate, x, width);
        if (spec.bias)
            gated = addBias(gate, gated);
        hidden = m_graph.op(Op::Other, kF32, m_graph[gated].shape, {gated, hidden});
        break;
    }
    case Activation::FusedGate: {
        Shape half = m_graph[hidden].shape;
        half[0] = width;
        hidden = m_graph.op(Op::Other, kF32, half, {hidden});
        break;
    }
    case Activation::Squared:
        hidden = m_graph.inPlace({m_graph.inPlace({hidden})});
        break;
    case Activation::Plain:
        hidden = m_graph.inPlace({hidden});
        break;
    }
    const TensorId result = project(name("ffn_down", "ffn_down_shexp"), hidden, m_graph[x].shape[0]);
    return spec.bias ? addBias("ffn_down", result) : result;
}

/// The best groups of experts; the others are masked out.
TensorId GraphBuilder::selectGroups(const ExpertsSpec &spec, TensorId scores)
{
    const qint64 tokens = m_graph[scores].shape[1], size = spec.experts / spec.groups;
    const TensorId grouped = m_graph.reshape(scores, {size, spec.groups, tokens, 1});
    const auto best = [&](TensorId of, qint64 count) {
        Shape shape = m_graph[of].shape;
        const TensorId sorted = m_graph.op(Op::Other, kI32, shape, {of});
        const Shape strides = m_graph[sorted].strides;
        shape[0] = count;
        return m_graph.view(sorted, shape, strides, 0);
    };
    const TensorId two = best(grouped, 2);
    const TensorId single = m_graph.reshape(grouped, {1, size, spec.groups, tokens});
    const TensorId picked = m_graph.op(Op::GetRows, kF32, {1, 2, spec.groups, tokens}, {single, two});
    const TensorId sums = m_graph.op(Op::Other, kF32, {1, spec.groups, tokens, 1},
                                     {m_graph.reshape(picked, {2, spec.groups, tokens, 1})});
    const TensorId groups = best(m_graph.reshape(sums, {spec.groups, tokens, 1, 1}), spec.groupsUsed);
    const TensorId chosen = m_graph.op(Op::GetRows, kF32, {size, spec.groupsUsed, tokens, 1}, {grouped, groups});
    const TensorId masked = m_graph.inPlace({grouped});
    return m_graph.reshape(m_graph.store(masked, {chosen, groups, masked}), {spec.experts, tokens, 1, 1});
}

GraphBuilder::Choice GraphBuilder::route(const ExpertsSpec &spec, TensorId x)
{
    const qint64 tokens = m_graph[x].shape[1];
    TensorId logits = project("ffn_gate_inp", x, spec.experts);
    if (spec.routerBias)
        logits = addBias("ffn_gate_inp", logits);
    TensorId scores = spec.gating == Gating::SoftmaxOfChosen ? logits : m_graph.inPlace({logits});
    TensorId selection = scores;
    if (spec.selectionBias)
        selection = addBias("exp_probs_b", scores);
    if (spec.weightBefore)
        selection = logits;
    if (spec.groups > 1)
        selection = selectGroups(spec, selection);
    const TensorId sorted = m_graph.op(Op::Other, kI32, m_graph[selection].shape, {selection});
    const Shape strides = m_graph[sorted].strides;
    Choice choice;
    choice.chosen = m_graph.view(sorted, {spec.used, tokens, 1, 1}, strides, 0);
    const TensorId each = m_graph.reshape(scores, {1, spec.experts, tokens, 1});
    const TensorId picked = m_graph.op(Op::GetRows, kF32, {1, spec.used, tokens, 1}, {each, choice.chosen});
    TensorId weights = picked, sum = kNoTensor, divided = kNoTensor;
    if (spec.gating == Gating::SoftmaxOfChosen) {
        weights = m_graph.inPlace({m_graph.reshape(weights, {spec.used, tokens, 1, 1})});
        weights = m_graph.reshape(weights, {1, spec.used, tokens, 1});
    }
    if (spec.normalised) {
        const TensorId flat = m_graph.reshape(weights, {spec.used, tokens, 1, 1});
        sum = m_graph.op(Op::Other, kF32, {1, tokens, 1, 1}, {flat});
        const TensorId clamped = m_graph.inPlace({sum});
        divided = m_graph.inPlace({flat, clamped});
        weights = m_graph.reshape(divided, {1, spec.used, tokens, 1});
    }
    if (spec.scaled)
        weights = m_graph.inPlace({weights});
    m_graph.expand(weights);
    // CUDA fuses the choice of experts into one kernel and keeps whatever that reads or skips.
    if (spec.groups <= 1 && m_step.rules.keepsFused)
        m_graph.keep(weights,
                     {logits, scores == logits ? kNoTensor : scores, selection == scores ? kNoTensor : selection,
                      sorted, picked, sum, spec.scaled ? divided : kNoTensor});
    choice.weights = weights;
    return choice;
}

TensorId GraphBuilder::expertProject(const char *name, const ExpertsSpec &spec, TensorId x, TensorId chosen, qint64 in,
                                     qint64 out)
{
    const qint64 tokens = m_graph[x].shape[2];
    const TensorId matrices = weight(name, in, out, spec.experts);
    const TensorId result = m_graph.op(Op::MatMulExperts, kF32, {out, spec.used, tokens, 1}, {matrices, x, chosen});
    if (!spec.bias)
        return result;
    const TensorId bias = m_graph.external(kF32, {out, spec.experts, 1, 1}, m_device, true);
    return m_graph.op(Op::InPlace, kF32, m_graph[result].shape, {result, bias, chosen});
}

TensorId GraphBuilder::runExperts(const ExpertsSpec &spec, TensorId x, const Choice &choice)
{
    const qint64 width = m_graph[x].shape[0], tokens = m_graph[x].shape[1];
    TensorId current = m_graph.reshape(x, {width, 1, tokens, 1});
    if (spec.weightBefore) {
        const TensorId repeated = m_graph.op(Op::Other, kF32, {width, spec.used, tokens, 1}, {current});
        current = m_graph.inPlace({repeated, choice.weights});
    }
    TensorId hidden;
    const Shape shape{spec.width, spec.used, tokens, 1};
    if (spec.fusedGateUp) {
        const TensorId both = expertProject("ffn_gate_up_exps", spec, current, choice.chosen, width, 2 * spec.width);
        const Shape strides = m_graph[both].strides;
        const TensorId gate = m_graph.view(both, shape, strides, 0);
        const TensorId up = m_graph.view(both, shape, strides, 4 * spec.width);
        hidden = m_graph.op(Op::Other, kF32, shape, {gate, up});
    } else {
        const TensorId up = expertProject("ffn_up_exps", spec, current, choice.chosen, width, spec.width);
        if (spec.gated) {
            const TensorId gate = expertProject("ffn_gate_exps", spec, current, choice.chosen, width, spec.width);
            hidden = m_graph.op(Op::Other, kF32, shape, {gate, up});
        } else {
            hidden = m_graph.inPlace({m_graph.inPlace({up})});
        }
    }
    const TensorId experts = expertProject("ffn_down_exps", spec, hidden, choice.chosen, spec.width, width);
    m_graph.expand(experts);
    return experts;
}

TensorId GraphBuilder::expertMix(const ExpertsSpec &spec, TensorId x)
{
    const qint64 width = m_graph[x].shape[0], tokens = m_graph[x].shape[1];
    const Choice choice = route(spec, x);
    TensorId experts = runExperts(spec, x, choice);
    const TensorId unweighted = experts;
    if (!spec.weightBefore) {
        experts = m_graph.inPlace({experts, choice.weights});
        m_graph.expand(experts);
    }
    // One view an expert first, then their sum, expert by expert.
    std::vector<TensorId> parts;
    const Shape strides = m_graph[experts].strides;
    for (qint64 i = 0; i < spec.used; ++i) {
        parts.push_back(m_graph.view(experts, {width, tokens, 1, 1},
                                     {4, strides[2], strides[2] * tokens, strides[2] * tokens}, i * strides[1]));
        m_graph.expand(parts.back());
    }
    TensorId result = parts.front();
    for (size_t i = 1; i < parts.size(); ++i) {
        result = m_graph.inPlace({result, parts[i]});
        m_graph.expand(result);
    }
    // CUDA weights the experts and sums them up in one kernel (pull request 27301).
    if (!spec.weightBefore && spec.used > 1 && m_step.rules.keepsFused)
        m_graph.keep(result, {unweighted, choice.weights});
    if (spec.used == 1)
        result = m_graph.contiguous(result, {width, tokens, 1, 1});
    if (spec.shared == 0)
        return result;
    const DenseSpec shared{spec.shared, spec.gated ? Activation::Gated : Activation::Squared};
    TensorId beside = dense("shared", shared, x);
    if (spec.sharedGate) {
        const TensorId gate = m_graph.inPlace({project("ffn_gate_inp_shexp", x, 1)});
        beside = m_graph.inPlace({beside, gate});
    }
    return m_graph.inPlace({result, beside});
}

} // namespace plimsoll::llamacpp
