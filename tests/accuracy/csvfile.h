// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QString>
#include <QStringList>

#include <cmath>
#include <vector>

namespace accuracy {

/// One row of a CSV file under its column names.
class CsvRow
{
public:
    CsvRow(const QHash<QString, int> *columns, QStringList cells);

    QString text(const char *column) const;
    /// NaN where the cell is empty or no number.
    double number(const char *column) const;
    qint64 integer(const char *column, qint64 fallback) const;
    bool has(const char *column) const { return !text(column).isEmpty(); }

private:
    const QHash<QString, int> *m_columns;
    QStringList m_cells;
};

/// Reads a file of tests/data whole; stops the program where it cannot.
class CsvFile
{
public:
    explicit CsvFile(const QString &name);
    const std::vector<CsvRow> &rows() const { return m_rows; }

private:
    QHash<QString, int> m_columns;
    std::vector<CsvRow> m_rows;
};

} // namespace accuracy
