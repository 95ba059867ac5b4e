// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/gpu.h"

namespace plimsoll::torch {

/// How the kernels that multiply MXFP4 experts want their tensors: sizes rounded up to multiples of these, 1 = as
/// they are. vllm/model_executor/layers/quantization/mxfp4.py and the layouts of triton_kernels.
struct ExpertPadding {
    qint64 intermediate = 1; ///< expert width of a rank
    qint64 hidden = 1;       ///< of weights, scales and biases
    qint64 packedInputs = 1; ///< the summed-over side of packed weights alone: swizzled values, not their scales

    /// Of a card. Hopper has Triton's kernels (the width in steps of `hopperIntermediate`), Blackwell's data centre
    /// cards TensorRT-LLM's, all others Marlin; with `hopperMarlin` Hopper, too. Without a card: Marlin.
    static ExpertPadding ofGpu(const Gpu *gpu, qint64 hopperIntermediate, bool hopperMarlin = false);
};

} // namespace plimsoll::torch
