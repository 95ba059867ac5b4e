// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sources/tensorindex.h"

#include <QStringList>

namespace plimsoll {

/// Tells stored numbers from weights: sets how many weights the packed tensors of GPTQ, AWQ, compressed-tensors,
/// bitsandbytes, MLX, MXFP4, NVFP4 and EXL stand for, and marks scales, zero points and the like as auxiliary.
/// `index` is that of the tensors. `hidden` is the model's width, 0 where it is not known. Adds a warning where the
/// bits had to be assumed.
void unpackWeights(StoredTensors &tensors, const TensorIndex &index, qint64 hidden, QStringList &warnings);

} // namespace plimsoll
