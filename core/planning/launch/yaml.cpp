// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planning/launch/yaml.h"

#include <QJsonDocument>
#include <QRegularExpression>

namespace plimsoll {
namespace {

/// JSON's own spelling, which YAML reads as the same value.
QString scalar(const QJsonValue &value)
{
    const QByteArray list = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(list.mid(1, list.size() - 2));
}

/// A key as it stands, unless YAML would not read it as a string.
QString keyText(const QString &key)
{
    static const QRegularExpression plain(QStringLiteral("^[A-Za-z][A-Za-z0-9_./-]*$"));
    static const QStringList words = {QStringLiteral("y"),    QStringLiteral("n"),     QStringLiteral("yes"),
                                      QStringLiteral("no"),   QStringLiteral("on"),    QStringLiteral("off"),
                                      QStringLiteral("true"), QStringLiteral("false"), QStringLiteral("null")};
    return plain.match(key).hasMatch() && !words.contains(key.toLower()) ? key : scalar(key);
}

void write(QString &out, const QJsonValue &value, int depth);

void writeEntry(QString &out, const QJsonValue &value, int depth)
{
    const bool isEmpty =
        (value.isObject() && value.toObject().isEmpty()) || (value.isArray() && value.toArray().isEmpty());
    if (isEmpty || (!value.isObject() && !value.isArray())) {
        out += QLatin1Char(' ') + scalar(value) + QLatin1Char('\n');
        return;
    }
    out += QLatin1Char('\n');
    write(out, value, depth);
}

void write(QString &out, const QJsonValue &value, int depth)
{
    const QString indent(depth * 2, QLatin1Char(' '));
    if (value.isObject()) {
        const QJsonObject object = value.toObject();
        for (auto it = object.begin(); it != object.end(); ++it) {
            out += indent + keyText(it.key()) + QLatin1Char(':');
            writeEntry(out, it.value(), depth + 1);
        }
        return;
    }
    const QJsonArray list = value.toArray();
    for (const QJsonValue &each : list) {
        QString item;
        if (each.isObject() && !each.toObject().isEmpty()) {
            write(item, each, depth + 1);
            out += indent + QLatin1String("- ") + item.mid((depth + 1) * 2);
        } else {
            out += indent + QLatin1Char('-');
            writeEntry(out, each, depth + 1);
        }
    }
}

} // namespace

QString toYaml(const QJsonObject &object)
{
    QString out;
    write(out, object, 0);
    return out;
}

} // namespace plimsoll
