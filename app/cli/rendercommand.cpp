// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/rendercommand.h"

#include "app/cli/command.h"
#include "app/cli/console.h"
#include "app/cli/planoptions.h"
#include "app/cli/windowoptions.h"
#include "core/catalog/catalog.h"
#include "core/figures/caption.h"
#include "core/planning/plancomparison.h"
#include "core/planning/planning.h"
#include "core/planning/sentences.h"
#include "ui/charts/chartregistry.h"
#include "ui/charts/figure.h"

#include <QApplication>

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

struct Request {
    QString path;
    std::unique_ptr<ChartPanel> chart;
    FigureLook look;
    bool captioned = true;
    double scale = kFigureScale;
    SizeUnit unit = SizeUnit::GiB;
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

Result<std::unique_ptr<ChartPanel>> chartFrom(const CommandLine &line)
{
    const QString id = line.isSet(kChart) ? line.value(kChart) : chartIds().constFirst();
    std::unique_ptr<ChartPanel> chart = makeChart(id);
    if (!chart) {
        return wrong(
            Text::tr("--chart: \"%1\" is not a chart; there are %2").arg(id, chartIds().join(QLatin1String(", "))));
    }
    return chart;
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

Result<Request> requestFrom(const CommandLine &line)
{
    Request request;
    request.path = line.positional().value(0);
    if (request.path.isEmpty())
        return wrong(Text::tr("name the file to write: one that ends in .svg, .pdf or .png"));
    if (const auto format = figureFormatOf(request.path); !format.ok())
        return format.error();
    Result<std::unique_ptr<ChartPanel>> chart = chartFrom(line);
    if (!chart.ok())
        return chart.error();
    request.chart = std::move(chart.value());
    request.captioned = !line.isSet(kNoCaption);
    if (line.isSet(kPreset)) {
        const Result<FigurePreset> preset = presetFrom(line.value(kPreset));
        if (!preset.ok())
            return preset.error();
        request.look.size = preset->size;
        request.look.type = preset->type;
    }
    if (line.isSet(kSize)) {
        const Result<QSize> size = sizeFrom(line.value(kSize));
        if (!size.ok())
            return size.error();
        request.look.size = *size;
    }
    if (line.isSet(kTheme)) {
        const Result<ThemeChoice> theme = themeFrom(line.value(kTheme));
        if (!theme.ok())
            return theme.error();
        request.look.theme = Theme::forPalette(paletteFor(*theme, {}));
    }
    if (line.isSet(kScale)) {
        const Result<double> scale = scaleFrom(line.value(kScale));
        if (!scale.ok())
            return scale.error();
        request.scale = *scale;
    }
    const Result<SizeUnit> unit = unitFrom(line);
    if (!unit.ok())
        return unit.error();
    request.unit = *unit;
    return request;
}

int draw(const CommandLine &line, Request request)
{
    const Result<TypedPlan> typed = planFromOptions(line);
    if (!typed.ok())
        return complain(typed.error());
    const Catalog catalog = openCatalog(line);
    const Result<PlanAnswer> found = answerPlan(typed->plan, catalog);
    if (!found.ok())
        return complain(typed->placed(found.error()));
    std::vector<ComparedPlan> pinned;
    if (request.chart->comparesPlans())
        pinned = comparedPins(typed->plan.pins, catalog);
    const QString caption = request.captioned ? figureCaption(found->plan, catalog) : QString();
    Figure figure(std::move(request.chart), {planTitle(found->plan), caption, typed->plan});
    request.look.font = QApplication::font();
    figure.draw({found->plan, found->estimate, found->comparison, request.unit, &pinned, &catalog}, request.look);
    if (const auto error = figure.save(request.path, request.scale))
        return complain(*error);
    print(request.path + QLatin1Char('\n'));
    return finish(ExitAnswered);
}

} // namespace

int runRender(const QStringList &arguments)
{
    CommandLine line(QStringLiteral("render"), QStringLiteral("OUT.(svg|pdf|png) [options]"),
                     Text::tr("A chart of a plan as a file. Needs no display; the same plan gives the same bytes."));
    line.addHeading(Text::tr("The figure"));
    line.add({kChart, QStringLiteral("ID"),
              Text::tr("%1; default %2").arg(chartIds().join(QLatin1String(", ")), chartIds().constFirst())});
    line.add({kPreset, presetIds().join(QLatin1Char('|')), Text::tr("size and type for where the figure is read")});
    line.add({kSize, QStringLiteral("WxH"), Text::tr("size in pixels of 1/96 inch; default 960x480")});
    line.add({kTheme, QStringLiteral("light|dark|contrast-light|contrast-dark"), Text::tr("colours; default light")});
    line.add({kScale, QStringLiteral("N"), Text::tr("pixels of a PNG for each of its size, 0.5 to 4; default 2")});
    line.add({kNoCaption, {}, Text::tr("without the line of inputs, version and date of the catalog below the chart")});
    line.add({kUnit, QStringLiteral("GiB|GB"), Text::tr("what sizes are shown in; default GiB")});
    addPlanOptions(line);
    line.addHeading(Text::tr("More"));
    if (const auto status = line.parse(arguments, 1))
        return *status;
    Result<Request> request = requestFrom(line);
    if (!request.ok())
        return complain(request.error());
    return draw(line, std::move(request.value()));
}

} // namespace plimsoll
