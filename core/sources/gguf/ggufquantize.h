// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sources/gguf/gguflayout.h"
#include "core/sources/storedtensors.h"

#include <QString>

#include <span>
#include <vector>

namespace plimsoll {

/// The type that llama-quantize gives each tensor of `layout` for a mix such as "Q4_K_M", without an importance matrix
/// where it needs none: by name, layer, heads and experts, and by whether its rows fit the blocks. Empty where the mix
/// is not known.
using GgufTypes = std::vector<const StorageType *>;
GgufTypes ggufTypes(const std::vector<GgufTensorLayout> &layout, const ModelArchitecture &model, const QString &mix);
/// The same for several mixes, for less than one after another.
std::vector<GgufTypes> ggufTypes(const std::vector<GgufTensorLayout> &layout, const ModelArchitecture &model,
                                 std::span<const QString> mixes);

/// Bytes of all tensors of the file that llama-quantize writes for the language model, or without those of its MTP
/// module. Nothing where the mix is not known.
std::optional<Bytes> ggufBytes(const ModelArchitecture &model, const QString &mix, bool withMtp = true);

} // namespace plimsoll
