// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/planning/estimate.h"

#include <algorithm>
#include <array>

namespace plimsoll {

/// What a person's own measurement adds to the items of one GPU.
struct Corrections {
    CalibratedBytes bytes{};                        ///< measured less predicted
    std::array<double, kCalibratedCount> charged{}; ///< the share of each that counts against the engine's budget
    bool any = false;

    /// Corrects the items that are there, none to less than nothing. What of it counts against the budget. Hot path.
    Bytes applyTo(DeviceEstimate &device) const
    {
        Bytes charge;
        device.calibrated = {};
        for (size_t i = 0; any && i < kCalibratedCount; ++i) {
            Bytes &item = device.items[kCalibratedItems[i]];
            if (item.count() <= 0)
                continue;
            const Bytes applied = std::max(bytes[i], Bytes() - item);
            device.calibrated[i] = applied;
            item += applied;
            charge += Bytes::rounded(charged[i] * double(applied.count()));
        }
        return charge;
    }
};

} // namespace plimsoll
