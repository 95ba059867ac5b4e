// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/rendercommand.h"

#include "app/cli/command.h"
#include "app/cli/console.h"
#include "app/cli/manyplans.h"
#include "app/cli/manytables.h"
#include "app/cli/planfigure.h"
#include "app/cli/planoptions.h"
#include "app/cli/rendertable.h"
#include "app/cli/windowoptions.h"
#include "core/catalog/catalog.h"
#include "core/planning/sharedplan.h"
#include "ui/charts/chartregistry.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <limits>

namespace plimsoll {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(RenderCommand)
};

constexpr QLatin1String kChart("chart");
constexpr QLatin1String kPreset("preset");
constexpr QLatin1String kNoCaption("no-caption");
constexpr QLatin1String kSize("size");
constexpr QLatin1String kTheme("theme");
constexpr QLatin1String kScale("scale");
constexpr QLatin1String kUnit("unit");

constexpr QLatin1String kEndings("svg|pdf|png");

struct Request {
    QString path; ///< of a single figure
    QStringList charts;
    FigureOptions figure;
    ManyPlans many;
};

QStringList chartIds()
{
    QStringList ids;
    for (const ChartEntry &entry : chartRegistry())
        ids << QLatin1String(entry.id);
    return ids;
}

Error wrong(const QString &text)
{
    return {QStringLiteral("usage"), {}, text, ErrorKind::Typed};
}

Result<QStringList> chartsFrom(const CommandLine &line)
{
    QStringList ids = line.isSet(kChart) ? line.values(kChart) : QStringList{chartIds().constFirst()};
    for (const QString &id : std::as_const(ids)) {
        if (!chartIds().contains(id)) {
            return wrong(
                Text::tr("--chart: \"%1\" is not a chart; there are %2").arg(id, chartIds().join(QLatin1String(", "))));
        }
    }
    ids.removeDuplicates();
    return ids;
}

QStringList presetIds()
{
    QStringList ids;
    for (const FigurePreset &preset : figurePresets())
        ids << QLatin1String(preset.id);
    return ids;
}

Result<FigurePreset> presetFrom(const QString &id)
{
    for (const FigurePreset &preset : figurePresets()) {
        if (id == QLatin1String(preset.id))
            return preset;
    }
    return wrong(Text::tr("--preset: \"%1\" is not one of %2").arg(id, presetIds().join(QLatin1String(", "))));
}

/// Whose name says what is to be written; without many plans.
Result<QString> pathFrom(const CommandLine &line)
{
    const QStringList named = line.positional();
    if (named.isEmpty())
        return wrong(
            Text::tr("name the file to write: one that ends in .svg, .pdf or .png, or for a table .csv, .md or .html"));
    if (named.size() > 1)
        return wrong(
            Text::tr("\"%1\" is one argument too many: figures of many plans take --output-dir").arg(named[1]));
    if (const auto format = figureFormatOf(named.constFirst()); !format.ok())
        return format.error();
    return named.constFirst();
}

Result<Request> requestFrom(const CommandLine &line)
{
    Request request;
    const Result<ManyPlans> many = manyPlansFrom(line, kEndings + QLatin1Char('|') + kTableEndings, true);
    if (!many.ok())
        return many.error();
    request.many = *many;
    if (!request.many.isAsked()) {
        const Result<QString> path = pathFrom(line);
        if (!path.ok())
            return path.error();
        request.path = *path;
    }
    const Result<QStringList> charts = chartsFrom(line);
    if (!charts.ok())
        return charts.error();
    request.charts = *charts;
    request.figure.captioned = !line.isSet(kNoCaption);
    if (line.isSet(kPreset)) {
        const Result<FigurePreset> preset = presetFrom(line.value(kPreset));
        if (!preset.ok())
            return preset.error();
        request.figure.look.size = preset->size;
        request.figure.look.type = preset->type;
    }
    if (line.isSet(kSize)) {
        const Result<QSize> size = sizeFrom(line.value(kSize));
        if (!size.ok())
            return size.error();
        request.figure.look.size = *size;
    }
    if (line.isSet(kTheme)) {
        const Result<ThemeChoice> theme = themeFrom(line.value(kTheme));
        if (!theme.ok())
            return theme.error();
        request.figure.look.theme = Theme::forPalette(paletteFor(*theme, {}));
    }
    if (line.isSet(kScale)) {
        const Result<double> scale = scaleFrom(line.value(kScale));
        if (!scale.ok())
            return scale.error();
        request.figure.scale = *scale;
    }
    const Result<SizeUnit> unit = unitFrom(line);
    if (!unit.ok())
        return unit.error();
    request.figure.unit = *unit;
    return request;
}

