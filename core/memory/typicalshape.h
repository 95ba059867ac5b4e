// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/modelarchitecture.h"

namespace plimsoll {

/// A dense Llama-like architecture of exactly that many parameters, for a model of which only the size is
/// known: layers, heads and width of the published model of the next smaller size, its feed-forward width
/// grown in steps of 256, layer by layer, until the count is met. Weights are exact; the KV cache is what models of
/// that size typically have. `shapeIsAssumed` is set.
ModelArchitecture typicalArchitecture(qint64 parameters);

} // namespace plimsoll
