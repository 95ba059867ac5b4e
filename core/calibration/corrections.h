// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/planning/estimate.h"

#include <algorithm>
#include <array>

namespace plimsoll {

/// What a calibration corrects: what an engine spends by itself. Weights and cache are arithmetic; where those differ,
/// a log is of another model.
inline constexpr std::array<Item, 3> kCalibratedItems = {Item::Activations, Item::Graphs, Item::Runtime};
inline constexpr size_t kCalibratedCount = kCalibratedItems.size();

/// What a person's own measurement adds to the items of one GPU.
struct Corrections {
    std::array<Bytes, kCalibratedCount> bytes{};    ///< measured less predicted, in the order of kCalibratedItems
    std::array<double, kCalibratedCount> charged{}; ///< the share of each that counts against the engine's budget
    bool any = false;

    /// Corrects the items that are there, none to less than nothing. What of it counts against the budget. Hot path.
    Bytes applyTo(ItemBytes &items) const
    {
        Bytes charge;
        for (size_t i = 0; any && i < kCalibratedCount; ++i) {
            Bytes &item = items[kCalibratedItems[i]];
            if (item.count() <= 0)
                continue;
            const Bytes applied = std::max(bytes[i], Bytes() - item);
            item += applied;
            charge += Bytes::rounded(charged[i] * double(applied.count()));
        }
        return charge;
    }
};

} // namespace plimsoll
