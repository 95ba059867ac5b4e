// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/manytables.h"

#include "app/cli/command.h"
#include "app/cli/console.h"
#include "app/cli/manyplans.h"
#include "app/cli/planoptions.h"
#include "app/cli/windowoptions.h"
#include "core/catalog/catalog.h"
#include "core/figures/caption.h"
#include "core/planning/planning.h"
#include "core/tables/tablefile.h"
#include "core/tables/tableregistry.h"

#include <QCoreApplication>

namespace plimsoll {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(ManyTables)
};

constexpr QLatin1String kTable("table");
constexpr QLatin1String kAs("as");
constexpr QLatin1String kNoCaption("no-caption");

struct Request {
    ManyPlans many;
    QStringList tables;
    SizeUnit unit = SizeUnit::GiB;
    bool captioned = true;
};

Error wrong(const QString &text)
{
    return {QStringLiteral("usage"), {}, text, ErrorKind::Typed};
}

Result<Request> requestFrom(const CommandLine &line, QLatin1String chartOption)
{
    const Result<ManyPlans> many = manyPlansFrom(line, kTableEndings, false);
    if (!many.ok())
        return many.error();
    Request request{*many, {QStringLiteral("precisions")}, SizeUnit::GiB, !line.isSet(kNoCaption)};
    const QLatin1String option = line.isSet(kTable) ? kTable : chartOption;
    if (line.isSet(option))
        request.tables = line.values(option);
    for (const QString &id : std::as_const(request.tables)) {
        if (!tableIds().contains(id)) {
            return wrong(Text::tr("--%1: \"%2\" is not a table; there are %3")
                             .arg(option, id, tableIds().join(QLatin1String(", "))));
        }
    }
    request.tables.removeDuplicates();
    const Result<SizeUnit> unit = unitFrom(line);
    if (!unit.ok())
        return unit.error();
    request.unit = *unit;
    return request;
}

void putTables(DocumentWriter &writer, const PlanFile &file, const TypedPlan &typed, const Catalog &catalog,
               const Request &request)
{
    const Result<PlanAnswer> found = answerPlan(typed.plan, catalog);
    if (!found.ok())
        return writer.fail(typed.placed(found.error()));
    const TableFormat format = tableFormatNamed(request.many.ending).value_or(TableFormat::Csv);
    for (const QString &id : request.tables) {
        Result<Table> table = makeTable(
            id, typed.plan, {found->plan, found->estimate, found->comparison, request.unit, QLocale::c()}, catalog);
        if (!table.ok()) {
            writer.fail(typed.placed(table.error()));
            continue;
        }
        if (request.captioned)
            table->note = figureCaption(found->plan, catalog);
        writer.put(request.many.path(file.name + QLatin1Char('-') + id),
                   tableContent(*table, format, {request.unit, QLocale::c()}));
    }
}

} // namespace

bool asksForManyTables(const CommandLine &line)
{
    return line.isSet(kTable) || tableFormatNamed(line.value(kAs));
}

int renderManyTables(const CommandLine &line, QLatin1String chartOption)
{
    const Result<Request> request = requestFrom(line, chartOption);
    if (!request.ok())
        return complain(request.error());
    return makeOfEachPlan(line, request->many,
                          [&](DocumentWriter &writer, const PlanFile &file, const Catalog &catalog) {
                              const Result<TypedPlan> typed = planFromOptions(line, file.path);
                              if (typed.ok())
                                  putTables(writer, file, *typed, catalog, *request);
                              else
                                  writer.fail(typed.error());
                          });
}

} // namespace plimsoll
