// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/reportdocument.h"

#include "app/cli/planfigure.h"
#include "core/figures/caption.h"
#include "core/figures/figureplan.h"
#include "core/report/documentfingerprint.h"
#include "ui/charts/chartpanel.h"
#include "ui/charts/chartregistry.h"
#include "ui/report/reportpdf.h"

#include <QApplication>
#include <QDir>
#include <QFileInfo>

namespace plimsoll {
namespace {

constexpr QSize kSize{800, 400};

QStringList chartsOf(const ReportedPlan &reported)
{
    QStringList charts{QStringLiteral("precisions")};
    if (!reported.answer.plan.memoryIsDivisible) // the rule of thumb counts no cache
        charts << QStringLiteral("context");
    charts << QStringLiteral("waterfall");
    if (!reported.plan.pins.isEmpty())
        charts << QStringLiteral("compare");
    return charts;
}

/// Figures within a page have its text around them; those in files of their own say themselves what they are.
FigureOptions figureOptions(const QString &chart, SizeUnit unit, bool captioned)
{
    FigureOptions options;
    options.chart = chart;
    options.look.size = kSize;
    options.captioned = captioned;
    options.unit = unit;
    return options;
}

std::vector<Plan> plansOf(const std::vector<ReportedPlan> &reported)
{
    std::vector<Plan> plans;
    plans.reserve(reported.size());
    for (const ReportedPlan &each : reported)
        plans.push_back(each.plan);
    return plans;
}

QByteArray fingerprintOf(const QFileInfo &file, ReportFormat format, const std::vector<ReportedPlan> &plans,
                         const Catalog &catalog, SizeUnit unit)
{
    QJsonObject options{{QStringLiteral("kind"), QStringLiteral("report")}, {QStringLiteral("format"), int(format)}};
    if (format == ReportFormat::Markdown) // it names the figures beside it
        options.insert(QStringLiteral("name"), file.completeBaseName());
    return documentFingerprint(plans, catalog, unit, options);
}

/// All figures of a report that has them in it, in their order; what they say goes into the plans.
std::vector<Figure> drawFigures(std::vector<ReportedPlan> &plans, const Catalog &catalog, SizeUnit unit)
{
    std::vector<Figure> figures;
    for (ReportedPlan &each : plans) {
        for (const QString &chart : chartsOf(each)) {
            figures.push_back(drawFigure(figureOptions(chart, unit, false), each, catalog, {}));
            const ChartPanel &drawn = figures.back().chart();
            each.figures.push_back({drawn.title(), drawn.description(), figures.back().drawing(), {}});
        }
    }
    return figures;
}

QByteArray html(std::vector<ReportedPlan> plans, const Catalog &catalog, SizeUnit unit, const QByteArray &fingerprint)
{
    drawFigures(plans, catalog, unit);
    return htmlWithPlans(reportHtml(planReport(plans, catalog, unit), reportTitle(plans)), plansOf(plans), fingerprint);
}

QByteArray pdf(std::vector<ReportedPlan> plans, const Catalog &catalog, SizeUnit unit, const QByteArray &fingerprint)
{
    const std::vector<Figure> figures = drawFigures(plans, catalog, unit);
    const QString title = reportTitle(plans);
    return reportPdf(planReport(plans, catalog, unit), figures,
                     {title, provenance(catalog), reportXmp(plansOf(plans), title, fingerprint), QApplication::font()});
}

/// The figures beside a report in Markdown, each with its own plan.
bool putFigures(DocumentWriter &writer, const QFileInfo &report, std::vector<ReportedPlan> &plans,
                const Catalog &catalog, SizeUnit unit)
{
    for (size_t i = 0; i < plans.size(); ++i) {
        const ReportedPlan plan = plans[i];
        const QString place = plans.size() > 1 ? QStringLiteral("-%1").arg(i + 1) : QString();
        for (const QString &chart : chartsOf(plan)) {
            const QString name = report.completeBaseName() + place + QLatin1Char('-') + chart + QLatin1String(".svg");
            const FigureOptions options = figureOptions(chart, unit, true);
            const QByteArray fingerprint = figureFingerprint(options, QStringLiteral("svg"), plan, catalog);
            const bool done = writer.put(QDir::cleanPath(report.dir().filePath(name)), fingerprint, [&] {
                return drawFigure(options, plan, catalog, fingerprint).bytes(FigureFormat::Svg, kFigureScale);
            });
            if (!done)
                return false;
            plans[i].figures.push_back({makeChart(chart)->title(), {}, {}, name});
        }
    }
    return true;
}

} // namespace

std::optional<ReportFormat> reportFormatOf(const QString &path)
{
    const QString ending = QFileInfo(path).suffix().toLower();
    if (ending == QLatin1String("html") || ending == QLatin1String("htm"))
        return ReportFormat::Html;
    if (ending == QLatin1String("pdf"))
        return ReportFormat::Pdf;
    if (ending == QLatin1String("md"))
        return ReportFormat::Markdown;
    return std::nullopt;
}

bool putReport(DocumentWriter &writer, const QString &path, std::vector<ReportedPlan> plans, const Catalog &catalog,
               SizeUnit unit)
{
    const QFileInfo file(path);
    const ReportFormat format = reportFormatOf(path).value_or(ReportFormat::Html);
    const QByteArray fingerprint = fingerprintOf(file, format, plans, catalog, unit);
    if (format == ReportFormat::Markdown && !putFigures(writer, file, plans, catalog, unit))
        return false;
    return writer.put(path, fingerprint, [&] {
        switch (format) {
        case ReportFormat::Html:
            return html(plans, catalog, unit, fingerprint);
        case ReportFormat::Pdf:
            return pdf(plans, catalog, unit, fingerprint);
        case ReportFormat::Markdown:
            break;
        }
        return markdownWithFingerprint(reportMarkdown(planReport(plans, catalog, unit)), fingerprint);
    });
}

} // namespace plimsoll
