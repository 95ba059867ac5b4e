// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/sweepaxis.h"

#include "core/units/sizeformat.h"

#include <QLocale>

#include <algorithm>
#include <cmath>

namespace plimsoll {

namespace {

using Ticks = std::vector<qint64>;

constexpr qint64 kMillion = 1'000'000;

/// About evenly spaced, and each a size that people name models by.
const std::vector<Ticks> &modelSizes()
{
    static const std::vector<Ticks> sizes{
        {100, 300, 1'000, 3'000, 7'000, 13'000, 30'000, 70'000, 200'000, 400'000, 1'000'000, 3'000'000},
        {100, 300, 1'000, 3'000, 7'000, 20'000, 70'000, 200'000, 400'000, 1'000'000, 3'000'000},
        {100, 1'000, 7'000, 70'000, 400'000, 3'000'000},
        {1'000, 70'000, 1'000'000}};
    return sizes;
}

QString binaryCount(qint64 value)
{
    if (value >= 1 << 20 && value % (1 << 20) == 0)
        return QLocale().toString(value >> 20) + QLatin1Char('M');
    if (value >= 1 << 10 && value % (1 << 10) == 0)
        return QLocale().toString(value >> 10) + QLatin1Char('K');
    return QLocale().toString(value);
}

std::vector<Ticks> powersOfTwo(qint64 first, qint64 last)
{
    Ticks powers;
    for (qint64 power = 1; power <= last; power *= 2) {
        if (power >= first)
            powers.push_back(power);
    }
    std::vector<Ticks> sets;
    for (size_t step = 1; step <= std::max<size_t>(1, powers.size()); ++step) {
        Ticks set;
        for (size_t i = 0; i < powers.size(); i += step)
            set.push_back(powers[i]);
        sets.push_back(std::move(set));
    }
    return sets;
}

} // namespace

QString axisLabel(SweepAxis axis, qint64 value)
{
    return axis == SweepAxis::Parameters ? formatParameters(value, QLocale()) : binaryCount(value);
}

QString axisValueText(SweepAxis axis, qint64 value)
{
    return axis == SweepAxis::Parameters ? formatParameters(value, QLocale()) : formatCount(value, QLocale());
}

std::vector<std::vector<qint64>> axisTicks(SweepAxis axis, qint64 first, qint64 last)
{
    if (axis != SweepAxis::Parameters)
        return powersOfTwo(first, last);
    std::vector<Ticks> sets;
    for (const Ticks &sizes : modelSizes()) {
        Ticks set;
        for (qint64 size : sizes) {
            if (size * kMillion >= first && size * kMillion <= last)
                set.push_back(size * kMillion);
        }
        if (!set.empty())
            sets.push_back(std::move(set));
    }
    return sets;
}

qint64 nearestStop(const std::vector<qint64> &stops, double valueLog)
{
    return *std::min_element(stops.begin(), stops.end(), [valueLog](qint64 a, qint64 b) {
        return std::abs(std::log2(double(a)) - valueLog) < std::abs(std::log2(double(b)) - valueLog);
    });
}

qint64 nextStop(const std::vector<qint64> &stops, qint64 value, int steps)
{
    if (steps > 0) {
        const auto above = std::upper_bound(stops.begin(), stops.end(), value);
        return above == stops.end() ? value : *above;
    }
    const auto atOrAbove = std::lower_bound(stops.begin(), stops.end(), value);
    return atOrAbove == stops.begin() ? value : *(atOrAbove - 1);
}

} // namespace plimsoll
