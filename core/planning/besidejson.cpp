// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planning/besidejson.h"

#include "core/planning/plandocumentjson.h"

#include <QCoreApplication>

namespace plimsoll {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(PlanDocument)
};

constexpr qsizetype kMostBeside = 16;

} // namespace

std::vector<Plan> takeBeside(JsonFields &fields, const QString &place, std::optional<Error> &error)
{
    const QString key = QStringLiteral("beside");
    if (!fields.has(key))
        return {};
    const QJsonValue value = fields.take(key);
    if (!value.isArray() || value.toArray().size() > kMostBeside) {
        fields.fail(key, Text::tr("a list of at most %1 plans").arg(kMostBeside), value);
        return {};
    }
    std::vector<Plan> plans;
    const QJsonArray list = value.toArray();
    for (qsizetype i = 0; i < list.size() && !error; ++i) {
        const QString entry = QStringLiteral("beside[%1]").arg(i);
        const QJsonObject object = list.at(i).toObject();
        if (!list.at(i).isObject()) {
            fields.fail(entry, Text::tr("a plan, as {\"schema\": \"%1\"}").arg(QStringLiteral("plimsoll.plan/1")),
                        list.at(i));
        } else if (object.contains(key)) {
            fields.failAs(entry, Text::tr("this plan has plans beside it itself: list them all in one place"),
                          QStringLiteral("bad-value"));
        }
        if (error)
            return {};
        Result<Plan> other = planFromJson(object, place + QLatin1String(": ") + entry);
        if (!other) {
            error = other.error();
            error->field = error->field.isEmpty() ? entry : entry + QLatin1Char('.') + error->field;
            return {};
        }
        plans.push_back(std::move(other).value());
    }
    return plans;
}

QJsonArray besideToJson(const std::vector<Plan> &plans)
{
    QJsonArray list;
    for (const Plan &plan : plans)
        list.append(planToJson(plan));
    return list;
}

} // namespace plimsoll
