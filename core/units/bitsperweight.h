// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/units/bytes.h"

namespace plimsoll {

/// The storage of a block of weights as an exact ratio: `bytes` bytes hold `weights` weights.
/// fp16 is {2, 1}; GGUF Q4_K is {144, 256}, which is 4.5 bits.
struct BitsPerWeight {
    qint32 bytes = 2;
    qint32 weights = 1;

    constexpr double bits() const { return 8.0 * bytes / weights; }

    /// Bytes of that many weights, a started block counted whole. Saturates.
    constexpr Bytes bytesFor(qint64 elements) const { return Bytes(ceilDivide(elements, weights)) * bytes; }

    friend constexpr bool operator==(BitsPerWeight, BitsPerWeight) = default;
};

} // namespace plimsoll
