// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planning/comparisonrows.h"
#include "core/planning/sentences.h"
#include "core/planning/speed/speedtext.h"
#include "core/tables/tablemakers.h"
#include "core/tables/tableparts.h"

#include <QCoreApplication>

#include <cmath>

namespace plimsoll {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Tables)
};

QString endingOf(ComparisonRow::Unit unit)
{
    switch (unit) {
    case ComparisonRow::Unit::Bytes:
        return QStringLiteral("_bytes");
    case ComparisonRow::Unit::TokensPerSecond:
        return QStringLiteral("_tokens_per_second");
    case ComparisonRow::Unit::Seconds:
        return QStringLiteral("_seconds");
    case ComparisonRow::Unit::Dollars:
        return QStringLiteral("_dollars");
    case ComparisonRow::Unit::Text:
    case ComparisonRow::Unit::Count:
        break;
    }
    return {};
}

/// People get the text of the page, with its unit: each of their rows has another.
TableCell cellOf(const ComparisonCell &cell, ComparisonRow::Unit unit)
{
    TableCell made;
    if (unit == ComparisonRow::Unit::Text) {
        if (cell.text != unknownText())
            made.value = cell.text;
    } else if (cell.value) {
        using Unit = ComparisonRow::Unit;
        if (unit == Unit::Bytes || unit == Unit::Count)
            made = TableCell::count(std::llround(*cell.value));
        else
            made = TableCell::number(unit == Unit::Dollars ? *cell.value : shortenedSpeed(*cell.value));
    }
    made.shown = cell.text;
    return made;
}

} // namespace

Table compareTable(const std::vector<ComparedPlan> &plans, const TableValues &values)
{
    const PlanComparison comparison = comparePlans(plans, values.unit, values.locale);
    Table table;
    table.title = Text::tr("Plans side by side; this one: %1").arg(planTitle(values.plan, values.locale));
    table.standsOnItsSide = true;
    table.add("plan", Text::tr("Plan"));
    for (const ComparisonRow &row : comparison.rows) {
        // The interval is two numbers.
        const bool isInterval = row.id == QLatin1String("interval");
        table.columns.push_back({snakeCase(row.id) + endingOf(row.unit), row.name, TableUnit::None,
                                 isInterval ? TableReader::People : TableReader::All});
    }
    table.add("low_bytes", {}, TableUnit::Bytes, TableReader::Machines);
    table.add("high_bytes", {}, TableUnit::Bytes, TableReader::Machines);
    for (size_t i = 0; i < plans.size(); ++i) {
        TableRow row;
        row.cells.push_back(TableCell(plans[i].name));
        for (const ComparisonRow &each : comparison.rows)
            row.cells.push_back(cellOf(each.cells[i], each.unit));
        const Estimate *estimate = plans[i].answer ? &plans[i].answer->estimate : nullptr;
        row.cells.push_back(estimate ? TableCell(estimate->low) : TableCell());
        row.cells.push_back(estimate ? TableCell(estimate->high) : TableCell());
        table.rows.push_back(std::move(row));
    }
    return table;
}

} // namespace plimsoll
