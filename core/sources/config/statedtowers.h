// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sources/config/configkeys.h"

namespace plimsoll {

// Image encoders that are counted once, when a file is read, into VisionTower::statedParameters. `in` is a
// vision_config, `out` the width of the language model. Each agrees with a published count, named in the .cpp.

qint64 qwen2Tower(const ConfigKeys &in, qint64 out);  ///< Qwen2-VL
qint64 moonTower(const ConfigKeys &in, qint64 out);   ///< MoonViT: Kimi-VL, Kimi-K2.5
qint64 internTower(const ConfigKeys &in, qint64 out); ///< InternViT with InternVL's projector

enum class Projector {
    TwoMatrices, ///< LLaVA
    OneMatrix,   ///< PaliGemma
    Shuffled,    ///< Idefics 3, SmolVLM: one matrix over scale_factor^2 patches, without a bias
};
/// CLIP, with a class token, or SigLIP. `shuffle` is scale_factor.
qint64 clipTower(const ConfigKeys &in, qint64 out, Projector projector, qint64 shuffle);

} // namespace plimsoll
