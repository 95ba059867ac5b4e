// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sources/config/configkeys.h"

#include <QByteArrayList>

#include <cmath>
#include <limits>

namespace plimsoll {
namespace {

constexpr qint64 kNoInteger = std::numeric_limits<qint64>::min();

QString shown(const QJsonValue &value)
{
    constexpr int longest = 40;
    switch (value.type()) {
    case QJsonValue::Object:
        return QStringLiteral("{...}");
    case QJsonValue::Array:
        return QStringLiteral("[...]");
    case QJsonValue::Bool:
        return value.toBool() ? QStringLiteral("true") : QStringLiteral("false");
    case QJsonValue::Double:
        return QString::number(value.toDouble(), 'g', 15);
    case QJsonValue::String:
        break;
    default:
        return QStringLiteral("null");
    }
    const QString text = value.toString();
    return QLatin1Char('"') + text.left(longest)
           + (text.size() > longest ? QStringLiteral("...\"") : QStringLiteral("\""));
}

bool isWhole(const QJsonValue &value, qint64 low, qint64 high)
{
    const qint64 number = value.toInteger(kNoInteger);
    return value.isDouble() && number != kNoInteger && number >= low && number <= high;
}

QString wholeNumber(qint64 low, qint64 high)
{
    return ConfigKeys::tr("a whole number from %1 to %2").arg(low).arg(high);
}

} // namespace

ConfigKeys::ConfigKeys(ConfigIssues &issues, const QJsonObject &object, const QString &path)
    : m_issues(issues)
    , m_object(object)
    , m_path(path)
{
}

void ConfigKeys::setDefaults(const char *defaults)
{
    m_defaults = {};
    const QByteArrayList pairs = QByteArray(defaults).split(' ');
    for (const QByteArray &pair : pairs) {
        const qsizetype equals = pair.indexOf('=');
        if (equals > 0)
            m_defaults.insert(QString::fromLatin1(pair.left(equals)), pair.mid(equals + 1).toLongLong());
    }
}

ConfigKeys::Found ConfigKeys::find(Names names) const
{
    bool givenEmpty = false;
    for (const char *name : names) {
        const auto it = m_object.constFind(QLatin1String(name));
        if (it == m_object.constEnd())
            continue;
        if (!it->isNull())
            return {QLatin1String(name), it.value()};
        givenEmpty = true;
    }
    if (!givenEmpty) {
        for (const char *name : names) {
            const auto it = m_defaults.constFind(QLatin1String(name));
            if (it != m_defaults.constEnd())
                return {QLatin1String(name), it.value()};
        }
    }
    return {QLatin1String(*names.begin()), QJsonValue(QJsonValue::Undefined)};
}

void ConfigKeys::failAt(const QString &key, const QString &what) const
{
    if (m_issues.error)
        return;
    const QString field = m_path + key;
    m_issues.error =
        Error{QStringLiteral("bad-config"), field, tr("%1: %2 %3").arg(m_issues.where, field, what), ErrorKind::File};
}

void ConfigKeys::fail(Names names, const QString &what) const
{
    failAt(find(names).key, what);
}

void ConfigKeys::failLength(Names names, qint64 entries, qint64 layers) const
{
    fail(names, tr("has %1 entries, but num_hidden_layers is %2. Correct one of the two.").arg(entries).arg(layers));
}

void ConfigKeys::failWrongType(const Found &found, const QString &expected) const
{
    failAt(found.key,
           tr("is %1; expected %2. Correct it or download the file again.").arg(shown(found.value), expected));
}

qint64 ConfigKeys::integer(Names names, qint64 low, qint64 high, qint64 fallback) const
{
    const Found found = find(names);
    if (found.value.isUndefined())
        return fallback;
    if (isWhole(found.value, low, high))
        return found.value.toInteger();
    failWrongType(found, wholeNumber(low, high));
    return fallback;
}

qint64 ConfigKeys::required(Names names, qint64 low, qint64 high) const
{
    if (!has(names))
        fail(names, tr("is missing, and this architecture has no documented default for it. Add the key, or take the "
                       "config.json of the model that this one was made from."));
    return integer(names, low, high, low);
}

double ConfigKeys::number(Names names, double low, double high, double fallback) const
{
    const Found found = find(names);
    if (found.value.isUndefined())
        return fallback;
    const double number = found.value.toDouble(low - 1);
    if (found.value.isDouble() && number >= low && number <= high)
        return number;
    failWrongType(found, tr("a number from %1 to %2").arg(low).arg(high));
    return fallback;
}

bool ConfigKeys::flag(Names names, bool fallback) const
{
    const Found found = find(names);
    if (found.value.isUndefined())
        return fallback;
    if (found.value.isBool())
        return found.value.toBool();
    if (isWhole(found.value, 0, 1))
        return found.value.toInteger() == 1;
    failWrongType(found, tr("true or false"));
    return fallback;
}

QString ConfigKeys::text(Names names, const QString &fallback) const
{
    const Found found = find(names);
    if (found.value.isUndefined())
        return fallback;
    if (found.value.isString())
        return found.value.toString().left(200);
    failWrongType(found, tr("text"));
    return fallback;
}

QJsonArray ConfigKeys::list(Names names) const
{
    const Found found = find(names);
    if (!found.value.isUndefined() && !found.value.isArray())
        failWrongType(found, tr("a list"));
    return found.value.toArray();
}

QStringList ConfigKeys::texts(Names names, qsizetype longest) const
{
    const Found found = find(names);
    const QJsonArray array = list(names);
    if (array.size() > longest) {
        fail(names, tr("has %1 entries; expected at most %2.").arg(array.size()).arg(longest));
        return {};
    }
    QStringList texts;
    for (const QJsonValue &item : array) {
        if (!item.isString()) {
            failWrongType({found.key, item}, tr("texts in this list"));
            return {};
        }
        texts.append(item.toString().left(400));
    }
    return texts;
}

std::vector<qint64> ConfigKeys::integers(Names names, qint64 low, qint64 high, qsizetype longest) const
{
    const Found found = find(names);
    const QJsonArray array = list(names);
    if (array.size() > longest) {
        fail(names, tr("has %1 entries; expected at most %2.").arg(array.size()).arg(longest));
        return {};
    }
    std::vector<qint64> numbers;
    numbers.reserve(size_t(array.size()));
    for (const QJsonValue &item : array) {
        const QJsonValue number = item.isBool() ? QJsonValue(item.toBool() ? 1 : 0) : item;
        if (!isWhole(number, low, high)) {
            failWrongType({found.key, item}, wholeNumber(low, high) + tr(" in this list"));
            return {};
        }
        numbers.push_back(number.toInteger());
    }
    return numbers;
}

ConfigKeys ConfigKeys::object(Names names) const
{
    const Found found = find(names);
    if (!found.value.isUndefined() && !found.value.isObject())
        failWrongType(found, tr("an object"));
    return ConfigKeys(m_issues, found.value.toObject(), QString(m_path + found.key + QLatin1Char('.')));
}

} // namespace plimsoll
