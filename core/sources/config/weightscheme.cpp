// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sources/config/weightscheme.h"

#include <QCoreApplication>

namespace plimsoll {

Bytes WeightScheme::bytesOf(const TensorClass &tensor) const
{
    qint64 stored = tensor.elements() * bits;
    if (group != 0) {
        const qint64 width = group < 0 ? tensor.columns : group;
        const qint64 groups = ceilDivide(tensor.rows, groupRows) * ceilDivide(tensor.columns, width) * tensor.copies;
        stored += groups * (scaleBits + zeroBits);
    }
    if (superGroup > 0)
        stored += ceilDivide(tensor.elements(), superGroup) * 32;
    return Bytes(ceilDivide(stored, 8) + tensor.rows * tensor.copies * rowBytes);
}

namespace schemes {

WeightScheme kept(qint32 bits)
{
    return {.label = bits == 32 ? QStringLiteral("FP32") : QStringLiteral("BF16"), .bits = bits};
}

// One float32 scale a tensor, not counted: vLLM, quantization/fp8.py and modelopt.py.
WeightScheme fp8Tensor()
{
    return {.label = QStringLiteral("FP8"), .bits = 8};
}

// One float32 scale an output channel: compressed-tensors strategy "channel", fbgemm_fp8.
WeightScheme fp8Row()
{
    return {.label = QStringLiteral("FP8"), .bits = 8, .rowBytes = 4};
}

// DeepSeek-V3: weight_scale_inv, float32, one a block of 128 x 128; DeepSeek-V4 stores them as E8M0, one byte.
WeightScheme fp8Block(qint64 rows, qint64 columns, qint32 scaleBits)
{
    return {.label = QStringLiteral("FP8"), .bits = 8, .group = columns, .groupRows = rows, .scaleBits = scaleBits};
}

// ModelOpt: 16 weights of 4 bits and one E4M3 scale; the float32 scale a tensor is not counted.
WeightScheme nvfp4()
{
    return {.label = QStringLiteral("NVFP4"), .bits = 4, .group = 16, .scaleBits = 8};
}

// OCP Microscaling Formats 1.0: 32 weights and one E8M0 scale.
WeightScheme mxfp4()
{
    return {.label = QStringLiteral("MXFP4"), .bits = 4, .group = 32, .scaleBits = 8};
}

WeightScheme mxfp8()
{
    return {.label = QStringLiteral("MXFP8"), .bits = 8, .group = 32, .scaleBits = 8};
}

// LLM.int8() and W8A8: one float32 scale an output row.
WeightScheme int8Row()
{
    return {.label = QStringLiteral("INT8"), .bits = 8, .rowBytes = 4};
}

// AutoAWQ gemm and GPTQ: packed weights, a 16-bit scale a group and, where asymmetric, a packed zero of the same bits.
WeightScheme integer(qint32 bits, qint64 group, bool zeros)
{
    return {.label = QStringLiteral("INT%1").arg(bits),
            .bits = bits,
            .group = group,
            .scaleBits = 16,
            .zeroBits = zeros ? bits : 0};
}

// bitsandbytes: blocks of 64 with a float32 scale, or an 8-bit one and a float32 for 256 of those (QLoRA, section 3).
WeightScheme nf4(bool doubleQuantised)
{
    WeightScheme scheme{.label = QStringLiteral("NF4"), .bits = 4, .group = 64, .scaleBits = doubleQuantised ? 8 : 32};
    if (doubleQuantised)
        scheme.superGroup = 64 * 256;
    return scheme;
}

// BitNet b1.58: four weights a byte.
WeightScheme ternary()
{
    return {.label = QCoreApplication::translate("WeightScheme", "ternary"), .bits = 2};
}

} // namespace schemes
} // namespace plimsoll
