// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/logs/logcells.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace plimsoll {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(LogCells)
};

constexpr int kDecimals = 3;
constexpr int kMostDecimals = 6;

QString numberText(double value, Measured what, SizeUnit unit, const QLocale &locale, int decimals)
{
    switch (measuredUnit(what)) {
    case MeasuredUnit::Bytes:
        return formatSizeNumber(Bytes::rounded(value), unit, decimals, locale);
    case MeasuredUnit::Count:
        return formatCount(std::llround(value), locale);
    case MeasuredUnit::Ratio:
        break;
    }
    return locale.toString(value, 'f', 2);
}

QString unitText(Measured what, SizeUnit unit)
{
    return measuredUnit(what) == MeasuredUnit::Bytes ? QLatin1Char(' ') + unitName(unit) : QString();
}

QString rangeText(double low, double high, Measured what, SizeUnit unit, const QLocale &locale)
{
    return Text::tr("%1 to %2")
        .arg(numberText(low, what, unit, locale, kDecimals), numberText(high, what, unit, locale, kDecimals));
}

/// True where a text of digits shows nothing but zero.
bool showsZero(const QString &number)
{
    return std::none_of(number.begin(), number.end(),
                        [](QChar each) { return each.isDigit() && each.digitValue() > 0; });
}

} // namespace

QString logItemText(const LogComparisonRow &row)
{
    const QString name = measuredName(row.item);
    if (row.device == QLatin1String("host"))
        return Text::tr("Host memory: %1").arg(name);
    return row.device.isEmpty() ? name : Text::tr("%1: %2").arg(row.device, name);
}

QString logValueText(double value, Measured what, SizeUnit unit, const QLocale &locale)
{
    return numberText(value, what, unit, locale, kDecimals) + unitText(what, unit);
}

QString logRangeText(const LogComparisonRow &row, SizeUnit unit, const QLocale &locale)
{
    if (!row.device.isEmpty() || row.rankCount() < 2)
        return {};
    if (row.rule == RankRule::Last)
        return Text::tr("last of %1").arg(row.ranks.size());
    const auto [low, high] = std::minmax_element(row.ranks.begin(), row.ranks.end(),
                                                 [](const auto &a, const auto &b) { return a.value < b.value; });
    return low->value == high->value ? Text::tr("%1 alike").arg(row.rankCount())
                                     : rangeText(low->value, high->value, row.item, unit, locale);
}

QString logRanksText(const LogComparisonRow &row, SizeUnit unit, const QLocale &locale)
{
    const QString range = logRangeText(row, unit, locale);
    const bool differ = std::any_of(row.ranks.begin(), row.ranks.end(), [&](const LogComparisonRow::Rank &each) {
        return each.value != row.ranks.front().value;
    });
    if (range.isEmpty() || row.rule == RankRule::Last || !differ)
        return range;
    const QString which = row.rule == RankRule::Largest ? Text::tr("largest of %1").arg(row.rankCount())
                                                        : Text::tr("smallest of %1").arg(row.rankCount());
    return Text::tr("%1: %2").arg(which, range);
}

QString logDifferenceText(const LogComparisonRow &row, SizeUnit unit, const QLocale &locale)
{
    if (!row.predicted)
        return {};
    QString number = numberText(row.difference(), row.item, unit, locale, kDecimals);
    for (int decimals = kDecimals + 1; decimals <= kMostDecimals && !row.inside() && showsZero(number); ++decimals)
        number = numberText(row.difference(), row.item, unit, locale, decimals);
    if (showsZero(number))
        number.remove(QLatin1Char('-'));
    const bool more = row.difference() > 0 && !showsZero(number);
    QString text = (more ? QStringLiteral("+") : QString()) + number + unitText(row.item, unit);
    if (*row.predicted > 0 && !showsZero(number)) {
        const QString percent = locale.toString(row.difference() / *row.predicted * 100, 'f', 1);
        text += QStringLiteral(" (%1%2 %)").arg(more ? QStringLiteral("+") : QString(), percent);
    }
    return text;
}

QString logIntervalText(const LogComparisonRow &row, SizeUnit unit, const QLocale &locale)
{
    return row.predicted ? rangeText(row.low, row.high, row.item, unit, locale) : QString();
}

QString logVerdictText(bool inside)
{
    return inside ? Text::tr("inside") : Text::tr("outside");
}

QString logVerdictText(const LogComparisonRow &row)
{
    return row.predicted ? logVerdictText(row.inside()) : QString();
}

QStringList logReasonTexts(const LogComparisonRow &row, const LogComparison &comparison)
{
    QStringList texts;
    for (const QString &code : row.reasons) {
        for (const LogRemark &remark : comparison.remarks) {
            if (remark.code == code && !remark.text.isEmpty())
                texts.append(remark.text);
        }
    }
    return texts;
}

} // namespace plimsoll
