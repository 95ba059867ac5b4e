// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/units/logscale.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace plimsoll {

namespace {

constexpr qint64 kTop = std::numeric_limits<qint64>::max() / 16;

constexpr std::array kMantissas{10, 11, 12, 13, 14, 15, 16, 18, 20, 22, 24, 27, 30, 32,
                                34, 36, 40, 45, 50, 55, 60, 65, 70, 72, 75, 80, 90};

} // namespace

/// Keeps the stops inside and makes both ends stops.
LogScale::LogScale(std::vector<qint64> stops, qint64 low, qint64 high)
{
    low = std::clamp<qint64>(low, 1, kTop);
    high = std::clamp<qint64>(high, low + 1, kTop + 1);
    m_stops.assign(1, low);
    for (qint64 stop : stops) {
        if (stop > m_stops.back() && stop < high)
            m_stops.push_back(stop);
    }
    m_stops.push_back(high);
}

LogScale LogScale::binary(qint64 low, qint64 high)
{
    constexpr int kStepsPerOctave = 8;
    std::vector<qint64> stops;
    for (qint64 octave = 1; octave < qMin(high, kTop); octave *= 2) {
        for (int step = 0; step < kStepsPerOctave; ++step)
            stops.push_back(octave + octave * step / kStepsPerOctave);
    }
    return LogScale(std::move(stops), low, high);
}

LogScale LogScale::decimal(qint64 low, qint64 high)
{
    std::vector<qint64> stops;
    for (qint64 decade = 1; decade < qMin(high, kTop); decade *= 10) {
        for (int mantissa : kMantissas)
            stops.push_back(decade * mantissa / 10);
    }
    return LogScale(std::move(stops), low, high);
}

qint64 LogScale::value(int position) const
{
    return m_stops[size_t(std::clamp(position, 0, last()))];
}

int LogScale::position(qint64 value) const
{
    const auto above = std::lower_bound(m_stops.begin(), m_stops.end(), value);
    if (above == m_stops.begin())
        return 0;
    if (above == m_stops.end())
        return last();
    const auto below = above - 1;
    const bool nearerBelow = std::log(double(value) / double(*below)) < std::log(double(*above) / double(value));
    return int((nearerBelow ? below : above) - m_stops.begin());
}

qint64 LogScale::stepped(qint64 value, int steps) const
{
    if (steps == 0)
        return value;
    if (steps > 0) {
        const auto next = std::upper_bound(m_stops.begin(), m_stops.end(), value);
        if (next == m_stops.end())
            return value;
        return this->value(int(next - m_stops.begin()) + steps - 1);
    }
    const auto atOrAbove = std::lower_bound(m_stops.begin(), m_stops.end(), value);
    if (atOrAbove == m_stops.begin())
        return value;
    return this->value(int(atOrAbove - m_stops.begin()) + steps);
}

} // namespace plimsoll
