// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sources/safetensors/packedweights.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <string_view>

namespace plimsoll {
namespace {

/// Endings that only quantisation writes, whatever stands before.
constexpr auto kAuxiliary = std::to_array<std::string_view>({
    ".qzeros",
    ".g_idx",
    ".weight_scale",
    ".weight_scale_inv",
    ".weight_scale_2",
    ".weight_shape",
    ".weight_zero_point",
    ".weight_g_idx",
    ".weight_global_scale",
    ".input_scale",
    ".input_scale_inv",
    ".input_global_scale",
    ".input_zero_point",
    ".activation_scale",
    ".output_scale",
    ".k_scale",
    ".v_scale",
    ".q_scale",
    ".weight.absmax",
    ".weight.quant_map",
    ".weight.nested_absmax",
    ".weight.nested_quant_map",
    ".quant_state.bitsandbytes__nf4",
    ".quant_state.bitsandbytes__fp4",
    ".SCB",
    ".weight_format",
    ".q_scale_max",
    ".q_groups",
    ".q_group_size",
    ".q_invperm",
    ".q_perm",
    ".suh",
    ".svh",
    ".mcg",
    ".mul1",
});

/// Endings that count only beside a packed tensor: the first is put in place of the second.
struct Companion {
    std::string_view ending;
    std::string_view packed;
};
constexpr auto kCompanions = std::to_array<Companion>({
    {".scales", ".qweight"},
    {".scales", ".weight"},
    {".biases", ".weight"},
    {".scale", ".weight"},
    {"_scales", "_blocks"},
    {"_scale", ""},
    {"_scale_inv", ""},
    {"_scale_2", ""},
    {"_input_scale", ""},
});

bool endsWith(QByteArrayView name, std::string_view ending)
{
    return std::string_view(name.data(), size_t(name.size())).ends_with(ending);
}

bool isIntegerOrFloat8(const StorageType *type)
{
    const QByteArrayView name(type->name);
    return name.startsWith("U") || name.startsWith("I") || name.startsWith("F8") || name.startsWith("F4");
}

bool isInteger(const StorageType *type)
{
    return type->name[0] == 'U' || type->name[0] == 'I';
}

class Unpacker
{
    Q_DECLARE_TR_FUNCTIONS(PackedWeights)
public:
    Unpacker(StoredTensors &tensors, const TensorIndex &index, qint64 hidden)
        : m_tensors(tensors)
        , m_index(index)
        , m_hidden(hidden)
    {
    }

    void run(QStringList &warnings);

private:
    using Found = std::optional<StoredTensor>;

    Found sibling(QByteArrayView base, std::string_view ending) const;
    bool isAuxiliary(const StoredTensor &tensor) const;
    void unpack(qsizetype index);
    qint64 gptqOrAwq(const StoredTensor &tensor, QByteArrayView base) const;
    qint64 compressed(const StoredTensor &tensor) const;
    qint64 bytes(const StoredTensor &tensor, QByteArrayView base) const;
    qint64 mlx(const StoredTensor &tensor, QByteArrayView base) const;
    void findGroupSize();

