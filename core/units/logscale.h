// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <vector>

namespace plimsoll {

/// The stops of a logarithmic slider: round values, about evenly spaced in their logarithm. A slider's
/// position is an index into them, so every step of the keyboard is a new value and no step is odd.
class LogScale
{
public:
    LogScale() = default;
    /// Powers of two and seven steps between: 1,024 1,152 1,280 ... 2,048. For tokens and users.
    static LogScale binary(qint64 low, qint64 high);
    /// Two significant digits, 27 a decade, with the sizes that models have (7, 8, 13, 32, 70, 72).
    static LogScale decimal(qint64 low, qint64 high);

    int positions() const { return int(m_stops.size()); }
    int last() const { return positions() - 1; }
    qint64 low() const { return m_stops.front(); }
    qint64 high() const { return m_stops.back(); }

    /// The value at a position; positions outside are taken to the ends.
    qint64 value(int position) const;
    /// The position nearest to a value by its logarithm; values outside are taken to the ends.
    int position(qint64 value) const;
    /// The next stop above (steps > 0) or below a value, which need not be a stop itself.
    qint64 stepped(qint64 value, int steps) const;

    friend bool operator==(const LogScale &, const LogScale &) = default;

private:
    LogScale(std::vector<qint64> stops, qint64 low, qint64 high);

    std::vector<qint64> m_stops{1, 2};
};

} // namespace plimsoll
