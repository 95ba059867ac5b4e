// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/units/sizeformat.h"

#include <QCoreApplication>

#include <cmath>
#include <cstdlib>

namespace plimsoll {
namespace {

/// Decimals that keep about three significant digits: 31.2, 8.49, 0.054.
int decimalsFor(double value)
{
    const double magnitude = std::abs(value);
    if (magnitude >= 9.995 || magnitude == 0)
        return 1;
    return magnitude >= 0.0995 ? 2 : 3;
}

QString trimmed(double value, int decimals, const QLocale &locale)
{
    QString text = locale.toString(value, 'f', decimals);
    const QString point = locale.decimalPoint();
    if (!text.contains(point))
        return text;
    while (text.endsWith(QLatin1Char('0')))
        text.chop(1);
    if (text.endsWith(point))
        text.chop(point.size());
    return text;
}

double inUnit(Bytes size, SizeUnit unit)
{
    return unit == SizeUnit::GB ? size.gigabytes() : size.gibibytes();
}

} // namespace

QString unitName(SizeUnit unit)
{
    return unit == SizeUnit::GB ? QStringLiteral("GB") : QStringLiteral("GiB");
}

QString formatSizeNumber(Bytes size, SizeUnit unit, int decimals, const QLocale &locale)
{
    return locale.toString(inUnit(size, unit), 'f', decimals);
}

QString formatSize(Bytes size, SizeUnit unit, const QLocale &locale)
{
    const double value = inUnit(size, unit);
    return formatSizeNumber(size, unit, decimalsFor(value), locale) + QLatin1Char(' ') + unitName(unit);
}

QString formatSizeBoth(Bytes size, const QLocale &locale)
{
    const auto number = [&](SizeUnit unit) -> QString {
        const double value = inUnit(size, unit);
        return trimmed(value, decimalsFor(value), locale) + QLatin1Char(' ') + unitName(unit);
    };
    return number(SizeUnit::GB) + QLatin1String(" (") + number(SizeUnit::GiB) + QLatin1Char(')');
}

QString formatSmallSize(Bytes size, const QLocale &locale)
{
    struct Step {
        double bytes;
        const char *name;
    };
    static constexpr Step steps[] = {
        {1099511627776.0, "TiB"}, {1073741824.0, "GiB"}, {1048576.0, "MiB"}, {1024.0, "KiB"}};
    const double value = double(size.count());
    for (const Step &step : steps) {
        if (std::abs(value) >= step.bytes)
            return trimmed(value / step.bytes, 2, locale) + QLatin1Char(' ') + QLatin1String(step.name);
    }
    return formatCount(size.count(), locale) + QLatin1String(" B");
}

QString formatParameters(qint64 parameters, const QLocale &locale)
{
    struct Step {
        double count;
        const char *name;
    };
    static constexpr Step steps[] = {{1e12, "T"}, {1e9, "B"}, {1e6, "M"}, {1e3, "K"}};
    for (const Step &step : steps) {
        const double value = double(parameters) / step.count;
        if (value >= 0.9995) {
            const int decimals = value >= 99.95 ? 0 : value >= 9.995 ? 1 : 2;
            return trimmed(value, decimals, locale) + QLatin1Char(' ') + QLatin1String(step.name);
        }
    }
    return formatCount(parameters, locale);
}

QString formatCount(qint64 count, const QLocale &locale)
{
    if (locale != QLocale::c())
        return locale.toString(count);
    static const QLocale english(QLocale::English, QLocale::UnitedStates);
    return english.toString(count);
}

} // namespace plimsoll
