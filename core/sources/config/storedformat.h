// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/format.h"
#include "core/sources/config/quantization.h"

namespace plimsoll {

/// How the checkpoint of a model stores its weights, role by role. Where only some layers of a role are quantised,
/// the role gets their average, so that the sum over all layers is right. `keptBits` are those of what is not
/// quantised: 16, or 32.
Format storedFormat(const ModelArchitecture &model, const Quantization &quantization, qint32 keptBits);

} // namespace plimsoll
