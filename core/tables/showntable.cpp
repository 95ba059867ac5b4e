// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planning/speed/speedtext.h"
#include "core/tables/tablewriters.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace plimsoll {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Tables)
};

QString unitText(TableUnit unit, SizeUnit sizes)
{
    switch (unit) {
    case TableUnit::Bytes:
        return unitName(sizes);
    case TableUnit::Percent:
        return QStringLiteral("%");
    case TableUnit::TokensPerSecond:
        return Text::tr("tokens/s");
    case TableUnit::Seconds:
        return Text::tr("s", "seconds");
    case TableUnit::Dollars:
        return QStringLiteral("$");
    case TableUnit::Watts:
        return QStringLiteral("W");
    case TableUnit::None:
    case TableUnit::Parameters:
        break;
    }
    return {};
}

/// A value as people read it below a header that names the unit.
struct Shown {
    TableUnit unit;
    const TableLook &look;

    QString operator()(std::monostate) const { return {}; }
    QString operator()(const QString &text) const { return text; }
    QString operator()(qint64 number) const
    {
        switch (unit) {
        case TableUnit::Bytes: {
            // As in a sentence, less the unit, which stands in the header.
            const QString size = formatSize(Bytes(number), look.unit, look.locale);
            return size.left(size.lastIndexOf(QLatin1Char(' ')));
        }
        case TableUnit::Parameters:
            return formatParameters(number, look.locale);
        default:
            return formatCount(number, look.locale);
        }
    }
    QString operator()(double number) const
    {
        if (unit == TableUnit::TokensPerSecond)
            return speedNumber(number, look.locale);
        const double magnitude = std::abs(number);
        const int decimals = unit == TableUnit::Dollars   ? 2
                             : unit == TableUnit::Percent ? 1
                             : magnitude < 0.1            ? 4
                             : magnitude < 10             ? 2
                                                          : 1;
        return look.locale.toString(number, 'f', decimals);
    }
    QString operator()(bool yes) const { return yes ? Text::tr("yes") : Text::tr("no"); }
};

bool isForPeople(TableReader reader)
{
    return reader != TableReader::Machines;
}

/// Numbers stand right; a column of texts may say nothing in some rows.
bool isNumber(const TableCell &cell)
{
    return std::holds_alternative<qint64>(cell.value) || std::holds_alternative<double>(cell.value);
}

QString cellText(const TableCell &cell, TableUnit unit, const TableLook &look)
{
    return cell.shown.isEmpty() ? std::visit(Shown{unit, look}, cell.value) : cell.shown;
}

QString headText(const TableColumn &column, const TableLook &look)
{
    const QString unit = unitText(column.unit, look.unit);
    return unit.isEmpty() ? column.title : Text::tr("%1, %2", "a column and its unit").arg(column.title, unit);
}

ReportTable turned(const ReportTable &table)
{
    ReportTable turned;
    turned.head << table.head.front();
    for (const QStringList &row : table.rows)
        turned.head << row.front();
    for (qsizetype i = 1; i < table.head.size(); ++i) {
        QStringList cells{table.head[i]};
        for (const QStringList &row : table.rows)
            cells << row[i];
        turned.rows.push_back(cells);
    }
    return turned;
}

} // namespace

ReportTable shownTable(const Table &table, const TableLook &look)
{
    ReportTable shown;
    shown.endsInTotal = table.endsInTotal;
    for (size_t i = 0; i < table.columns.size(); ++i) {
        if (!isForPeople(table.columns[i].reader))
            continue;
        if (std::any_of(table.rows.begin(), table.rows.end(),
                        [&](const TableRow &row) { return isNumber(row.cells[i]); }))
            shown.numbers << shown.head.size();
        shown.head << headText(table.columns[i], look);
    }
    for (const TableRow &row : table.rows) {
        if (!isForPeople(row.reader))
            continue;
        QStringList cells;
        for (size_t i = 0; i < table.columns.size(); ++i) {
            if (isForPeople(table.columns[i].reader))
                cells << cellText(row.cells[i], table.columns[i].unit, look);
        }
        shown.rows.push_back(cells);
    }
    return table.standsOnItsSide ? turned(shown) : shown;
}

} // namespace plimsoll
