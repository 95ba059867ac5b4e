// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/planfigure.h"

#include "core/catalog/catalog.h"
#include "core/figures/caption.h"
#include "core/planning/plancomparison.h"
#include "core/planning/sentences.h"
#include "core/report/documentfingerprint.h"
#include "ui/charts/chartregistry.h"

#include <QApplication>

namespace plimsoll {

QByteArray figureFingerprint(const FigureOptions &options, const QString &ending, const ReportedPlan &reported,
                             const Catalog &catalog)
{
    const FigureLook &look = options.look;
    QJsonObject said{
        {QStringLiteral("kind"), QStringLiteral("figure")}, {QStringLiteral("ending"), ending},
        {QStringLiteral("chart"), options.chart},           {QStringLiteral("width"), look.size.width()},
        {QStringLiteral("height"), look.size.height()},     {QStringLiteral("type"), look.type},
        {QStringLiteral("dark"), look.theme.isDark()},      {QStringLiteral("contrast"), look.theme.isHighContrast()},
        {QStringLiteral("caption"), options.captioned},
    };
    if (ending == QLatin1String("png"))
        said.insert(QStringLiteral("scale"), options.scale);
    return documentFingerprint({reported}, catalog, options.unit, said);
}

Figure drawFigure(const FigureOptions &options, const ReportedPlan &reported, const Catalog &catalog,
                  const QByteArray &fingerprint)
{
    const auto &[resolved, estimate, comparison] = reported.answer;
    const QString caption = options.captioned ? figureCaption(resolved, catalog) : QString();
    Figure figure(makeChart(options.chart), {planTitle(resolved), caption, reported.plan, fingerprint});
    FigureLook look = options.look;
    look.font = QApplication::font();
    std::vector<ComparedPlan> pinned;
    if (figure.chart().comparesPlans())
        pinned = comparedPins(reported.pins, catalog);
    figure.draw({resolved, estimate, comparison, options.unit, &pinned, &catalog}, look);
    return figure;
}

} // namespace plimsoll
