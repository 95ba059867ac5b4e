// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/attention.h"
#include "core/catalog/format.h"
#include "core/catalog/gpu.h"

#include <vector>

namespace plimsoll {

/// Peaks of one GPU in bytes/s and FLOP/s; 0 = unknown.
struct StageRates {
    double bandwidth = 0, flops = 0, attention = 0, interconnect = 0;
};
/// `halfSums`: products may be summed in FP16 or multiplied in INT8, as llama.cpp does on GeForce.
StageRates ratesOf(const Gpu &gpu, bool halfSums);

/// In which type weights are multiplied: what a product costs against one in 16 bits.
class Arithmetic
{
public:
    /// `own`: llama.cpp multiplies in types of its own, which its laws contain.
    Arithmetic(const std::vector<Gpu> &gpus, bool own);

    /// 1 where kernels multiply in 16 bits, whatever is stored (W4A16, FP8 on Ampere); 0.5 for FP8 and INT8 where
    /// the hardware has it, 0.25 for NVFP4.
    double cost(const Format &format, double bits) const;

private:
    double m_eight = 1, m_four = 1;
};

/// FLOPs of one query token with one cached token: scores and weighted sum, of one rank's heads.
struct AttentionFlops {
    double decode = 0, prompt = 0; ///< latent attention multiplies in the latent space when it decodes
};
AttentionFlops attentionFlops(const Mixer &mixer, double ranks);

/// The class of hardware that laws are told apart by, of the slowest GPU: "nvidia-hbm", "nvidia", "nvidia-unified",
/// "amd", "amd-unified", "apple", "intel", "other"; llama.cpp on AMD and Intel has one a backend, "amd/vulkan".
QString speedHardware(const std::vector<Gpu> &gpus, const QString &engine, const QString &backend);

} // namespace plimsoll
