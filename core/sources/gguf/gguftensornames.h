// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sources/layershapes.h"
#include "core/sources/storedtensors.h"

namespace plimsoll {

/// Where a tensor of a GGUF file belongs, by its name. Names: src/llama-arch.cpp of ggml-org/llama.cpp.
struct GgufTensorPlace {
    int layer = -1; ///< of "blk.<layer>."; -1 outside
    bool nextn = false;
    WeightPart part = WeightPart::Other;
    qint64 experts = 0; ///< how many experts the tensor tells of
};

GgufTensorPlace placeOfGgufTensor(const StoredTensor &tensor);

/// Frequencies of rotary embeddings: stored, but computed rather than learned, so that no count includes them.
bool isGgufBuffer(QByteArrayView name);

} // namespace plimsoll
