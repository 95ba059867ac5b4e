// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/modelarchitecture.h"
#include "core/catalog/recordreader.h"

namespace plimsoll {

/// Limits that keep every count of parameters within 64 bits.
namespace recordlimits {
inline constexpr qint64 layers = 1024;
inline constexpr qint64 hidden = 131'072;
inline constexpr qint64 intermediate = 1'048'576;
inline constexpr qint64 experts = 8192;
inline constexpr qint64 heads = 8192;
inline constexpr qint64 headDim = 8192;
inline constexpr qint64 vocabulary = 16'777'216;
inline constexpr qint64 tokens = 1'099'511'627'776;
inline constexpr qint64 extra = 1'000'000'000'000;
} // namespace recordlimits

/// Reads the layer pattern, the mixers and the feed-forward blocks, and appends every layer to `model`,
/// whose own fields (hidden_size and so on) are read already.
void readLayers(RecordReader &in, ModelArchitecture &model);

} // namespace plimsoll
