// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/units/bytes.h"

#include <QString>

#include <variant>
#include <vector>

namespace plimsoll {

/// What the numbers of a column are. Machines get bytes, people the unit that they chose.
enum class TableUnit : quint8 { None, Bytes, Parameters, Percent, TokensPerSecond, Seconds, Dollars, Watts };

/// Who a column or a row is for.
enum class TableReader : quint8 { All, Machines, People };

struct TableColumn {
    QString key;   ///< stable, in snake case, with its unit: "kv_cache_bytes"
    QString title; ///< translated, without its unit: "KV cache"
    TableUnit unit = TableUnit::None;
    TableReader reader = TableReader::All;
};

/// A text, an exact number, or yes or no; monostate where there is nothing or nothing is known.
struct TableCell {
    using Value = std::variant<std::monostate, QString, qint64, double, bool>;

    TableCell() = default;
    TableCell(const QString &text, const QString &shownText = {})
        : value(text)
        , shown(shownText)
    {
    }
    TableCell(Bytes size)
        : value(size.count())
    {
    }
    static TableCell count(qint64 number) { return ofValue(number); }
    static TableCell number(double amount) { return ofValue(amount); }
    static TableCell yesNo(bool yes) { return ofValue(yes); }

    Value value;
    QString shown; ///< what people read in place of the value; empty = the value

private:
    static TableCell ofValue(Value value)
    {
        TableCell cell;
        cell.value = std::move(value);
        return cell;
    }
};

struct TableRow {
    std::vector<TableCell> cells; ///< one a column
    TableReader reader = TableReader::All;
};

/// Numbers and texts about a plan, to be written as CSV for machines and as Markdown or HTML for people.
struct Table {
    QString id;    ///< "breakdown"
    QString title; ///< translated, of this plan
    QString note;  ///< below it: the inputs and where the numbers are from; may be empty
    std::vector<TableColumn> columns;
    std::vector<TableRow> rows;
    bool endsInTotal = false;     ///< the last row is the sum of the others
    bool standsOnItsSide = false; ///< many columns, few rows: people read the columns one below the other

    void add(const char *key, const QString &name, TableUnit unit = TableUnit::None,
             TableReader reader = TableReader::All)
    {
        columns.push_back({QLatin1String(key), name, unit, reader});
    }
};

} // namespace plimsoll
