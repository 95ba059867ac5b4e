// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/rendertable.h"

#include "app/cli/command.h"
#include "app/cli/console.h"
#include "app/cli/planoptions.h"
#include "app/cli/windowoptions.h"
#include "core/catalog/catalog.h"
#include "core/figures/caption.h"
#include "core/planning/planning.h"
#include "core/tables/tablefile.h"
#include "core/tables/tableregistry.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace plimsoll {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(RenderTable)
};

constexpr QLatin1String kTable("table");
constexpr QLatin1String kAs("as");
constexpr QLatin1String kNoCaption("no-caption");
constexpr QLatin1String kOutput("-");

Error wrong(const QString &text)
{
    return {QStringLiteral("usage"), {}, text, ErrorKind::Typed};
}

Result<TableFormat> formatFrom(const CommandLine &line)
{
    if (line.isSet(kAs)) {
        if (const auto format = tableFormatNamed(line.value(kAs)))
            return *format;
        return wrong(Text::tr("--as: \"%1\" is not one of csv, md, html").arg(line.value(kAs)));
    }
    const QString path = line.positional().value(0);
    if (const auto format = tableFormatOf(path))
        return *format;
    return wrong(path == kOutput
                     ? Text::tr("--as: say what the table is to be on standard output: csv, md or html")
                     : Text::tr("a table is written to a file that ends in .csv, .md or .html, not to %1").arg(path));
}

} // namespace

void addTableOptions(CommandLine &line)
{
    line.addHeading(Text::tr("The table, where OUT ends in .csv, .md or .html"));
    line.add({kTable, QStringLiteral("ID"),
              Text::tr("%1; default that of --chart. OUT may be -, standard output, with --as csv, md or html")
                  .arg(tableIds().join(QLatin1String(", ")))});
}

bool asksForTable(const CommandLine &line)
{
    const QString path = line.positional().value(0);
    const QString ending = line.isSet(kAs) ? line.value(kAs) : QFileInfo(path).suffix();
    return line.isSet(kTable) || path == kOutput || tableFormatNamed(ending);
}

int renderTable(const CommandLine &line, QLatin1String chartOption)
{
    const QString path = line.positional().value(0);
    if (path.isEmpty())
        return line.wrong(Text::tr("name the file to write: one that ends in .csv, .md or .html, or - with --as"));
    for (const char *option : {"check", "force"}) {
        if (line.isSet(QLatin1String(option)))
            return line.wrong(Text::tr("--%1: for tables this goes with --output-dir").arg(QLatin1String(option)));
    }
    const Result<TableFormat> format = formatFrom(line);
    if (!format)
        return complain(format.error());
    const QLatin1String option = line.isSet(kTable) ? kTable : chartOption;
    const QString id = line.isSet(option) ? line.value(option) : QStringLiteral("precisions");
    if (!tableIds().contains(id)) {
        return complain(wrong(Text::tr("--%1: \"%2\" is not a table; there are %3")
                                  .arg(option, id, tableIds().join(QLatin1String(", ")))));
    }
    const Result<SizeUnit> unit = unitFrom(line);
    if (!unit)
        return complain(unit.error());

    const Result<TypedPlan> typed = planFromOptions(line);
    if (!typed)
        return complain(typed.error());
    const Catalog catalog = openCatalog(line);
    const Result<PlanAnswer> found = answerPlan(typed->plan, catalog);
    if (!found)
        return complain(typed->placed(found.error()));
    Result<Table> table =
        makeTable(id, typed->plan, {found->plan, found->estimate, found->comparison, *unit, QLocale::c()}, catalog);
    if (!table)
        return complain(typed->placed(table.error()));
    if (!line.isSet(kNoCaption))
        table->note = figureCaption(found->plan, catalog);
    const QByteArray content = tableContent(*table, *format, {*unit, QLocale::c()});
    if (path == kOutput) {
        print(content);
        return finish(ExitAnswered);
    }
    if (const auto error = saveTable(path, content))
        return complain(*error);
    print(path + QLatin1Char('\n'));
    return finish(ExitAnswered);
}

} // namespace plimsoll
