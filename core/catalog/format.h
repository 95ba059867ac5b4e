// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/tensorrole.h"
#include "core/units/bitsperweight.h"

#include <QString>
#include <QStringList>

#include <bitset>
#include <optional>
#include <vector>

namespace plimsoll {

/// Where a number format belongs; pickers group by it.
enum class FormatFamily {
    Float,     ///< fp32, fp16, bf16, fp8
    Quantized, ///< int8, int4, awq, gptq, nf4, mxfp4, nvfp4
    GgufType,  ///< one ggml block type on every matrix
    GgufMix,   ///< llama.cpp's mixes of types (Q4_K_M)
    Native,    ///< layouts of published checkpoints; chosen as "native", not by name
};

/// An exception of a GGUF mix: tensors of `role` take `block` on all layers, or on the layers that
/// llama.cpp gives more bits (the first and last eighth and every third between), or on the first ones only.
/// The first rule that applies wins.
struct MixRule {
    TensorRole role = TensorRole::Down;
    BitsPerWeight block;
    bool onlyMoreBitsLayers = false;
    qint32 firstLayers = 0; ///< only the first so many layers; 0 = no such limit
    qint32 firstShare = 0;  ///< only the first layers / firstShare layers, rounded down; 0 = no such limit
};

/// How weights (or cache entries) are stored.
struct Format {
    QString id;   ///< lower case, "q4_k_m"
    QString name; ///< as people write it, "Q4_K_M"
    QStringList aliases;
    FormatFamily family = FormatFamily::Float;
    BitsPerWeight block;     ///< of the quantised matrices
    BitsPerWeight keptBlock; ///< of the roles in `keeps`
    std::bitset<kTensorRoleCount> keeps;
    std::optional<BitsPerWeight> expertBlock; ///< where experts are stored otherwise
    qint32 bytesPerRow = 0;                   ///< per-channel scales: bytes for every output row of a quantised matrix
    std::vector<MixRule> mix;
    bool forWeights = true;
    bool forKvCache = false;
    QString source;

    /// The storage of one tensor. `layer` < 0 outside the layers.
    BitsPerWeight blockFor(TensorRole role, int layer, int layers) const;
    bool keepsRole(TensorRole role) const { return keeps.test(size_t(role)); }
};

} // namespace plimsoll
