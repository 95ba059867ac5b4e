// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/format.h"
#include "core/catalog/modelarchitecture.h"
#include "core/memory/tensors.h"

namespace plimsoll {

/// Bytes of one tensor class in a format, as a file stores it: no allocator, no sharding.
/// `layer` < 0 outside the layers.
Bytes tensorBytes(const TensorClass &tensor, const Format &format, int layer, int layers);

/// Bytes of the language model in a format, each tensor in the type that the format gives it; a tied head once.
Bytes weightBytes(const ModelArchitecture &model, const Format &format);

/// Bytes of encoders, which formats leave in 16 bits (fp32: 32).
Bytes encoderBytes(const ModelArchitecture &model, const Format &format);

} // namespace plimsoll
