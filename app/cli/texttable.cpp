// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/texttable.h"

#include <algorithm>
#include <numeric>

namespace plimsoll {

QString TextTable::text(int indent) const
{
    std::vector<qsizetype> widths;
    for (const QStringList &row : m_rows) {
        widths.resize(std::max(widths.size(), size_t(row.size())));
        for (qsizetype i = 0; i < row.size(); ++i)
            widths[size_t(i)] = std::max(widths[size_t(i)], row.at(i).size());
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
            const qsizetype width = widths[size_t(i)];
            if (i > 0)
                line += QString(gap, QLatin1Char(' '));
            line += right ? row.at(i).rightJustified(width) : row.at(i).leftJustified(width);
        }
        while (line.endsWith(QLatin1Char(' ')))
            line.chop(1);
        text += line + QLatin1Char('\n');
    }
    return text;
}

} // namespace plimsoll
