// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/units/quantity.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringView>

#include <cmath>
#include <initializer_list>

namespace plimsoll {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Quantity)
};

struct Suffix {
    const char *name; ///< lower case
    double factor;
};

Error badNumber(const QString &field, const QString &typed, const QString &expected)
{
    QString shown = typed.left(60);
    for (QChar &c : shown) {
        if (c.isNull() || c.category() == QChar::Other_Control)
            c = QLatin1Char(' ');
    }
    const QString text = typed.trimmed().isEmpty()
                             ? Text::tr("%1: nothing was given; %2").arg(field, expected)
                             : Text::tr("%1: \"%2\" cannot be used; %3").arg(field, shown, expected);
    return {QStringLiteral("bad-number"), field, text, ErrorKind::Typed};
}

/// The number without the characters that only group digits, lower case.
/// Empty where a group separator stands anywhere but between digits.
QString ungrouped(const QString &text)
{
    const QString typed = text.trimmed();
    QString plain;
    for (qsizetype i = 0; i < typed.size(); ++i) {
        const QChar c = typed.at(i);
        const bool separator = c == QLatin1Char(' ') || c == QLatin1Char('_') || c == QChar(0x00a0)
                               || c == QChar(0x202f) || c == QChar(0x2009);
        if (!separator) {
            plain += c.unicode() < 128 ? c.toLower() : c;
            continue;
        }
        const auto digit = [&](qsizetype at) {
            return at >= 0 && at < typed.size() && typed.at(at) >= QLatin1Char('0') && typed.at(at) <= QLatin1Char('9');
        };
        const bool betweenDigits = digit(i - 1) && digit(i + 1);
        const bool beforeUnit = digit(i - 1) && i + 1 < typed.size() && typed.at(i + 1).isLetter();
        if (!betweenDigits && !beforeUnit)
            return {};
    }
    return plain;
}

struct Scaled {
    double value = 0;
    qint64 exact = 0; ///< the value as an integer where it is one without a fraction or exponent
    bool isExact = false;
};

/// Splits "1.5e3kib" into a number and one of the suffixes. False when it is not a number at all.
bool scan(const QString &text, std::initializer_list<Suffix> suffixes, Scaled *out)
{
    QString number = ungrouped(text);
    double factor = 1;
    for (const Suffix &suffix : suffixes) {
        const QLatin1String name(suffix.name);
        if (number.size() > name.size() && number.endsWith(name)) {
            factor = suffix.factor;
            number.chop(name.size());
            break;
        }
    }
    if (number.startsWith(QLatin1Char('+')))
        number.remove(0, 1);
    for (const QChar c : std::as_const(number)) {
        if (!((c >= QLatin1Char('0') && c <= QLatin1Char('9')) || c == QLatin1Char('.') || c == QLatin1Char('e')
              || c == QLatin1Char('-') || c == QLatin1Char('+')))
            return false; // also keeps "inf", "nan", "0x10" and digits of other scripts out
    }
    bool isNumber = false;
    const double value = QLocale::c().toDouble(number, &isNumber);
    if (!isNumber || !std::isfinite(value))
        return false;
    out->value = value * factor;
    bool isInteger = false;
    const qint64 whole = QLocale::c().toLongLong(number, &isInteger);
    qint64 product = 0;
    out->isExact = isInteger && factor >= 1 && !__builtin_mul_overflow(whole, qint64(factor), &product);
    out->exact = product;
    return std::isfinite(out->value);
}

Result<qint64> wholeNumber(const QString &text, const QString &field, std::initializer_list<Suffix> suffixes,
                           qint64 low, qint64 high, const QString &expected)
{
    Scaled scaled;
    if (!scan(text, suffixes, &scaled))
        return badNumber(field, text, expected);
    if (!scaled.isExact) {
        if (scaled.value < double(low) || scaled.value > double(high))
            return badNumber(field, text, expected);
        const double rounded = std::round(scaled.value);
        // "1.1b" has a fraction only below the binary precision of its digits.
        if (std::abs(rounded - scaled.value) > 1e-9 * std::abs(scaled.value))
            return badNumber(field, text, expected);
        scaled.exact = qint64(rounded);
    }
    if (scaled.exact < low || scaled.exact > high)
        return badNumber(field, text, expected);
    return scaled.exact;
}

} // namespace

Result<qint64> parseParameters(const QString &text, const QString &field)
{
    return wholeNumber(text, field, {{"k", 1e3}, {"m", 1e6}, {"b", 1e9}, {"t", 1e12}}, 1, kMaxParameters,
                       Text::tr("expected a number of parameters from 1 to 1000T, such as 13e9, 13B, 500M or 1.5T"));
}

Result<qint64> parseTokens(const QString &text, const QString &field)
{
    return wholeNumber(
        text, field, {{"k", 1024.0}, {"m", 1048576.0}, {"g", 1073741824.0}}, 1, kMaxTokens,
        Text::tr("expected a number of tokens from 1 to %1, such as 8192 or 128k (k = 1024)").arg(kMaxTokens));
}

Result<qint64> parseInteger(const QString &text, const QString &field, qint64 low, qint64 high)
{
    return wholeNumber(text, field, {}, low, high,
                       Text::tr("expected a whole number from %1 to %2").arg(low).arg(high));
}

Result<Bytes> parseSize(const QString &text, const QString &field)
{
    const QString expected = Text::tr("expected a size such as 80 GiB, 80 GB, 512 MiB or a number of bytes");
    Scaled scaled;
    const bool isNumber = scan(text,
                               {{"tib", 1099511627776.0},
                                {"gib", 1073741824.0},
                                {"mib", 1048576.0},
                                {"kib", 1024.0},
                                {"tb", 1e12},
                                {"gb", 1e9},
                                {"mb", 1e6},
                                {"kb", 1e3},
                                {"b", 1.0}},
                               &scaled);
    if (!isNumber || scaled.value < 0 || scaled.value > 9e18)
        return badNumber(field, text, expected);
    return scaled.isExact ? Bytes(scaled.exact) : Bytes::rounded(scaled.value);
}

Result<double> parseNumber(const QString &text, const QString &field, double low, double high)
{
    Scaled scaled;
    if (!scan(text, {}, &scaled) || scaled.value < low || scaled.value > high)
        return badNumber(field, text, Text::tr("expected a number from %1 to %2").arg(low).arg(high));
    return scaled.value;
}

} // namespace plimsoll
