// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <vector>

namespace plimsoll {

/// What runs along the axis of a sweep, and how people say its numbers. The axis is logarithmic.
enum class SweepAxis : quint8 { Tokens, Sequences, Parameters };

/// Along the axis: "512", "8K", "1M" (of 1,024) for tokens and sequences; "7 B", "1 T" for parameters.
QString axisLabel(SweepAxis axis, qint64 value);

/// In a sentence: "8,192", "70.6 B".
QString axisValueText(SweepAxis axis, qint64 value);

/// What to write along the axis between two values: several choices, the finest first. Parameters are written at sizes
/// that models have.
std::vector<std::vector<qint64>> axisTicks(SweepAxis axis, qint64 first, qint64 last);

/// The stop nearest to a value that is given by its logarithm to base 2. `stops` grow and are not empty.
qint64 nearestStop(const std::vector<qint64> &stops, double valueLog);

/// The next stop above (steps > 0) or below a value, which need not be a stop itself; the value where there is none.
qint64 nextStop(const std::vector<qint64> &stops, qint64 value, int steps);

} // namespace plimsoll
