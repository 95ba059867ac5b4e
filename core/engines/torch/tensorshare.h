// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engines/torch/parallellayout.h"
#include "core/memory/tensors.h"

namespace plimsoll::torch {

/// One rank's part of a tensor: `copies` matrices of rows x columns.
struct TensorShare {
    qint64 rows = 0, columns = 0, copies = 0;
    qint64 elements() const { return rows * columns * copies; }
};

/// The fullest rank's part. The vocabulary is padded to a multiple of `vocabularyPadding` before it is divided.
TensorShare shareOf(const TensorClass &tensor, const Division &division, qint64 vocabularyPadding);

} // namespace plimsoll::torch
