// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/reportcommand.h"

#include "app/cli/command.h"
#include "app/cli/console.h"
#include "app/cli/manyplans.h"
#include "app/cli/planoptions.h"
#include "app/cli/reportdocument.h"
#include "app/cli/windowoptions.h"
#include "core/catalog/catalog.h"
#include "core/planning/sharedplan.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <limits>

namespace plimsoll {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(ReportCommand)
};

constexpr QLatin1String kOutput("output");
constexpr QLatin1String kUnit("unit");
constexpr QLatin1String kEndings("html|md|pdf");

struct Request {
    QString path; ///< of the one report
    SizeUnit unit = SizeUnit::GiB;
    ManyPlans many;
};

Result<Request> requestFrom(const CommandLine &line)
{
    Request request;
    const Result<ManyPlans> many = manyPlansFrom(line, kEndings, true);
    if (!many.ok())
        return many.error();
    request.many = *many;
    request.path = line.value(kOutput);
    const Result<SizeUnit> unit = unitFrom(line);
    if (!unit.ok())
        return unit.error();
    request.unit = *unit;
    const auto wrong = [](const QString &text) {
        return Error{QStringLiteral("usage"), QStringLiteral("--output"), text, ErrorKind::Typed};
    };
    if (request.many.isAsked() && line.isSet(kOutput))
        return wrong(
            Text::tr("-o names one report on all plans, --output-dir a folder for one of each: give one of them"));
    if (!request.many.isAsked() && !reportFormatOf(request.path))
        return wrong(Text::tr("name the report to write with -o: one that ends in .html, .md or .pdf"));
    return request;
}

/// A plan as a report in `folder` carries it, and its answer.
Result<ReportedPlan> answered(const QString &path, const Catalog &catalog, const QString &folder)
{
    Result<Plan> plan = readPlanFile(path);
    if (!plan.ok())
        return plan.error();
    anchorTypedModel(plan.value(), catalog);
    const Result<PlanAnswer> found = answerPlan(*plan, catalog);
    if (!found.ok()) {
        const TypedPlan typed{*plan, path, {}};
        return typed.placed(found.error());
    }
    return reportedPlan(*plan, *found, folder);
}

int reportOnAll(const CommandLine &line, const Request &request)
{
    const PlanFiles plans = planFiles(line.positional());
    if (!plans.errors.empty())
        return complain(plans.errors.front());
    const Catalog catalog = openCatalog(line);
    std::vector<ReportedPlan> reported;
    for (const PlanFile &file : plans.files) {
        Result<ReportedPlan> each = answered(file.path, catalog, QFileInfo(request.path).path());
        if (!each.ok())
            return complain(each.error());
        reported.push_back(std::move(each).value());
    }
    DocumentWriter writer(request.many.mode);
    putReport(writer, request.path, std::move(reported), catalog, request.unit);
    return finish(writer.status());
}

int reportOnEach(const CommandLine &line, const Request &request)
{
    return makeOfEachPlan(
        line, request.many, [&](DocumentWriter &writer, const PlanFile &file, const Catalog &catalog) {
            Result<ReportedPlan> each = answered(file.path, catalog, request.many.folder);
            if (each.ok())
                putReport(writer, request.many.path(file.name), {std::move(each).value()}, catalog, request.unit);
            else
                writer.fail(each.error());
        });
}

} // namespace

int runReport(const QStringList &arguments)
{
    CommandLine line(QStringLiteral("report"), QStringLiteral("PLAN|FOLDER... -o OUT.(html|md|pdf) [options]"),
                     Text::tr("A report on plans: verdict, breakdown, figures, command, calculation and sources. The "
                              "same plans give the same bytes."));
    line.addHeading(Text::tr("The report"));
    line.add({kOutput, QStringLiteral("FILE"),
              Text::tr("-o for short: the one file to write on all plans, HTML or PDF with its figures in it or "
                       "Markdown with figures beside it")});
    line.add({kUnit, QStringLiteral("GiB|GB"), Text::tr("what sizes are shown in; default GiB")});
    addManyPlansOptions(line, kEndings);
    line.addHeading(Text::tr("More"));
    if (const auto status = line.parse(arguments, std::numeric_limits<int>::max()))
        return *status;
    if (line.positional().isEmpty())
        return line.wrong(
            Text::tr("name the plans to report on: saved plans, folders of them, or figures that carry one"));
    const Result<Request> request = requestFrom(line);
    if (!request.ok())
        return complain(request.error());
    return request->many.isAsked() ? reportOnEach(line, *request) : reportOnAll(line, *request);
}

} // namespace plimsoll
