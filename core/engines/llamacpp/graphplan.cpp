// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engines/llamacpp/graphplan.h"

namespace plimsoll::llamacpp {

void GraphPlan::release(TensorId id)
{
    State &state = m_states[size_t(id)];
    if ((*m_graph)[id].output)
        return;
    const size_t block = size_t(state.block);
    m_allocators[size_t(state.device)].release(m_offsets[block], m_bytes[block]);
    m_script.events.push_back({state.block, true});
    state.own = false;
}

/// Gives an operand's memory to the result where nobody else needs it; true where it did. A view never passes on what
/// it looks at: ggml counts only the tensors that it allocated itself as its own.
bool GraphPlan::takeOver(TensorId id, TensorId operand)
{
    const Tensor &parent = (*m_graph)[operand];
    State &state = m_states[size_t(operand)];
    if (!state.own || parent.output || !(*m_graph)[id].hasLayoutOf(parent) || state.children != 1 || state.views != 0)
        return false;
    State &own = m_states[size_t(id)];
    own.device = state.device;
    own.block = state.block;
    state.own = false;
    return true;
}

void GraphPlan::allocate(TensorId id, qint16 device)
{
    const Tensor &tensor = (*m_graph)[id];
    State &state = m_states[size_t(id)];
    if (tensor.allocated || tensor.isView() || state.own)
        return;
    state.own = true;
    if (tensor.op == Op::InPlace || tensor.op == Op::Rope) {
        for (const TensorId operand : tensor.operands) {
            if (operand == kNoTensor)
                break;
            if (takeOver(id, operand))
                return;
        }
    }
    state.device = device;
    state.block = qint32(m_script.blocks.size());
    const bool isCopy = size_t(id) >= m_originals;
    m_script.blocks.push_back({isCopy ? m_sources[size_t(id) - m_originals] : id, device, isCopy});
    m_script.events.push_back({state.block, false});
    m_bytes.push_back(bufferBytes(tensor, device == m_placement.host()));
    m_offsets.push_back(m_allocators[size_t(device)].allocate(m_bytes.back()));
}

void GraphPlan::countUses()
{
    for (const Step &step : m_steps) {
        const Tensor &node = (*m_graph)[step.node];
        if (node.isView() && node.op != Op::Keep)
            ++m_states[size_t(node.viewOf)].views;
        if (node.input)
            allocate(step.node, step.device);
        for (const TensorId operand : node.operands) {
            if (operand == kNoTensor)
                break;
            ++m_states[size_t(operand)].children;
            if ((*m_graph)[operand].input)
                allocate(operand, step.device);
        }
    }
}

void GraphPlan::allocateSteps()
{
    for (const Step &step : m_steps) {
        const Tensor &node = (*m_graph)[step.node];
        for (const TensorId operand : node.operands) {
            if (operand == kNoTensor)
                break;
            allocate(operand, step.device);
        }
        allocate(step.node, step.device);
        for (const TensorId operand : node.operands) {
            if (operand == kNoTensor)
                break;
            State &state = m_states[size_t(operand)];
            if (--state.children > 0 || state.views > 0)
                continue;
            const Tensor &parent = (*m_graph)[operand];
            if (!parent.isView()) {
                if (state.own)
                    release(operand);
                continue;
            }
            State &owner = m_states[size_t(parent.viewOf)];
            if (--owner.views == 0 && owner.children == 0 && owner.own)
                release(parent.viewOf);
        }
    }
}

std::vector<qint64> GraphPlan::reserve(ComputeGraph &graph, const Placement &placement)
{
    m_graph = &graph;
    m_placement = placement;
    assign();
    split();
    listSteps();
    m_states.assign(graph.tensors().size(), State());
    m_allocators.clear();
    m_offsets.clear();
    m_bytes.clear();
    m_script = {};
    for (qint16 device = 0; device <= placement.gpus; ++device)
        m_allocators.emplace_back(bufferAlignment(device == placement.host()));
    for (const Step &step : m_first)
        allocate(step.node, step.device);
    countUses();
    allocateSteps();
    std::vector<qint64> sizes;
    for (const GraphAllocator &allocator : m_allocators)
        sizes.push_back(allocator.peak());
    return sizes;
}

} // namespace plimsoll::llamacpp
