// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/memory/tensors.h"

namespace plimsoll::torch {

/// One rank's part of a tensor: `copies` matrices of rows x columns.
struct TensorShare {
    qint64 rows = 0, columns = 0, copies = 0;
    qint64 elements() const { return rows * columns * copies; }
};

/// The vocabulary is padded to a multiple of `vocabularyPadding` before it is divided. Experts are divided whole with
/// expert parallel, else by their width.
TensorShare shareOf(const TensorClass &tensor, qint32 tensorParallel, qint32 expertParallel, qint64 vocabularyPadding);

} // namespace plimsoll::torch
