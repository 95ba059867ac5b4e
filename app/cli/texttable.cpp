// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/texttable.h"

#include <algorithm>
#include <numeric>

namespace plimsoll {

namespace {

/// What a terminal gives a letter two cells for: Han, kana and Hangul, their punctuation and full-width forms.
bool isWide(QChar letter)
{
    const char16_t code = letter.unicode();
    return (code >= 0x1100 && code <= 0x115f) || (code >= 0x2e80 && code <= 0xa4cf)
           || (code >= 0xac00 && code <= 0xd7a3) || (code >= 0xf900 && code <= 0xfaff)
           || (code >= 0xfe30 && code <= 0xfe6f) || (code >= 0xff00 && code <= 0xff60);
}

qsizetype cells(const QString &text)
{
    return text.size() + std::count_if(text.begin(), text.end(), isWide);
}

} // namespace

QString TextTable::text(int indent) const
{
    std::vector<qsizetype> widths;
    for (const QStringList &row : m_rows) {
        widths.resize(std::max(widths.size(), size_t(row.size())));
        for (qsizetype i = 0; i < row.size(); ++i)
            widths[size_t(i)] = std::max(widths[size_t(i)], cells(row.at(i)));
    }
    constexpr qsizetype gap = 2;
    const qsizetype whole = std::accumulate(widths.begin(), widths.end(), qsizetype(0))
                            + gap * std::max<qsizetype>(0, qsizetype(widths.size()) - 1);

    QString text;
    for (const QStringList &row : m_rows) {
        QString line(indent, QLatin1Char(' '));
        if (row.isEmpty())
            line += QString(whole, QLatin1Char('-'));
        for (qsizetype i = 0; i < row.size(); ++i) {
            const bool right = std::find(m_rightAligned.begin(), m_rightAligned.end(), int(i)) != m_rightAligned.end();
            if (i > 0)
                line += QString(gap, QLatin1Char(' '));
            const QString space(widths[size_t(i)] - cells(row.at(i)), QLatin1Char(' '));
            line += right ? space + row.at(i) : row.at(i) + space;
        }
        while (line.endsWith(QLatin1Char(' ')))
            line.chop(1);
        text += line + QLatin1Char('\n');
    }
    return text;
}

} // namespace plimsoll
