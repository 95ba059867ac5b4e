// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tables/tableregistry.h"

#include "core/planning/planning.h"

#include <QCoreApplication>

#include <algorithm>
#include <numeric>
#include <span>

namespace plimsoll {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Tables)
};

struct Asked {
    const Plan &plan;
    const TableValues &values;
    const Catalog &catalog;
};

/// Machines get all rows, people those that tell them something.
void hideFromPeople(TableRow &row, bool hidden)
{
    row.reader = hidden ? TableReader::Machines : TableReader::All;
}

template <typename Cells>
bool carriesNone(const Cells &cells)
{
    return std::none_of(cells.begin(), cells.end(), [](const FitCell &cell) { return cell.fits(); });
}

Result<Table> gpuList(const Asked &asked)
{
    const Result<std::vector<GpuFit>> fits = fitOfGpus(asked.plan, asked.catalog);
    if (!fits)
        return fits.error();
    Table table = whatFitsTable(*fits, asked.values);
    for (size_t i = 0; i < fits->size(); ++i)
        hideFromPeople(table.rows[i], !(*fits)[i].fits);
    return table;
}

Result<Table> formats(const Asked &asked)
{
    const Result<FitMatrixAnswer> answer = fitMatrix(asked.plan, asked.catalog);
    if (!answer)
        return answer.error();
    std::vector<int> rows(answer->gpus.size());
    std::iota(rows.begin(), rows.end(), 0);
    Table table = formatsTable(*answer, rows, asked.values);
    const size_t columns = size_t(answer->formats.size());
    for (size_t i = 0; i < rows.size(); ++i)
        hideFromPeople(table.rows[i], carriesNone(std::span(answer->cells).subspan(i * columns, columns)));
    return table;
}

Result<Table> models(const Asked &asked)
{
    QStringList ids;
    for (const GpuChoice &gpu : asked.plan.gpus)
        ids << gpu.id.section(QLatin1Char('/'), 0, 0).toLower();
    ids += commonGpus();
    ids.removeDuplicates();
    Plan plan = asked.plan;
    plan.engine = asked.values.plan.plan.engine;
    plan.gpus.clear();
    plan.parallel.reset();
    const std::vector<Gpu> gpus = gpusToAskAbout(plan, asked.catalog, ids);
    const Result<std::vector<ModelRow>> rows = fitOfModelsOn(plan, asked.catalog, gpus);
    if (!rows)
        return rows.error();
    Table table = modelsTable(gpus, *rows, asked.values);
    for (size_t i = 0; i < rows->size(); ++i)
        hideFromPeople(table.rows[i], carriesNone((*rows)[i].cells));
    return table;
}

Result<Table> parameters(const Asked &asked)
{
    const SweepCurve curve = parametersCurve(sizePlan(asked.values.plan, asked.catalog), asked.catalog);
    if (curve.points.empty())
        return Error{QStringLiteral("no-sizes"), {}, curve.error, ErrorKind::Typed};
    return parametersTable(curve, asked.values);
}

struct Entry {
    const char *id;
    Result<Table> (*make)(const Asked &);
};

constexpr Entry kTables[] = {
    {"breakdown", [](const Asked &asked) -> Result<Table> { return breakdownTable(asked.values); }},
    {"precisions", [](const Asked &asked) -> Result<Table> { return precisionsTable(asked.values); }},
    {"context",
     [](const Asked &asked) -> Result<Table> { return contextTable(contextCurve(asked.values.plan), asked.values); }},
    {"users",
     [](const Asked &asked) -> Result<Table> { return usersTable(sequencesCurve(asked.values.plan), asked.values); }},
    {"parameters", parameters},
    {"speed",
     [](const Asked &asked) -> Result<Table> { return speedTable(speedCurve(asked.values.plan), asked.values); }},
    {"gpus", [](const Asked &asked) -> Result<Table> { return gpusTable(asked.values); }},
    {"compare",
     [](const Asked &asked) -> Result<Table> {
         return compareTable(comparedPlans(asked.plan, asked.catalog), asked.values);
     }},
    {"waterfall", [](const Asked &asked) -> Result<Table> { return waterfallTable(asked.values); }},
    {"limits",
     [](const Asked &asked) -> Result<Table> {
         return limitsTable(
             limitRows(asked.plan, asked.values.plan, asked.catalog, asked.values.unit, {}, asked.values.locale),
             asked.values);
     }},
    {"what-fits", gpuList},
    {"what-fits-precisions", formats},
    {"what-fits-models", models},
};

} // namespace

QStringList tableIds()
{
    QStringList ids;
    for (const Entry &entry : kTables)
        ids << QLatin1String(entry.id);
    return ids;
}

Result<Table> makeTable(const QString &id, const Plan &plan, const TableValues &values, const Catalog &catalog)
{
    for (const Entry &entry : kTables) {
        if (id != QLatin1String(entry.id))
            continue;
        Result<Table> table = entry.make({plan, values, catalog});
        if (table)
            table->id = id;
        return table;
    }
    return Error{QStringLiteral("unknown-table"),
                 {},
                 Text::tr("\"%1\" is not a table; there are %2").arg(id, tableIds().join(QLatin1String(", "))),
                 ErrorKind::Typed};
}

} // namespace plimsoll
