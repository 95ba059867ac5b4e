// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planning/fit/runhereanswer.h"

#include "core/planning/plandocumentjson.h"
#include "core/units/sizeformat.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace plimsoll {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Fit)
};

QJsonObject formatJson(const RunnableFormat &format)
{
    return {{QStringLiteral("format"), format.format},
            {QStringLiteral("as"), format.name},
            {QStringLiteral("engine"), format.plan.engine},
            {QStringLiteral("totalBytes"), format.total.count()},
            {QStringLiteral("headroomBytes"), format.headroom.count()},
            {QStringLiteral("longestContext"), format.longestContext},
            {QStringLiteral("decodeTokensPerSecond"),
             format.decodeTokensPerSecond < 0 ? QJsonValue() : QJsonValue(format.decodeTokensPerSecond)},
            {QStringLiteral("certainty"), format.isTight ? QStringLiteral("within-error") : QStringLiteral("clear")},
            {QStringLiteral("keepsQuality"), format.keepsQuality}};
}

QJsonObject modelJson(const RunnableModel &model)
{
    QJsonObject object = formatJson(model.best());
    object.insert(QStringLiteral("model"), model.model);
    object.insert(QStringLiteral("name"), model.name);
    object.insert(QStringLiteral("store"), model.isLocal() ? QJsonValue(model.store) : QJsonValue());
    object.insert(QStringLiteral("parameters"), model.parameters);
    QJsonArray others;
    for (size_t i = 1; i < model.formats.size(); ++i)
        others.append(formatJson(model.formats[i]));
    object.insert(QStringLiteral("others"), others);
    return object;
}

} // namespace

FitAnswer runHereAnswer(const Plan &plan, const std::vector<RunnableModel> &models)
{
    FitAnswer answer;
    answer.plan = plan;
    answer.document = {{QStringLiteral("schema"), QStringLiteral("plimsoll.fit/1")},
                       {QStringLiteral("question"), QStringLiteral("here")}};
    if (models.empty()) {
        answer.sentence = Text::tr("No model of the catalog or of this disk fits these GPUs.");
        answer.document.insert(QStringLiteral("answer"), QJsonValue());
        answer.document.insert(QStringLiteral("reason"), answer.sentence);
    } else {
        const RunnableModel &first = models.front();
        answer.answered = true;
        answer.plan = first.best().plan;
        answer.sentence = Text::tr("%1 as %2, with %3 to spare.")
                              .arg(first.name, first.best().name, formatSize(first.best().headroom, SizeUnit::GiB));
        QJsonArray list;
        for (const RunnableModel &model : models)
            list.append(modelJson(model));
        answer.document.insert(QStringLiteral("answer"), list);
    }
    answer.document.insert(QStringLiteral("plan"), planToJson(answer.plan));
    return answer;
}

} // namespace plimsoll
