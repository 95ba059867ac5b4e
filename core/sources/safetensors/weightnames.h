// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sources/layershapes.h"
#include "core/sources/storedtensors.h"

namespace plimsoll {

/// Where a tensor of a Hugging Face checkpoint belongs, by its name.
struct WeightPlace {
    enum class Tower { Text, Vision, Audio, Mtp };
    Tower tower = Tower::Text;
    int layer = -1; ///< of "layers.<layer>." or "h.<layer>."; -1 outside
    WeightPart part = WeightPart::Other;
    qint64 experts = 0; ///< of one expert's tensor its index + 1, of all experts' their number
    bool embedding = false, head = false, positions = false;
};

WeightPlace placeOfWeight(const StoredTensor &tensor);

} // namespace plimsoll