    StoredTensors &m_tensors;
    const TensorIndex &m_index;
    qint64 m_hidden;
    qint64 m_groupSize = 64; ///< of MLX: its default
    int m_compressedBits = 4;
    bool m_bitsKnown = false, m_assumed = false;
};

qint64 at(const StoredTensor &tensor, size_t dimension)
{
    return dimension < tensor.shape.size() ? tensor.shape[dimension] : 0;
}

qint64 product(qint64 a, qint64 b)
{
    return (Bytes(a) * b).count();
}

Unpacker::Found Unpacker::sibling(QByteArrayView base, std::string_view ending) const
{
    const auto found = m_index.find(base.toByteArray().append(ending.data(), qsizetype(ending.size())));
    return found ? Found(m_tensors.at(*found)) : std::nullopt;
}

bool Unpacker::isAuxiliary(const StoredTensor &tensor) const
{
    if (tensor.name.endsWith(".weight") || tensor.name.endsWith(".bias")) // nearly all
        return false;
    for (const std::string_view ending : kAuxiliary) {
        if (endsWith(tensor.name, ending))
            return true;
    }
    for (const Companion &companion : kCompanions) {
        if (!endsWith(tensor.name, companion.ending))
            continue;
        const Found packed = sibling(tensor.name.chopped(qsizetype(companion.ending.size())), companion.packed);
        if (packed && isIntegerOrFloat8(packed->type))
            return true;
    }
    return false;
}

/// GPTQ packs inputs (rows), AWQ outputs (columns). The zero points or the group index tell which and how many.
qint64 Unpacker::gptqOrAwq(const StoredTensor &tensor, QByteArrayView base) const
{
    const Found scales = sibling(base, ".scales"), groups = sibling(base, ".g_idx"), zeros = sibling(base, ".qzeros");
    if (groups)
        return product(at(*groups, 0), at(tensor, 1));
    if (scales && at(*scales, 1) != at(tensor, 1))
        return product(at(tensor, 0), at(*scales, 1));
    if (zeros && at(*zeros, 1) > 0) // out / zeros = weights in 32 bits
        return product(at(tensor, 0), at(tensor, 1)) * at(tensor, 1) / at(*zeros, 1);
    return product(tensor.elements, 8);
}

qint64 Unpacker::compressed(const StoredTensor &tensor) const
{
    return tensor.type->block.bytes == 1 ? product(tensor.elements, 2)
                                         : product(tensor.elements, 32 / m_compressedBits);
}

/// Bytes hold two weights where bitsandbytes says so, or where the scales are those of FP4: one for 16 or 32 weights.
qint64 Unpacker::bytes(const StoredTensor &tensor, QByteArrayView base) const
{
    if (sibling(base, ".weight.absmax"))
        return product(tensor.elements, 2);
    for (const char *ending : {".weight_scale", ".scale"}) {
        const Found scale = sibling(base, ending);
        if (!scale || !QByteArrayView(scale->type->name).startsWith("F8") || scale->shape.empty())
            continue;
        const qint64 groups = scale->shape.back(), columns = tensor.shape.empty() ? 0 : tensor.shape.back();
        if (groups > 0 && (columns == groups * 8 || columns == groups * 16))
            return product(tensor.elements, 2);
    }
    return tensor.elements;
}

qint64 Unpacker::mlx(const StoredTensor &tensor, QByteArrayView base) const
{
    const Found scales = sibling(base, ".scales");
    return scales ? product(scales->elements, m_groupSize) : tensor.elements;
}

void Unpacker::unpack(qsizetype index)
{
    const StoredTensor tensor = m_tensors.at(index);
    const auto base = [&tensor](const char *ending) { return tensor.name.chopped(qsizetype(qstrlen(ending))); };
    const QByteArrayView type(tensor.type->name);
    qint64 elements = tensor.elements;
    if (tensor.name.endsWith(".qweight")) {
        elements = gptqOrAwq(tensor, base(".qweight"));
    } else if (tensor.name.endsWith(".weight_packed")) {
        elements = compressed(tensor);
        m_assumed = m_assumed || (!m_bitsKnown && tensor.type->block.bytes == 4);
    } else if (tensor.name.endsWith("_blocks") && type == QByteArrayView("U8")) {
        elements = product(tensor.elements, 2);
    } else if (tensor.name.endsWith(".q_weight")) {
        const Found order = sibling(base(".q_weight"), ".q_invperm");
        elements = order ? product(order->elements, at(tensor, 1)) : elements;
    } else if (tensor.name.endsWith(".trellis") && tensor.shape.size() == 3) {
        elements = product(product(at(tensor, 0), at(tensor, 1)), 256); // tiles of 16 x 16
    } else if (tensor.name.endsWith(".weight") && (type == QByteArrayView("U8") || type == QByteArrayView("I8"))) {
        elements = bytes(tensor, base(".weight"));
    } else if (tensor.name.endsWith(".weight") && type == QByteArrayView("U32")) {
        elements = mlx(tensor, base(".weight"));
    }
    if (elements != tensor.elements)
        m_tensors.setPacked(index, elements);
}

/// What a projection from the hidden state tells: its inputs are known, so its groups and bits follow.
void Unpacker::findGroupSize()
{
    for (qsizetype i = 0; i < m_tensors.size() && m_hidden > 0; ++i) {
        const StoredTensor tensor = m_tensors.at(i);
        if (!endsWith(tensor.name, ".scales") && !endsWith(tensor.name, ".weight_packed"))
            continue;
        const bool fromHidden = tensor.name.contains("q_proj.") || tensor.name.contains("q_a_proj.")
                                || tensor.name.contains(".gate_proj.") || tensor.name.contains(".up_proj.");
        if (!fromHidden)
            continue;
        if (tensor.name.endsWith(".scales") && sibling(tensor.name.chopped(7), ".weight") && !tensor.shape.empty()
            && tensor.shape.back() > 0 && m_hidden % tensor.shape.back() == 0) {
            m_groupSize = m_hidden / tensor.shape.back();
            return;
        }
        if (tensor.name.endsWith(".weight_packed") && tensor.type->block.bytes == 4 && at(tensor, 1) > 0
            && 32 * at(tensor, 1) % m_hidden == 0) {
            m_compressedBits = int(std::clamp<qint64>(32 * at(tensor, 1) / m_hidden, 1, 32));
            m_bitsKnown = true;
            return;
        }
    }
}

void Unpacker::run(QStringList &warnings)
{
    findGroupSize();
    for (qsizetype i = 0; i < m_tensors.size(); ++i) {
        const StoredTensor tensor = m_tensors.at(i);
        if (isAuxiliary(tensor))
            m_tensors.setAuxiliary(i);
        else if (isInteger(tensor.type))
            unpack(i);
    }
    if (m_assumed)
        warnings.append(tr("How many bits a packed weight has is not in the tensors; 4 were assumed."));
}

} // namespace

void unpackWeights(StoredTensors &tensors, const TensorIndex &index, qint64 hidden, QStringList &warnings)
{
    Unpacker(tensors, index, hidden).run(warnings);
}

} // namespace plimsoll
