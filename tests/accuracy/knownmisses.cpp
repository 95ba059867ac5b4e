// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/accuracy/knownmisses.h"

#include "tests/accuracy/csvfile.h"

namespace accuracy {
namespace {

/// The first line of known_misses.csv for the row and an item that begins like the line's. `row` may end in "*".
const CsvRow *lineOf(const QString &row, const QString &item, const char *onlyWith = nullptr)
{
    static const CsvFile file(QStringLiteral("known_misses.csv"));
    for (const CsvRow &line : file.rows()) {
        QString name = line.text("row");
        const bool matches = name.endsWith(QLatin1Char('*')) ? row.startsWith(name.chopped(1)) : row == name;
        if (matches && item.startsWith(line.text("item")) && (!onlyWith || line.has(onlyWith)))
            return &line;
    }
    return nullptr;
}

} // namespace

QString reasonOf(const QString &row, const QString &item)
{
    const CsvRow *line = lineOf(row, item);
    return line ? line->text("reason") : QStringLiteral("not explained");
}

bool isUnstated(const QString &row, const QString &item)
{
    return lineOf(row, item, "unstated") != nullptr;
}

} // namespace accuracy
