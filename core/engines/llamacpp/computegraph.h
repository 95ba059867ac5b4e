// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <array>
#include <initializer_list>
#include <vector>

namespace plimsoll::llamacpp {

/// How a tensor's numbers are stored: rows of `weights` numbers in `bytes` bytes. ggml_type, as far as memory goes.
struct Storage {
    qint32 weights = 1;
    qint32 bytes = 4;
    bool brain = false; ///< BF16, which is as long as F16 and not the same
    friend bool operator==(Storage, Storage) = default;
    bool isQuantised() const { return weights > 1; }
};
inline constexpr Storage kF32{1, 4}, kF16{1, 2}, kI32{1, 4}, kI64{1, 8};

using Shape = std::array<qint64, 4>; ///< ne of ggml: the innermost dimension first
using TensorId = qint32;
inline constexpr TensorId kNoTensor = -1;

/// What a node does, as far as placement and allocation ask.
enum class Op : quint8 {
    Leaf,      ///< an input, a weight or a cache
    View,      ///< another shape of the same memory: view, reshape, permute, transpose
    Store,     ///< writes into another tensor (set_rows, cpy, clamp): a view that is computed
    InPlace,   ///< may take over the memory of an operand of the same layout
    Rope,      ///< the same, but is not placed by its frequency factors
    Attention, ///< flash attention: is not placed by its sinks
    GetRows,
    MatMul,
    MatMulExperts,
    Other,
    Keep, ///< no work: keeps its operands allocated up to here
};

/// A tensor of the graph. Where it comes from decides who allocates it.
struct Tensor {
    Op op = Op::Leaf;
    Storage storage;
    bool input = false;     ///< filled by the host before a step
    bool output = false;    ///< read after the step: never freed
    bool weight = false;    ///< lies in the model's buffer of `home`
    bool allocated = false; ///< by somebody else: model or cache
    qint16 home = -1;       ///< the device that holds it; -1 = not decided
    Shape shape{1, 1, 1, 1};
    Shape strides{}; ///< bytes
    /// Without gaps: the first kNoTensor is their end.
    std::array<TensorId, 7> operands{kNoTensor, kNoTensor, kNoTensor, kNoTensor, kNoTensor, kNoTensor, kNoTensor};
    TensorId viewOf = kNoTensor; ///< the tensor that owns the memory, never itself a view
    qint64 viewOffset = 0;
    qint64 scratch = 0; ///< bytes behind the result that CUDA's kernel asks for

    qint64 elements() const { return shape[0] * shape[1] * shape[2] * shape[3]; }
    qint64 rows() const { return shape[1] * shape[2] * shape[3]; }
    qint64 bytes() const;
    bool isView() const { return viewOf != kNoTensor; }
    bool hasLayoutOf(const Tensor &other) const
    {
        return storage == other.storage && shape == other.shape && strides == other.strides;
    }
};

/// The nodes of one step of a model in the order in which ggml computes them: a node follows its operands, which are
/// visited from the first to the last (ggml_build_forward_expand in ggml/src/ggml.c of ggml-org/llama.cpp).
class ComputeGraph
{
public:
    void clear();

    TensorId leaf(Storage storage, Shape shape);
    TensorId input(Storage storage, Shape shape);
    TensorId external(Storage storage, Shape shape, qint16 home, bool weight);

    TensorId op(Op op, Storage storage, Shape shape, std::initializer_list<TensorId> operands);
    /// A result of the first operand's shape in 32 bits that may take over an operand's memory.
    TensorId inPlace(std::initializer_list<TensorId> operands);
    TensorId matMul(TensorId weight, TensorId x);
    TensorId view(TensorId of, Shape shape, Shape strides, qint64 offset);
    TensorId reshape(TensorId of, Shape shape);
    TensorId permute(TensorId of, std::array<int, 4> to);
    TensorId contiguous(TensorId of, Shape shape);
    TensorId store(TensorId into, std::initializer_list<TensorId> operands);

    /// Puts the tensor and all that it needs at the end of the graph.
    void expand(TensorId tensor);

    /// Operands that a fused kernel of CUDA reads again when it writes `until`: they stay allocated that long.
    struct Kept {
        TensorId until;
        std::array<TensorId, 7> operands;
    };
    void keep(TensorId until, std::initializer_list<TensorId> operands);
    const std::vector<Kept> &kept() const { return m_kept; }

    Tensor &operator[](TensorId id) { return m_tensors[size_t(id)]; }
    const Tensor &operator[](TensorId id) const { return m_tensors[size_t(id)]; }
    std::vector<Tensor> &tensors() { return m_tensors; }
    const std::vector<Tensor> &tensors() const { return m_tensors; }
    const std::vector<TensorId> &nodes() const { return m_nodes; }
    const std::vector<TensorId> &leaves() const { return m_leaves; }

private:
    TensorId add(const Tensor &tensor);

    std::vector<Tensor> m_tensors;
    std::vector<quint8> m_visited; ///< as long as m_tensors
    std::vector<TensorId> m_nodes, m_leaves;
    std::vector<Kept> m_kept; ///< in the order of `until`
};

/// Strides of a tensor without gaps.
Shape stridesOf(Storage storage, const Shape &shape);

} // namespace plimsoll::llamacpp
