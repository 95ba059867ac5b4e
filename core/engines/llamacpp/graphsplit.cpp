// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Which device runs which node, and what has to be copied in between.

#include "core/engines/llamacpp/graphplan.h"

namespace plimsoll::llamacpp {
namespace {

/// Smaller steps are cheaper on the host than the copy of their weights (GGML_OP_OFFLOAD_MIN_BATCH).
constexpr qint64 kOffloadRows = 32;

bool isShapeOnly(Op op)
{
    return op == Op::View || op == Op::Keep || op == Op::Leaf;
}

/// Rows that count for offloading: ggml_backend_cuda_device_offload_op.
qint64 batchRows(const Tensor &node)
{
    switch (node.op) {
    case Op::GetRows:
        return 0;
    case Op::MatMul:
        return node.shape[1];
    case Op::MatMulExperts:
    case Op::Rope:
        return node.shape[2];
    default:
        return node.rows();
    }
}

} // namespace

qint16 GraphPlan::homeOf(TensorId id) const
{
    const Tensor &tensor = (*m_graph)[id];
    const Tensor &owner = tensor.isView() ? (*m_graph)[tensor.viewOf] : tensor;
    return owner.allocated ? owner.home : qint16(-1);
}

qint16 GraphPlan::deviceByOperands(const Tensor &tensor) const
{
    if (tensor.op == Op::Rope || tensor.op == Op::Attention)
        return -1;
    for (const TensorId id : tensor.operands) {
        if (id == kNoTensor)
            break;
        if (!(*m_graph)[id].weight)
            continue;
        const qint16 home = (*m_graph)[id].home;
        if (m_placement.opOffload && home == m_placement.host() && m_placement.gpus > 0
            && batchRows(tensor) >= kOffloadRows)
            return 0;
        return home;
    }
    return -1;
}

/// Spreads devices that are known to the neighbours in the order of the nodes.
void GraphPlan::expandDevices(bool gpusOnly, bool upwards)
{
    const std::vector<TensorId> &nodes = m_graph->nodes();
    qint16 current = -1;
    for (size_t n = 0; n < nodes.size(); ++n) {
        const TensorId id = upwards ? nodes[nodes.size() - 1 - n] : nodes[n];
        if (isShapeOnly((*m_graph)[id].op))
            continue;
        qint16 &device = m_device[size_t(id)];
        if (device >= 0)
            current = gpusOnly && device == m_placement.host() ? qint16(-1) : device;
        else if (current >= 0)
            device = current;
    }
}

void GraphPlan::assign()
{
    std::vector<Tensor> &tensors = m_graph->tensors();
    m_device.assign(tensors.size(), -1);
    for (size_t i = 0; i < tensors.size(); ++i) {
        const Tensor &tensor = tensors[i];
        qint16 device = homeOf(TensorId(i));
        if (device < 0 && tensor.op != Op::Leaf)
            device = tensor.home >= 0 ? tensor.home : deviceByOperands(tensor);
        if (device < 0 && tensor.input)
            device = m_placement.host();
        m_device[i] = device;
    }
    for (const bool gpusOnly : {true, false}) {
        expandDevices(gpusOnly, false);
        expandDevices(gpusOnly, true);
    }
    for (const TensorId id : m_graph->nodes()) {
        const Tensor &node = tensors[size_t(id)];
        qint16 &device = m_device[size_t(id)];
        if (device < 0 && node.isView())
            device = m_device[size_t(node.viewOf)];
        for (const TensorId operand : node.operands) {
            if (operand == kNoTensor)
                break;
            if (m_device[size_t(operand)] >= 0)
                continue;
            const Tensor &source = tensors[size_t(operand)];
            m_device[size_t(operand)] = source.isView() ? m_device[size_t(source.viewOf)] : device;
        }
        if (device < 0)
            device = 0;
    }
}

/// Weights that were copied for the split before can go when a new one begins.
bool GraphPlan::needsNewSplit(const Tensor &node, const Split &split) const
{
    if (split.inputs.empty())
        return false;
    for (const TensorId id : node.operands) {
        if (id == kNoTensor)
            break;
        if ((*m_graph)[id].weight && (*m_graph)[id].home != split.device)
            return true;
    }
    return false;
}

/// Notes the tensor that was just added to the graph: a copy of `source`, or what keeps it.
void GraphPlan::added(TensorId source, qint16 device)
{
    m_sources.push_back(source);
    m_device.push_back(device);
}

/// Further copies of an input of the graph, where it lies.
void GraphPlan::duplicateInput(TensorId input)
{
    const qint16 device = m_device[size_t(input)];
    TensorId &known = m_copies[size_t(input) * size_t(m_placement.gpus + 1) + size_t(device)];
    if (known != kNoTensor)
        return;
    known = input;
    for (qint32 copy = 0; copy < m_placement.copies; ++copy) {
        TensorId id = input;
        if (copy > 0) {
            id = m_graph->input((*m_graph)[input].storage, (*m_graph)[input].shape);
            added(input, device);
        }
        (*m_graph)[id].output = true;
        m_inputCopies.push_back(id);
    }
}

TensorId GraphPlan::copyOn(qint16 device, TensorId source, Split &split)
{
    TensorId &known = m_copies[size_t(source) * size_t(m_placement.gpus + 1) + size_t(device)];
    if (known != kNoTensor)
        return known;
    for (qint32 copy = 0; copy < m_placement.copies; ++copy) {
        const Shape strides = (*m_graph)[source].strides;
        const TensorId id = m_graph->leaf((*m_graph)[source].storage, (*m_graph)[source].shape);
        (*m_graph)[id].strides = strides;
        (*m_graph)[id].input = (*m_graph)[id].output = m_placement.copies > 1;
        added(source, device);
        if (copy == 0)
            known = id;
    }
    split.inputs.push_back(source);
    return known;
}

void GraphPlan::split()
{
    m_originals = m_graph->tensors().size();
    m_copies.assign(m_originals * size_t(m_placement.gpus + 1), kNoTensor);
    m_inputCopies.clear();
    m_sources.clear();
    m_splits.clear();
    const std::vector<TensorId> nodes = m_graph->nodes();
    for (size_t n = 0; n < nodes.size(); ++n) {
        if (isShapeOnly((*m_graph)[nodes[n]].op))
            continue;
        const qint16 device = m_device[size_t(nodes[n])];
        if (m_splits.empty() || m_splits.back().device != device
            || needsNewSplit((*m_graph)[nodes[n]], m_splits.back())) {
            if (!m_splits.empty())
                m_splits.back().end = n;
            m_splits.push_back({device, m_splits.empty() ? 0 : n, 0, {}});
        }
        for (size_t i = 0; i < (*m_graph)[nodes[n]].operands.size(); ++i) {
            const TensorId source = (*m_graph)[nodes[n]].operands[i];
            if (source == kNoTensor)
                break;
            if (m_placement.copies > 1 && (*m_graph)[source].input)
                duplicateInput(source);
            if (m_device[size_t(source)] != device) {
                const TensorId copy = copyOn(device, source, m_splits.back());
                (*m_graph)[nodes[n]].operands[i] = copy;
            }
        }
    }
    if (!m_splits.empty())
        m_splits.back().end = nodes.size();
}

void GraphPlan::keepAlive(const ComputeGraph::Kept &kept, qint16 device)
{
    const TensorId first = kept.operands[0];
    const TensorId keep = m_graph->view(first, (*m_graph)[first].shape, (*m_graph)[first].strides, 0);
    (*m_graph)[keep].op = Op::Keep;
    (*m_graph)[keep].operands = kept.operands;
    added(first, device);
    m_steps.push_back({keep, device});
}

/// The nodes of all splits, before each of them its copies and what keeps their sources alive until then.
void GraphPlan::listSteps()
{
    m_steps.clear();
    m_first.clear();
    const std::vector<TensorId> nodes = m_graph->nodes();
    const auto copyOf = [&](TensorId source, qint16 device) {
        return m_copies[size_t(source) * size_t(m_placement.gpus + 1) + size_t(device)];
    };
    auto kept = m_graph->kept().begin();
    for (const Split &split : m_splits) {
        for (const TensorId source : split.inputs) {
            const TensorId keep = m_graph->view(source, (*m_graph)[source].shape, (*m_graph)[source].strides, 0);
            (*m_graph)[keep].op = Op::Keep;
            added(source, m_device[size_t(source)]);
            m_steps.push_back({keep, m_device[size_t(source)]});
            m_steps.push_back({copyOf(source, split.device), split.device});
        }
        for (size_t n = split.begin; n < split.end; ++n) {
            m_steps.push_back({nodes[n], m_device[size_t(nodes[n])]});
            for (; kept != m_graph->kept().end() && kept->until == nodes[n]; ++kept) {
                if (split.device != m_placement.host())
                    keepAlive(*kept, split.device);
            }
        }
    }
    if (m_placement.copies > 1) {
        for (const TensorId id : m_inputCopies)
            m_first.push_back({id, m_device[size_t(id)]});
        for (const Split &split : m_splits) {
            for (const TensorId source : split.inputs) {
                // The copies of one source follow each other.
                for (qint32 copy = 0; copy < m_placement.copies; ++copy)
                    m_first.push_back({copyOf(source, split.device) + copy, split.device});
            }
        }
    }
    for (const TensorId id : m_graph->leaves())
        m_first.push_back({id, m_device[size_t(id)]});
}

} // namespace plimsoll::llamacpp
