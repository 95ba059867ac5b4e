// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/estimatecommand.h"

#include "app/cli/batch.h"
#include "app/cli/command.h"
#include "app/cli/console.h"
#include "app/cli/estimatetext.h"
#include "app/cli/languageoption.h"
#include "app/cli/planoptions.h"
#include "app/cli/windowoptions.h"
#include "core/catalog/catalog.h"
#include "core/planning/estimatejson.h"
#include "core/planning/planning.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QLocale>

#include <optional>

namespace plimsoll {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(EstimateCommand)
};

constexpr QLatin1String kJson("json");
constexpr QLatin1String kCheck("check");
constexpr QLatin1String kBatch("batch");
constexpr QLatin1String kExplain("explain");
constexpr QLatin1String kUnit("unit");
constexpr QLatin1String kPrice("price");

/// --price: US dollars for one GPU and hour; nothing where it was not given.
Result<std::optional<double>> priceFrom(const CommandLine &line)
{
    if (!line.isSet(kPrice))
        return std::optional<double>();
    constexpr double most = 1e6; // beyond any machine: a slip of the keyboard
    bool isNumber = false;
    const double price = QLocale::c().toDouble(line.value(kPrice), &isNumber);
    if (!isNumber || !(price >= 0 && price <= most))
        return Error{QStringLiteral("bad-price"), QStringLiteral("--price"),
                     Text::tr("--price: \"%1\" is not a price: expected US dollars for one GPU and hour, 0 to 1000000")
                         .arg(line.value(kPrice)),
                     ErrorKind::Typed};
    return std::optional(price);
}

int runBatchOption(const CommandLine &line, const QStringList &arguments, std::optional<double> ownPrice)
{
    if (!line.isSet(kJson))
        return line.wrong(Text::tr("--batch answers in JSON: add --json"));
    // A plan of a batch stands in its line, whole; an option beside it would be silently without effect.
    const QStringList allowed{QStringLiteral("--batch"),        QStringLiteral("--json"),
                              QStringLiteral("--no-user-data"), QStringLiteral("--no-calibration"),
                              QStringLiteral("--price"),        kLanguage};
    for (const QString &each : arguments) {
        const QString option = each.section(QLatin1Char('='), 0, 0);
        if (option.startsWith(QLatin1String("--")) && !allowed.contains(option))
            return line.wrong(Text::tr("%1 contradicts --batch: write it into the plans of the batch").arg(option));
    }
    return runBatch(line.value(kBatch), openCatalog(line), ownPrice);
}

int answer(const CommandLine &line, SizeUnit unit, std::optional<double> ownPrice)
{
    const Result<TypedPlan> typed = planFromOptions(line);
    if (!typed.ok())
        return complain(typed.error());
    if (line.isSet(kCheck) && typed->plan.gpus.empty())
        return line.wrong(Text::tr("--check needs a GPU to check against: add --gpu ID"));
    const Catalog catalog = openCatalog(line);
    const Result<PlanAnswer> found = answerPlan(typed->plan, catalog);
    if (!found.ok())
        return complain(typed->placed(found.error()));

    const auto &[plan, estimate, comparison] = *found;
    const AnswerExtras extras = extrasOf(plan, catalog, ownPrice);
    if (line.isSet(kJson))
        print(QJsonDocument(estimateToJson(plan, estimate, comparison, extras)).toJson(QJsonDocument::Indented));
    else
        print(estimateText(plan, estimate, comparison, extras, unit, line.isSet(kExplain)));
    return finish(line.isSet(kCheck) && !estimate.fits ? ExitDoesNotFit : ExitAnswered);
}

} // namespace

int runEstimate(const QStringList &arguments)
{
    CommandLine line(QStringLiteral("estimate"), QStringLiteral("[options]"),
                     Text::tr("How much GPU memory a plan takes, and what carries it."));
    line.addHeading(Text::tr("The answer"));
    line.add({kJson, {}, Text::tr("as a plimsoll.estimate/1 document")});
    line.add({kCheck, {}, Text::tr("exit status 1 where it does not fit")});
    line.add({kExplain, {}, Text::tr("the formula of every item, with the numbers in it")});
    line.add({kUnit, QStringLiteral("GiB|GB"), Text::tr("what sizes are shown in; default GiB")});
    line.add({kPrice, QStringLiteral("USD"), Text::tr("your price for one GPU and hour, instead of the catalog's")});
    line.add({kBatch, QStringLiteral("FILE|-"),
              Text::tr("one plan document a line in, one answer a line out; with --json")});
    addPlanOptions(line);
    line.addHeading(Text::tr("More"));
    if (const auto status = line.parse(arguments, 0))
        return *status;
    const Result<std::optional<double>> price = priceFrom(line);
    if (!price.ok())
        return complain(price.error());
    if (line.isSet(kBatch))
        return runBatchOption(line, arguments, *price);
    const Result<SizeUnit> unit = unitFrom(line);
    if (!unit.ok())
        return complain(unit.error());
    return answer(line, *unit, *price);
}

} // namespace plimsoll
