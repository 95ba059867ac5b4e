// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tables/tablewriters.h"

#include <QStringList>

#include <algorithm>

namespace plimsoll {
namespace {

/// Two quotes stand for one, as section 2 of RFC 4180 has it.
QString quoted(const QString &text)
{
    static const QString special = QStringLiteral("\",\r\n");
    const bool plain = std::none_of(text.begin(), text.end(), [](QChar c) { return special.contains(c); });
    if (plain && text == text.trimmed())
        return text;
    QString inside = text;
    inside.replace(QLatin1Char('"'), QLatin1String("\"\""));
    return QLatin1Char('"') + inside + QLatin1Char('"');
}

struct Field {
    QString operator()(std::monostate) const { return {}; }
    QString operator()(const QString &text) const { return quoted(guardedFromFormulas(text)); }
    QString operator()(qint64 number) const { return QString::number(number); }
    QString operator()(double number) const { return QString::number(number, 'g', QLocale::FloatingPointShortest); }
    QString operator()(bool yes) const { return yes ? QStringLiteral("true") : QStringLiteral("false"); }
};

bool isForMachines(TableReader reader)
{
    return reader != TableReader::People;
}

} // namespace

QString guardedFromFormulas(const QString &text)
{
    // What OWASP lists under "CSV injection": the last four are the full-width forms of the first four.
    static const QString openers = QStringLiteral("=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20");
    return !text.isEmpty() && openers.contains(text.front()) ? QLatin1Char('\'') + text : text;
}

QByteArray tableCsv(const Table &table)
{
    const QLatin1String end("\r\n");
    QStringList keys;
    for (const TableColumn &column : table.columns) {
        if (isForMachines(column.reader))
            keys << quoted(column.key);
    }
    QString text = keys.join(QLatin1Char(',')) + end;
    for (const TableRow &row : table.rows) {
        if (!isForMachines(row.reader))
            continue;
        QStringList fields;
        for (size_t i = 0; i < table.columns.size(); ++i) {
            if (isForMachines(table.columns[i].reader))
                fields << std::visit(Field(), row.cells[i].value);
        }
        text += fields.join(QLatin1Char(',')) + end;
    }
    return text.toUtf8();
}

} // namespace plimsoll
