// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/estimatecommand.h"

#include "app/cli/batch.h"
#include "app/cli/command.h"
#include "app/cli/console.h"
#include "app/cli/estimatetext.h"
#include "app/cli/planoptions.h"
#include "app/cli/windowoptions.h"
#include "core/catalog/catalog.h"
#include "core/planning/estimatejson.h"
#include "core/planning/planning.h"

#include <QCoreApplication>
#include <QJsonDocument>

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

int runBatchOption(const CommandLine &line, const QStringList &arguments)
{
    if (!line.isSet(kJson))
        return line.wrong(Text::tr("--batch answers in JSON: add --json"));
    // A plan of a batch stands in its line, whole; an option beside it would be silently without effect.
    const QStringList allowed{QStringLiteral("--batch"), QStringLiteral("--json"), QStringLiteral("--no-user-data")};
    for (const QString &each : arguments) {
        const QString option = each.section(QLatin1Char('='), 0, 0);
        if (option.startsWith(QLatin1String("--")) && !allowed.contains(option))
            return line.wrong(Text::tr("%1 contradicts --batch: write it into the plans of the batch").arg(option));
    }
    return runBatch(line.value(kBatch), openCatalog(line));
}

int answer(const CommandLine &line, SizeUnit unit)
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
    if (line.isSet(kJson))
        print(QJsonDocument(estimateToJson(plan, estimate, comparison)).toJson(QJsonDocument::Indented));
    else
        print(estimateText(plan, estimate, comparison, unit, line.isSet(kExplain)));
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
    line.add({kBatch, QStringLiteral("FILE|-"),
              Text::tr("one plan document a line in, one answer a line out; with --json")});
    addPlanOptions(line);
    line.addHeading(Text::tr("More"));
    if (const auto status = line.parse(arguments, 0))
        return *status;
    if (line.isSet(kBatch))
        return runBatchOption(line, arguments);
    const Result<SizeUnit> unit = unitFrom(line);
    if (!unit.ok())
        return complain(unit.error());
    return answer(line, *unit);
}

} // namespace plimsoll
