// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <compare>
#include <limits>

namespace plimsoll {

/// A whole number of bytes. Arithmetic saturates at the ends of 64 bits instead of wrapping, so an
/// absurd product stays absurd and can be refused: see isSaturated().
class Bytes
{
public:
    constexpr Bytes() = default;
    constexpr explicit Bytes(qint64 count)
        : m_count(count)
    {
    }

    static constexpr Bytes max() { return Bytes(std::numeric_limits<qint64>::max()); }
    static constexpr Bytes fromMiB(qint64 mib) { return Bytes(mib) * (qint64(1) << 20); }
    /// Rounds to the nearest byte; for constants that were measured in GiB. Saturates.
    static constexpr Bytes fromGiB(double gib) { return rounded(gib * double(qint64(1) << 30)); }
    /// Rounds to the nearest byte; saturates; NaN becomes the saturated value.
    static constexpr Bytes rounded(double bytes)
    {
        constexpr double limit = 9.2233720368547748e18; // the largest double below 2^63
        if (!(bytes < limit))
            return max();
        if (bytes <= -limit)
            return Bytes(std::numeric_limits<qint64>::min());
        return Bytes(qint64(bytes < 0 ? bytes - 0.5 : bytes + 0.5));
    }

    constexpr qint64 count() const { return m_count; }
    constexpr double gigabytes() const { return double(m_count) / 1e9; }                     ///< 10^9
    constexpr double gibibytes() const { return double(m_count) / double(qint64(1) << 30); } ///< 2^30
    constexpr bool isSaturated() const
    {
        return m_count == std::numeric_limits<qint64>::max() || m_count == std::numeric_limits<qint64>::min();
    }

    friend constexpr Bytes operator+(Bytes a, Bytes b)
    {
        qint64 sum = 0;
        if (__builtin_add_overflow(a.m_count, b.m_count, &sum))
            return a.m_count < 0 ? Bytes(std::numeric_limits<qint64>::min()) : max();
        return Bytes(sum);
    }
    friend constexpr Bytes operator-(Bytes a, Bytes b)
    {
        qint64 difference = 0;
        if (__builtin_sub_overflow(a.m_count, b.m_count, &difference))
            return a.m_count < 0 ? Bytes(std::numeric_limits<qint64>::min()) : max();
        return Bytes(difference);
    }
    friend constexpr Bytes operator*(Bytes a, qint64 factor)
    {
        qint64 product = 0;
        if (__builtin_mul_overflow(a.m_count, factor, &product))
            return (a.m_count < 0) != (factor < 0) ? Bytes(std::numeric_limits<qint64>::min()) : max();
        return Bytes(product);
    }
    friend constexpr Bytes operator*(qint64 factor, Bytes a) { return a * factor; }
    constexpr Bytes &operator+=(Bytes other) { return *this = *this + other; }
    constexpr Bytes &operator-=(Bytes other) { return *this = *this - other; }
    friend constexpr auto operator<=>(Bytes, Bytes) = default;

private:
    qint64 m_count = 0;
};

/// Smallest integer not below a / b; both positive or a zero.
constexpr qint64 ceilDivide(qint64 a, qint64 b)
{
    return a / b + (a % b != 0 ? 1 : 0);
}

/// a rounded up to a multiple of step (> 0).
constexpr qint64 roundUp(qint64 a, qint64 step)
{
    return ceilDivide(a, step) * step;
}

} // namespace plimsoll
