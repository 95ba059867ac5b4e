// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/reportcommand.h"

#include "app/cli/command.h"
#include "app/cli/console.h"
#include "app/cli/planoptions.h"
#include "app/cli/windowoptions.h"
#include "core/catalog/catalog.h"
#include "core/figures/caption.h"
#include "core/planning/plancomparison.h"
#include "core/planning/sentences.h"
#include "core/report/planreport.h"
#include "ui/charts/chartregistry.h"
#include "ui/charts/figure.h"

#include <QApplication>
#include <QDir>
#include <QFileInfo>
#include <QSaveFile>

#include <limits>

namespace plimsoll {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(ReportCommand)
};

constexpr QLatin1String kOutput("output");
constexpr QLatin1String kUnit("unit");
constexpr QSize kSize{800, 400};

enum class ReportFormat : quint8 { Html, Markdown };

struct Target {
    QFileInfo file;
    ReportFormat format = ReportFormat::Html;
};

Result<Target> targetFrom(const CommandLine &line)
{
    const QFileInfo file(line.value(kOutput));
    const QString ending = file.suffix().toLower();
    if (ending == QLatin1String("html") || ending == QLatin1String("htm"))
        return Target{file, ReportFormat::Html};
    if (ending == QLatin1String("md"))
        return Target{file, ReportFormat::Markdown};
    return Error{QStringLiteral("usage"), QStringLiteral("--output"),
                 Text::tr("name the report to write with -o: one that ends in .html or .md"), ErrorKind::Typed};
}

QStringList chartsOf(const Plan &plan, const ResolvedPlan &resolved)
{
    QStringList charts{QStringLiteral("precisions")};
    if (!resolved.memoryIsDivisible) // the rule of thumb counts no cache
        charts << QStringLiteral("context");
    charts << QStringLiteral("waterfall");
    if (!plan.pins.isEmpty())
        charts << QStringLiteral("compare");
    return charts;
}

std::optional<Error> writeWhole(const QString &path, const QByteArray &content)
{
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(content) == content.size() && file.commit())
        return std::nullopt;
    return Error{
        QStringLiteral("cannot-write"),
        {},
        Text::tr("%1 could not be written (%2); choose another folder or free some room").arg(path, file.errorString()),
        ErrorKind::File};
}

/// Figures within a page have its text around them; those in files of their own say themselves what they are.
Figure drawn(const QString &chart, const ReportedPlan &reported, const Catalog &catalog, SizeUnit unit, bool captioned)
{
    const auto &[resolved, estimate, comparison] = reported.answer;
    const QString caption = captioned ? figureCaption(resolved, catalog) : QString();
    Figure figure(makeChart(chart), {planTitle(resolved), caption, reported.plan});
    FigureLook look;
    look.size = kSize;
    look.font = QApplication::font();
    std::vector<ComparedPlan> pinned;
    if (figure.chart().comparesPlans())
        pinned = comparedPins(reported.plan.pins, catalog);
    figure.draw({resolved, estimate, comparison, unit, &pinned, &catalog}, look);
    return figure;
}

int write(const Target &target, std::vector<ReportedPlan> &plans, const Catalog &catalog, SizeUnit unit)
{
    const bool isHtml = target.format == ReportFormat::Html;
    for (size_t i = 0; i < plans.size(); ++i) {
        const QString place = plans.size() > 1 ? QStringLiteral("-%1").arg(i + 1) : QString();
        for (const QString &chart : chartsOf(plans[i].plan, plans[i].answer.plan)) {
            const Figure figure = drawn(chart, plans[i], catalog, unit, !isHtml);
            ReportFigure reported{figure.chart().title(), figure.chart().description(), {}, {}};
            if (isHtml) {
                reported.svg = figure.drawing();
            } else {
                reported.file =
                    target.file.completeBaseName() + place + QLatin1Char('-') + chart + QLatin1String(".svg");
                const QString path = QDir::cleanPath(target.file.dir().filePath(reported.file));
                if (const auto error = figure.save(path, kFigureScale))
                    return complain(*error);
                print(path + QLatin1Char('\n'));
            }
            plans[i].figures.push_back(std::move(reported));
        }
    }
    const Report report = planReport(plans, catalog, unit);
    const QByteArray content = isHtml ? reportHtml(report, reportTitle(plans)) : reportMarkdown(report);
    if (const auto error = writeWhole(target.file.filePath(), content))
        return complain(*error);
    print(target.file.filePath() + QLatin1Char('\n'));
    return finish(ExitAnswered);
}

int answer(const CommandLine &line, const Target &target, SizeUnit unit)
{
    const Catalog catalog = openCatalog(line);
    std::vector<ReportedPlan> plans;
    for (const QString &path : line.positional()) {
        Result<Plan> plan = readPlanFile(path);
        if (!plan.ok())
            return complain(plan.error());
        Result<PlanAnswer> found = answerPlan(*plan, catalog);
        if (!found.ok()) {
            const TypedPlan typed{*plan, path, {}};
            return complain(typed.placed(found.error()));
        }
        plans.push_back({std::move(plan).value(), std::move(found).value(), {}});
    }
    return write(target, plans, catalog, unit);
}

} // namespace

int runReport(const QStringList &arguments)
{
    CommandLine line(QStringLiteral("report"), QStringLiteral("PLAN... -o OUT.(html|md) [options]"),
                     Text::tr("A report on plans: verdict, breakdown, figures, command, calculation and sources. The "
                              "same plans give the same bytes."));
    line.addHeading(Text::tr("The report"));
    line.add({kOutput, QStringLiteral("FILE"),
              Text::tr("-o for short: the file to write, HTML with its figures in it or Markdown with figures beside "
                       "it")});
    line.add({kUnit, QStringLiteral("GiB|GB"), Text::tr("what sizes are shown in; default GiB")});
    line.addHeading(Text::tr("More"));
    if (const auto status = line.parse(arguments, std::numeric_limits<int>::max()))
        return *status;
    if (line.positional().isEmpty())
        return line.wrong(Text::tr("name the plans to report on: saved plans, or figures that carry one"));
    const Result<Target> target = targetFrom(line);
    if (!target.ok())
        return complain(target.error());
    const Result<SizeUnit> unit = unitFrom(line);
    if (!unit.ok())
        return complain(unit.error());
    return answer(line, *target, *unit);
}

} // namespace plimsoll
