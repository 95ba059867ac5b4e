// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planning/pinsjson.h"

#include "core/planning/pinnedplan.h"
#include "core/planning/plandocumentjson.h"

#include <QCoreApplication>

namespace plimsoll {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(PlanDocument)
};

/// Each takes a moment to answer: a list beyond this was not made by a person.
constexpr qsizetype kMostPins = 1024;

QString compareKey()
{
    return QStringLiteral("compare");
}

PinnedPlan pinFrom(const QJsonObject &entry, const QString &path, const QString &place, std::optional<Error> &error)
{
    const QString planKey = QStringLiteral("plan");
    JsonFields inner(entry, path, place, error);
    PinnedPlan pin;
    pin.name = inner.text(QStringLiteral("name"), Text::tr("a text"), true);
    if (!inner.has(planKey)) {
        inner.fail(planKey, Text::tr("a plan, an object {...}"), QJsonValue(QJsonValue::Undefined));
        return pin;
    }
    QJsonObject document = inner.object(planKey, Text::tr("a plan, an object {...}")).value_or(QJsonObject());
    pin.unknown = inner.rest();
    if (error)
        return pin;
    const QJsonValue itsOwn = document.take(compareKey());
    const QString planPath = path + QLatin1String(".plan");
    const Result<Plan> plan = planFromJson(document, place + QLatin1String(": ") + planPath);
    if (!plan) {
        error = plan.error();
        error->field = planPath + QLatin1Char('.') + error->field;
        return pin;
    }
    pin.plan = *plan;
    if (!itsOwn.isUndefined())
        pin.plan.unknown.insert(compareKey(), itsOwn);
    return pin;
}

} // namespace

Pins takePins(JsonFields &fields, const QString &place, std::optional<Error> &error)
{
    if (!fields.has(compareKey()))
        return {};
    const QJsonValue value = fields.take(compareKey());
    if (!value.isArray()) {
        fields.fail(compareKey(), Text::tr("a list such as [{\"name\": \"as today\", \"plan\": {...}}]"), value);
        return {};
    }
    const QJsonArray list = value.toArray();
    if (list.size() > kMostPins) {
        fields.failAs(compareKey(), Text::tr("at most %1 entries can be given, got %2").arg(kMostPins).arg(list.size()),
                      QStringLiteral("bad-value"));
        return {};
    }
    std::vector<PinnedPlan> pins;
    for (qsizetype i = 0; i < list.size() && !error; ++i) {
        const QString path = QStringLiteral("compare[%1]").arg(i);
        if (!list.at(i).isObject()) {
            fields.fail(path, Text::tr("an object such as {\"name\": \"as today\", \"plan\": {...}}"), list.at(i));
            return {};
        }
        pins.push_back(pinFrom(list.at(i).toObject(), path, place, error));
    }
    return Pins(std::move(pins));
}

QJsonArray pinsToJson(const Pins &pins)
{
    QJsonArray list;
    for (const PinnedPlan &pin : pins.list()) {
        QJsonObject entry = pin.unknown;
        if (!pin.name.isEmpty())
            entry.insert(QStringLiteral("name"), pin.name);
        entry.insert(QStringLiteral("plan"), planToJson(pin.plan));
        list.append(entry);
    }
    return list;
}

} // namespace plimsoll
