// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engines/llamacpp/computegraph.h"

namespace plimsoll::llamacpp {

Shape stridesOf(Storage storage, const Shape &shape)
{
    Shape strides;
    strides[0] = storage.bytes;
    strides[1] = shape[0] / storage.weights * storage.bytes;
    strides[2] = strides[1] * shape[1];
    strides[3] = strides[2] * shape[2];
    return strides;
}

qint64 Tensor::bytes() const
{
    for (const qint64 size : shape) {
        if (size <= 0)
            return 0;
    }
    const qint64 row =
        storage.weights == 1 ? storage.bytes + (shape[0] - 1) * strides[0] : shape[0] * strides[0] / storage.weights;
    return row + (shape[1] - 1) * strides[1] + (shape[2] - 1) * strides[2] + (shape[3] - 1) * strides[3];
}

void ComputeGraph::clear()
{
    m_tensors.clear();
    m_visited.clear();
    m_nodes.clear();
    m_leaves.clear();
    m_kept.clear();
}

TensorId ComputeGraph::add(const Tensor &tensor)
{
    m_tensors.push_back(tensor);
    m_visited.push_back(0);
    return TensorId(m_tensors.size()) - 1;
}

TensorId ComputeGraph::leaf(Storage storage, Shape shape)
{
    Tensor tensor;
    tensor.storage = storage;
    tensor.shape = shape;
    tensor.strides = stridesOf(storage, shape);
    return add(tensor);
}

TensorId ComputeGraph::input(Storage storage, Shape shape)
{
    const TensorId id = leaf(storage, shape);
    m_tensors[size_t(id)].input = true;
    return id;
}

TensorId ComputeGraph::external(Storage storage, Shape shape, qint16 home, bool weight)
{
    const TensorId id = leaf(storage, shape);
    Tensor &tensor = m_tensors[size_t(id)];
    tensor.allocated = true;
    tensor.weight = weight;
    tensor.home = home;
    return id;
}

TensorId ComputeGraph::op(Op op, Storage storage, Shape shape, std::initializer_list<TensorId> operands)
{
    Tensor tensor;
    tensor.op = op;
    tensor.storage = storage;
    tensor.shape = shape;
    tensor.strides = stridesOf(storage, shape);
    size_t i = 0;
    for (const TensorId operand : operands) {
        if (operand != kNoTensor)
            tensor.operands[i++] = operand;
    }
    return add(tensor);
}

TensorId ComputeGraph::inPlace(std::initializer_list<TensorId> operands)
{
    const Shape shape = m_tensors[size_t(*operands.begin())].shape;
    return op(Op::InPlace, kF32, shape, operands);
}

TensorId ComputeGraph::matMul(TensorId weight, TensorId x)
{
    const Shape a = m_tensors[size_t(weight)].shape, b = m_tensors[size_t(x)].shape;
    return op(Op::MatMul, kF32, {a[1], b[1], b[2], b[3]}, {weight, x});
}

TensorId ComputeGraph::view(TensorId of, Shape shape, Shape strides, qint64 offset)
{
    const Tensor &source = m_tensors[size_t(of)];
    Tensor tensor;
    tensor.op = Op::View;
    tensor.storage = source.storage;
    tensor.shape = shape;
    tensor.strides = strides;
    tensor.operands[0] = of;
    tensor.viewOf = source.isView() ? source.viewOf : of;
    tensor.viewOffset = source.viewOffset + offset;
    return add(tensor);
}

TensorId ComputeGraph::reshape(TensorId of, Shape shape)
{
    return view(of, shape, stridesOf(m_tensors[size_t(of)].storage, shape), 0);
}

TensorId ComputeGraph::permute(TensorId of, std::array<int, 4> to)
{
    Shape shape, strides;
    const Tensor &source = m_tensors[size_t(of)];
    for (size_t i = 0; i < 4; ++i) {
        shape[size_t(to[i])] = source.shape[i];
        strides[size_t(to[i])] = source.strides[i];
    }
    return view(of, shape, strides, 0);
}

TensorId ComputeGraph::contiguous(TensorId of, Shape shape)
{
    return op(Op::Other, m_tensors[size_t(of)].storage, shape, {of});
}

TensorId ComputeGraph::store(TensorId into, std::initializer_list<TensorId> operands)
{
    const TensorId id = view(into, m_tensors[size_t(into)].shape, m_tensors[size_t(into)].strides, 0);
    Tensor &tensor = m_tensors[size_t(id)];
    tensor.op = Op::Store;
    size_t i = 0;
    for (const TensorId operand : operands)
        tensor.operands[i++] = operand;
    return id;
}

void ComputeGraph::keep(TensorId until, std::initializer_list<TensorId> operands)
{
    Kept kept;
    kept.until = until;
    kept.operands.fill(kNoTensor);
    size_t i = 0;
    for (const TensorId operand : operands) {
        if (operand != kNoTensor)
            kept.operands[i++] = operand;
    }
    m_kept.push_back(kept);
}

void ComputeGraph::expand(TensorId id)
{
    if (m_visited[size_t(id)])
        return;
    m_visited[size_t(id)] = 1;
    for (const TensorId operand : m_tensors[size_t(id)].operands) {
        if (operand == kNoTensor)
            break;
        expand(operand);
    }
    (m_tensors[size_t(id)].op == Op::Leaf ? m_leaves : m_nodes).push_back(id);
}

} // namespace plimsoll::llamacpp
