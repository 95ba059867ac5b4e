// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/fitcommand.h"

#include "app/cli/command.h"
#include "app/cli/console.h"
#include "app/cli/fithere.h"
#include "app/cli/languageoption.h"
#include "app/cli/planoptions.h"
#include "core/catalog/catalog.h"
#include "core/planning/fit/fitjson.h"

#include <QCoreApplication>
#include <QJsonDocument>

namespace plimsoll {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(FitCommand)
};

constexpr QLatin1String kQuestion("question");
constexpr QLatin1String kJson("json");

} // namespace

int runFit(const QStringList &arguments)
{
    CommandLine line(QStringLiteral("fit"), QStringLiteral("--question Q [options]"),
                     Text::tr("The reverse questions: how much of something a plan's GPUs carry."));
    line.addHeading(Text::tr("The question"));
    const QStringList questions = fitQuestions() + QStringList{kHereQuestion};
    line.add({kQuestion, QStringLiteral("Q"), questions.join(QLatin1String(", "))});
    line.add({kJson, {}, Text::tr("as a plimsoll.fit/1 document")});
    addPlanOptions(line);
    addHereOptions(line);
    line.addHeading(Text::tr("More"));
    if (const auto status = line.parse(arguments, 0))
        return *status;
    const QString question = line.value(kQuestion);
    if (!questions.contains(question)) {
        return line.wrong(
            question.isEmpty() && !line.isSet(kQuestion)
                ? Text::tr("--question is missing: one of %1").arg(questions.join(QLatin1String(", ")))
                : Text::tr("--question: \"%1\" is not one of %2").arg(question, questions.join(QLatin1String(", "))));
    }
    const Result<TypedPlan> typed = planFromOptions(line);
    if (!typed.ok())
        return complain(typed.error());
    if (question == kHereQuestion)
        return answerHere(line, *typed, line.isSet(kJson), commandLanguage(arguments));
    const Catalog catalog = openCatalog(line);
    const Result<FitAnswer> answer = answerQuestion(question, typed->plan, catalog);
    if (!answer.ok())
        return complain(typed->placed(answer.error()));
    if (line.isSet(kJson))
        print(QJsonDocument(answer->document).toJson(QJsonDocument::Indented));
    else
        print(QString(answer->sentence + QLatin1Char('\n')));
    return finish(ExitAnswered);
}

} // namespace plimsoll
