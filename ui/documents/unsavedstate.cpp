// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/documents/unsavedstate.h"

#include "core/planning/plandocumentjson.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace plimsoll {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(UnsavedState)
};

constexpr QLatin1String kSchema("plimsoll.unsaved/1");
constexpr int kStepsBack = 60;
constexpr int kStepsForth = 20;

Result<Plan> planAt(const QJsonValue &value, const QString &place)
{
    return planFromJson(value.toObject(), place);
}

} // namespace

QByteArray unsavedToBytes(const UnsavedState &state)
{
    const PlanHistory &history = state.history;
    const int first = std::max(0, history.index - kStepsBack);
    const int last = std::min(int(history.steps.size()), history.index + kStepsForth);
    QJsonArray plans;
    for (int i = first; i <= last; ++i)
        plans.append(planToJson(history.plans[size_t(i)]));
    const QJsonObject object{
        {QStringLiteral("schema"), QString(kSchema)},
        {QStringLiteral("path"), state.path},
        {QStringLiteral("saved"), planToJson(state.saved)},
        {QStringLiteral("plans"), plans},
        {QStringLiteral("steps"), QJsonArray::fromStringList(history.steps.mid(first, last - first))},
        {QStringLiteral("index"), history.index - first},
    };
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

Result<UnsavedState> unsavedFromBytes(const QByteArray &json, const QString &place)
{
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    const Error broken{
        QStringLiteral("bad-unsaved"), {}, Text::tr("%1 holds no unsaved plan.").arg(place), ErrorKind::File};
    if (object.value(QStringLiteral("schema")).toString() != kSchema)
        return broken;
    UnsavedState state;
    state.path = object.value(QStringLiteral("path")).toString();
    const Result<Plan> saved = planAt(object.value(QStringLiteral("saved")), place);
    if (!saved)
        return saved.error();
    state.saved = *saved;
    for (const QJsonValue &value : object.value(QStringLiteral("plans")).toArray()) {
        const Result<Plan> plan = planAt(value, place);
        if (!plan)
            return plan.error();
        state.history.plans.push_back(*plan);
    }
    for (const QJsonValue &value : object.value(QStringLiteral("steps")).toArray())
        state.history.steps += value.toString();
    state.history.index = object.value(QStringLiteral("index")).toInt(-1);
    if (!state.history.isSound())
        return broken;
    return state;
}

} // namespace plimsoll
