// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace plimsoll {

/// Ticks of an axis from 0 at whole numbers that people count in: 1, 2, 2.5 (as 25, 250 ...) or 5 times a power of ten.
struct AxisTicks {
    double step = 1;
    int intervals = 1;

    double top() const { return step * intervals; }

    /// The finest such ticks that cover `value` in at most `maxIntervals` (>= 1) steps.
    static AxisTicks covering(double value, int maxIntervals);
};

} // namespace plimsoll