/// A plan as figures in `folder` carry it, and its answer.
Result<ReportedPlan> answered(const TypedPlan &typed, const Catalog &catalog, const QString &folder)
{
    Plan plan = typed.plan;
    anchorTypedModel(plan, catalog);
    const Result<PlanAnswer> found = answerPlan(plan, catalog);
    if (!found.ok())
        return typed.placed(found.error());
    return reportedPlan(plan, *found, folder);
}

bool put(DocumentWriter &writer, const QString &path, const FigureOptions &options, const ReportedPlan &reported,
         const Catalog &catalog)
{
    const QByteArray fingerprint = figureFingerprint(options, QFileInfo(path).suffix().toLower(), reported, catalog);
    return writer.put(path, fingerprint, [&] {
        return drawFigure(options, reported, catalog, fingerprint).bytes(*figureFormatOf(path), options.scale);
    });
}

int draw(const CommandLine &line, Request request)
{
    const Result<TypedPlan> typed = planFromOptions(line);
    if (!typed.ok())
        return complain(typed.error());
    const Catalog catalog = openCatalog(line);
    const Result<ReportedPlan> reported = answered(*typed, catalog, QFileInfo(request.path).path());
    if (!reported.ok())
        return complain(reported.error());
    DocumentWriter writer(request.many.mode);
    request.figure.chart = request.charts.constLast();
    put(writer, request.path, request.figure, *reported, catalog);
    return finish(writer.status());
}

int drawMany(const CommandLine &line, const Request &request)
{
    return makeOfEachPlan(
        line, request.many, [&](DocumentWriter &writer, const PlanFile &file, const Catalog &catalog) {
            const Result<TypedPlan> typed = planFromOptions(line, file.path);
            const Result<ReportedPlan> reported =
                typed.ok() ? answered(*typed, catalog, request.many.folder) : typed.error();
            if (!reported.ok())
                return writer.fail(reported.error());
            FigureOptions figure = request.figure;
            for (const QString &chart : request.charts) {
                figure.chart = chart;
                put(writer, request.many.path(file.name + QLatin1Char('-') + chart), figure, *reported, catalog);
            }
        });
}

} // namespace

int runRender(const QStringList &arguments)
{
    CommandLine line(
        QStringLiteral("render"), QStringLiteral("OUT.(svg|pdf|png|csv|md|html) [options]"),
        Text::tr("A chart or a table of a plan as a file. Needs no display; the same plan gives the same bytes."));
    line.addHeading(Text::tr("The figure"));
    line.add({kChart, QStringLiteral("ID"),
              Text::tr("%1; default %2").arg(chartIds().join(QLatin1String(", ")), chartIds().constFirst())});
    line.add({kPreset, presetIds().join(QLatin1Char('|')), Text::tr("size and type for where the figure is read")});
    line.add({kSize, QStringLiteral("WxH"), Text::tr("size in pixels of 1/96 inch; default 960x480")});
    line.add({kTheme, QStringLiteral("light|dark|contrast-light|contrast-dark"), Text::tr("colours; default light")});
    line.add({kScale, QStringLiteral("N"), Text::tr("pixels of a PNG for each of its size, 0.5 to 4; default 2")});
    line.add({kNoCaption, {}, Text::tr("without the line of inputs, version and date of the catalog below the chart")});
    line.add({kUnit, QStringLiteral("GiB|GB"), Text::tr("what sizes are shown in; default GiB")});
    addTableOptions(line);
    addManyPlansOptions(line, kEndings + QLatin1Char('|') + kTableEndings);
    addPlanOptions(line);
    line.addHeading(Text::tr("More"));
    if (const auto status = line.parse(arguments, std::numeric_limits<int>::max()))
        return *status;
    if (line.isSet(QStringLiteral("output-dir"))) {
        for (const char *option : {"plan", "command"}) {
            if (line.isSet(QLatin1String(option)))
                return line.wrong(Text::tr("--%1: name the plans as arguments instead").arg(QLatin1String(option)));
        }
        if (asksForManyTables(line))
            return renderManyTables(line, kChart);
    } else if (asksForTable(line)) {
        return renderTable(line, kChart);
    }
    Result<Request> request = requestFrom(line);
    if (!request.ok())
        return complain(request.error());
    return request->many.isAsked() ? drawMany(line, *request) : draw(line, *request);
}

} // namespace plimsoll
