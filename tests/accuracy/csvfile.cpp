// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/accuracy/csvfile.h"

#include <QFile>

namespace accuracy {
namespace {

QStringList cellsOf(const QString &line)
{
    QStringList cells;
    QString cell;
    bool quoted = false;
    for (qsizetype i = 0; i < line.size(); ++i) {
        const QChar c = line[i];
        if (quoted && c == QLatin1Char('"') && i + 1 < line.size() && line[i + 1] == c) {
            cell += c;
            ++i;
        } else if (c == QLatin1Char('"')) {
            quoted = !quoted;
        } else if (c == QLatin1Char(',') && !quoted) {
            cells.append(cell);
            cell.clear();
        } else {
            cell += c;
        }
    }
    cells.append(cell);
    return cells;
}

} // namespace

CsvRow::CsvRow(const QHash<QString, int> *columns, QStringList cells)
    : m_columns(columns)
    , m_cells(std::move(cells))
{
}

QString CsvRow::text(const char *column) const
{
    return m_cells.value(m_columns->value(QLatin1String(column), -1)).trimmed();
}

double CsvRow::number(const char *column) const
{
    bool ok = false;
    const double value = text(column).toDouble(&ok);
    return ok ? value : std::nan("");
}

qint64 CsvRow::integer(const char *column, qint64 fallback) const
{
    bool ok = false;
    const qint64 value = text(column).toLongLong(&ok);
    return ok ? value : fallback;
}

CsvFile::CsvFile(const QString &name)
{
    QFile file(QStringLiteral(PLIMSOLL_TEST_DATA "/") + name);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("cannot read %s", qPrintable(file.fileName()));
    const QStringList lines = QString::fromUtf8(file.readAll()).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    const QStringList header = cellsOf(lines.value(0).trimmed());
    for (int i = 0; i < header.size(); ++i)
        m_columns.insert(header[i], i);
    for (qsizetype i = 1; i < lines.size(); ++i)
        m_rows.emplace_back(&m_columns, cellsOf(lines[i].trimmed()));
}

} // namespace accuracy
