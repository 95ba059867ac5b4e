// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/memory/tensors.h"
#include "core/units/bytes.h"

#include <QString>

namespace plimsoll {

/// How a checkpoint stores one matrix: so many bits a weight, and what is shared by groups of weights.
struct WeightScheme {
    QString label; ///< as people write it: "NVFP4"
    qint32 bits = 16;
    qint64 group = 0;      ///< weights along the input with one scale; 0 = no such scales; -1 = a whole row
    qint64 groupRows = 1;  ///< rows with one scale (128 x 128 blocks)
    qint32 scaleBits = 0;  ///< of a group
    qint32 zeroBits = 0;   ///< of a group
    qint32 rowBytes = 0;   ///< scales of an output row
    qint64 superGroup = 0; ///< weights with one float32 that scales their scales (double quantisation)

    /// Bytes of a tensor, its scales included; those that are one a tensor are not counted.
    Bytes bytesOf(const TensorClass &tensor) const;
    friend bool operator==(const WeightScheme &, const WeightScheme &) = default;
};

/// The named layouts, each with its source in the .cpp.
namespace schemes {
WeightScheme kept(qint32 bits); ///< FP32 or 16 bits, as the rest of the checkpoint
WeightScheme fp8Tensor();
WeightScheme fp8Row();
WeightScheme fp8Block(qint64 rows, qint64 columns, qint32 scaleBits);
WeightScheme nvfp4();
WeightScheme mxfp4();
WeightScheme mxfp8();
WeightScheme int8Row();
WeightScheme integer(qint32 bits, qint64 group, bool zeros); ///< AWQ, GPTQ, packed compressed tensors
WeightScheme nf4(bool doubleQuantised);
WeightScheme ternary();
} // namespace schemes

} // namespace plimsoll
