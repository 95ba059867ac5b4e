// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sources/modelsource.h"

namespace plimsoll {

/// The model's width as the tensors show it, 0 where they do not: of a norm in the first layer, else of the embedding.
qint64 hiddenSizeOf(const StoredTensors &tensors);

/// Makes source.architecture out of names and shapes alone, where there is no config.json. The weights are exact; what
/// no tensor shows is assumed, and source.warnings say so. False where the names are those of no language model, whose
/// size is stated then as a whole.
bool guessShape(ModelSource &source);

} // namespace plimsoll
