// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/batch.h"

#include "app/cli/console.h"
#include "app/cli/input.h"
#include "core/planning/estimatejson.h"
#include "core/planning/plandocumentjson.h"
#include "core/planning/planning.h"

#include <QCoreApplication>
#include <QJsonDocument>

namespace plimsoll {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Batch)
};

void printLine(const QJsonObject &object)
{
    print(QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n');
}

QJsonObject errorToJson(const Error &error, qint64 line)
{
    return {
        {QStringLiteral("schema"), QStringLiteral("plimsoll.error/1")},
        {QStringLiteral("line"), line},
        {QStringLiteral("code"), error.code},
        {QStringLiteral("field"), error.field},
        {QStringLiteral("text"), error.text},
    };
}

Result<QJsonObject> answer(const QByteArray &json, const Catalog &catalog, const QString &place,
                           std::optional<double> ownPrice)
{
    const Result<Plan> plan = planFromBytes(json, place);
    if (!plan.ok())
        return plan.error();
    const Result<PlanAnswer> found = answerPlan(*plan, catalog);
    if (!found.ok())
        return found.error();
    return estimateToJson(found->plan, found->estimate, found->comparison, extrasOf(found->plan, catalog, ownPrice));
}

} // namespace

int runBatch(const QString &path, const Catalog &catalog, std::optional<double> ownPrice)
{
    Error unreadable;
    const auto reader = LineReader::open(path, &unreadable);
    if (!reader)
        return complain(unreadable);

    bool failed = false;
    const auto fail = [&](const Error &error, qint64 line) {
        failed = true;
        printLine(errorToJson(error, line));
    };
    QByteArray line;
    for (qint64 number = 1;; ++number) {
        const LineReader::State state = reader->next(&line);
        const QString place = Text::tr("line %1").arg(number);
        if (state == LineReader::State::End)
            break;
        if (state == LineReader::State::Failed) {
            fail(
                {QStringLiteral("cannot-read"), {}, Text::tr("%1: reading broke off here").arg(place), ErrorKind::File},
                number);
            break;
        }
        if (state == LineReader::State::TooLong) {
            fail({QStringLiteral("too-large"),
                  {},
                  Text::tr("%1: it is longer than 16 MiB: this is not a plan").arg(place),
                  ErrorKind::File},
                 number);
        } else if (line.trimmed().isEmpty()) {
            continue;
        } else if (const Result<QJsonObject> result = answer(line, catalog, place, ownPrice); result.ok()) {
            printLine(*result);
        } else {
            fail(result.error(), number);
        }
        if (!flushOutput())
            break;
    }
    return finish(failed ? ExitFile : ExitAnswered);
}

} // namespace plimsoll
