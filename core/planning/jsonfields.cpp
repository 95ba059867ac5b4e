// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planning/jsonfields.h"

#include <QCoreApplication>

#include <cmath>

namespace plimsoll {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(JsonFields)
};

constexpr qsizetype kLongestShown = 60;

} // namespace

QString shownJson(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::Null:
        return QStringLiteral("null");
    case QJsonValue::Bool:
        return value.toBool() ? QStringLiteral("true") : QStringLiteral("false");
    case QJsonValue::Double: {
        const double number = value.toDouble();
        const qint64 whole = value.toInteger(0);
        return whole != 0 || number == 0 ? QString::number(whole) : QString::number(number, 'g', 15);
    }
    case QJsonValue::String: {
        QString text = value.toString();
        if (text.size() > kLongestShown)
            text = text.left(kLongestShown) + QStringLiteral("...");
        return QLatin1Char('"') + text + QLatin1Char('"');
    }
    case QJsonValue::Array:
        return Text::tr("a list");
    case QJsonValue::Object:
        return Text::tr("an object");
    case QJsonValue::Undefined:
        break;
    }
    return Text::tr("nothing");
}

JsonFields::JsonFields(QJsonObject object, QString path, const QString &place, std::optional<Error> &error)
    : m_object(std::move(object))
    , m_path(std::move(path))
    , m_place(place)
    , m_error(error)
{
}

QString JsonFields::text(const QString &key, const QString &expected, bool mayBeEmpty)
{
    const QJsonValue value = take(key);
    if (value.isUndefined())
        return {};
    if (!value.isString() || (!mayBeEmpty && value.toString().trimmed().isEmpty())) {
        fail(key, expected, value);
        return {};
    }
    return value.toString();
}

std::optional<qint64> JsonFields::integer(const QString &key, qint64 low, qint64 high)
{
    const QJsonValue value = take(key);
    if (value.isUndefined())
        return {};
    const double number = value.toDouble();
    const bool whole = value.isDouble() && std::isfinite(number) && number == std::floor(number);
    // The bounds decide first: a number beyond 64 bits cannot be converted.
    if (!whole || number < double(low) || number > double(high)) {
        fail(key, Text::tr("a whole number from %1 to %2").arg(low).arg(high), value);
        return {};
    }
    return value.toInteger();
}

std::optional<QJsonObject> JsonFields::object(const QString &key, const QString &expected)
{
    const QJsonValue value = take(key);
    if (value.isUndefined())
        return {};
    if (!value.isObject()) {
        fail(key, expected, value);
        return {};
    }
    return value.toObject();
}

void JsonFields::fail(const QString &key, const QString &expected, const QJsonValue &got)
{
    failAs(key, Text::tr("expected %1, got %2").arg(expected, shownJson(got)), QStringLiteral("bad-value"));
}

void JsonFields::failAs(const QString &key, const QString &what, const QString &code)
{
    if (m_error)
        return;
    const QString path = m_path.isEmpty() ? key : QString(m_path + QLatin1Char('.') + key);
    m_error = Error{code, path, Text::tr("%1: %2: %3").arg(m_place, path, what), ErrorKind::File};
}

} // namespace plimsoll
