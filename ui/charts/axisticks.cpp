// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/axisticks.h"

#include <cmath>

namespace plimsoll {

AxisTicks AxisTicks::covering(double value, int maxIntervals)
{
    if (!(value > 0) || !std::isfinite(value))
        return {};
    for (double decade = 1;; decade *= 10) {
        for (double factor : {1.0, 2.0, 2.5, 5.0}) {
            const double step = factor * decade;
            if (step != std::floor(step) || value > step * maxIntervals)
                continue;
            return {step, int(std::ceil(value / step))};
        }
    }
}

} // namespace plimsoll
