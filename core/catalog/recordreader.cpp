// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/recordreader.h"

#include "core/catalog/nearestnames.h"

#include <QJsonDocument>

#include <algorithm>
#include <cmath>
#include <limits>

namespace plimsoll {
namespace {

QString shown(const QJsonValue &value)
{
    constexpr int longest = 40;
    QString text;
    if (value.isObject())
        return QStringLiteral("{...}");
    if (value.isArray())
        return QStringLiteral("[...]");
    if (value.isString())
        text = QLatin1Char('"') + value.toString().left(longest + 1) + QLatin1Char('"');
    else if (value.isBool())
        text = value.toBool() ? QStringLiteral("true") : QStringLiteral("false");
    else if (value.isDouble())
        text = QString::number(value.toDouble(), 'g', 15);
    else
        text = QStringLiteral("null");
    return text.size() > longest + 2 ? text.left(longest) + QStringLiteral("...") : text;
}

constexpr qint64 kNoInteger = std::numeric_limits<qint64>::min();

QString shownNumber(double value)
{
    return QString::number(value, 'g', 15);
}

} // namespace

RecordReader::RecordReader(const QJsonObject &record, const QString &place, const QString &path)
    : m_record(record)
    , m_place(place)
    , m_path(path)
    , m_id(record.value(QLatin1String("id")).toString().left(120))
{
    m_known.reserve(size_t(record.size()) + 32);
}

QJsonValue RecordReader::value(QLatin1String key)
{
    m_known.push_back(key);
    const QJsonValue found = m_record.value(key);
    return found.isNull() ? QJsonValue(QJsonValue::Undefined) : found;
}

bool RecordReader::has(QLatin1String key) const
{
    const QJsonValue found = m_record.value(key);
    return !found.isNull() && !found.isUndefined();
}

void RecordReader::fail(QLatin1String key, const QString &what)
{
    if (m_error)
        return;
    const QString field = m_path + key;
    Error error;
    error.code = QStringLiteral("bad-catalog");
    error.kind = ErrorKind::File;
    error.field = m_id.isEmpty() ? field : m_id + QLatin1Char('.') + field;
    error.text = m_id.isEmpty() ? tr("%1, field %2: %3").arg(m_place, field, what)
                                : tr("%1, record \"%2\", field %3: %4").arg(m_place, m_id, field, what);
    m_error = error;
}

void RecordReader::failWrongType(QLatin1String key, const QString &expected, const QJsonValue &found)
{
    if (found.isUndefined())
        fail(key, tr("is missing; expected %1.").arg(expected));
    else
        fail(key, tr("expected %1, found %2.").arg(expected, shown(found)));
}

QString RecordReader::text(QLatin1String key, const QString &fallback)
{
    const QJsonValue found = value(key);
    if (found.isUndefined())
        return fallback;
    if (!found.isString() || found.toString().isEmpty()) {
        failWrongType(key, tr("text"), found);
        return fallback;
    }
    return found.toString();
}

QString RecordReader::requiredText(QLatin1String key)
{
    if (!has(key))
        failWrongType(key, tr("text"), QJsonValue(QJsonValue::Undefined));
    return text(key);
}

QString RecordReader::choice(QLatin1String key, const QStringList &choices, const QString &fallback)
{
    const QString found = text(key, fallback);
    if (found == fallback || choices.contains(found))
        return found;
    fail(key, tr("\"%1\" is not known; expected one of: %2.").arg(found.left(60), choices.join(QLatin1String(", "))));
    return fallback;
}

qint64 RecordReader::integer(QLatin1String key, qint64 low, qint64 high, qint64 fallback)
{
    const QJsonValue found = value(key);
    if (found.isUndefined())
        return fallback;
    const qint64 number = found.toInteger(kNoInteger);
    if (!found.isDouble() || number == kNoInteger || number < low || number > high) {
        failWrongType(key, tr("a whole number from %1 to %2").arg(low).arg(high), found);
        return fallback;
    }
    return number;
}

qint64 RecordReader::requiredInteger(QLatin1String key, qint64 low, qint64 high)
{
    if (!has(key))
        failWrongType(key, tr("a whole number from %1 to %2").arg(low).arg(high), QJsonValue(QJsonValue::Undefined));
    return integer(key, low, high, low);
}

double RecordReader::number(QLatin1String key, double low, double high, double fallback)
{
    const QJsonValue found = value(key);
    if (found.isUndefined())
        return fallback;
    const double number = found.toDouble();
    if (!found.isDouble() || !std::isfinite(number) || number < low || number > high) {
        failWrongType(key, tr("a number from %1 to %2").arg(shownNumber(low), shownNumber(high)), found);
        return fallback;
    }
    return number;
}

double RecordReader::requiredNumber(QLatin1String key, double low, double high)
{
    if (!has(key))
        failWrongType(key, tr("a number from %1 to %2").arg(shownNumber(low), shownNumber(high)),
                      QJsonValue(QJsonValue::Undefined));
    return number(key, low, high, low);
}

bool RecordReader::flag(QLatin1String key, bool fallback)
{
    const QJsonValue found = value(key);
    if (found.isUndefined())
        return fallback;
    if (!found.isBool())
        failWrongType(key, tr("true or false"), found);
    return found.toBool(fallback);
}

QStringList RecordReader::texts(QLatin1String key)
{
    const QJsonValue found = value(key);
    QStringList list;
    if (found.isUndefined())
        return list;
    if (!found.isArray())
        failWrongType(key, tr("a list of texts"), found);
    const QJsonArray array = found.toArray();
    for (const QJsonValue &item : array) {
        if (!item.isString()) {
            failWrongType(key, tr("a list of texts"), item);
            return {};
        }
        list.append(item.toString());
    }
    return list;
}

std::vector<qint64> RecordReader::integers(QLatin1String key, qint64 low, qint64 high)
{
    const QJsonValue found = value(key);
    std::vector<qint64> list;
    if (found.isUndefined())
        return list;
    const auto expected = [low, high] { return tr("a list of whole numbers from %1 to %2").arg(low).arg(high); };
    if (!found.isArray())
        failWrongType(key, expected(), found);
    const QJsonArray array = found.toArray();
    list.reserve(size_t(array.size()));
    for (const QJsonValue &item : array) {
        const qint64 number = item.toInteger(kNoInteger);
        if (!item.isDouble() || number == kNoInteger || number < low || number > high) {
            failWrongType(key, expected(), item);
            return {};
        }
        list.push_back(number);
    }
    return list;
}

std::vector<RecordReader> RecordReader::objects(QLatin1String key)
{
    const QJsonValue found = value(key);
    std::vector<RecordReader> list;
    if (found.isUndefined())
        return list;
    if (!found.isArray())
        failWrongType(key, tr("a list of objects"), found);
    const QJsonArray array = found.toArray();
    for (int i = 0; i < array.size(); ++i) {
        if (!array.at(i).isObject()) {
            failWrongType(key, tr("a list of objects"), array.at(i));
            return {};
        }
        list.emplace_back(array.at(i).toObject(), m_place, QString(m_path + key + QStringLiteral("[%1].").arg(i)));
        list.back().m_id = m_id;
    }
    return list;
}

void RecordReader::adopt(const RecordReader &nested)
{
    if (!m_error)
        m_error = nested.m_error;
}

void RecordReader::accept(std::initializer_list<QLatin1String> keys)
{
    m_known.insert(m_known.end(), keys);
}

void RecordReader::refuseUnknownFields()
{
    m_known.push_back(QLatin1String("comment"));
    for (auto it = m_record.constBegin(); it != m_record.constEnd(); ++it) {
        const QString key = it.key();
        if (std::find(m_known.begin(), m_known.end(), key) != m_known.end())
            continue;
        QStringList known;
        for (const QLatin1String name : m_known)
            known.append(name);
        const QStringList nearest = nearestNames(key, known);
        const QByteArray name = key.left(80).toLatin1();
        fail(QLatin1String(name), nearest.isEmpty()
                                      ? tr("is not a field of the catalog.")
                                      : tr("is not a field of the catalog. Did you mean %1?").arg(nearest.first()));
        return;
    }
}

} // namespace plimsoll
