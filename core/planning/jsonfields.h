// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QJsonObject>
#include <QJsonValue>

#include <optional>

namespace plimsoll {

/// A value as a message shows it: a text in quotes and cut short, a list or an object by that word.
QString shownJson(const QJsonValue &value);

/// Takes known fields out of an object of a document; what stays is unknown. A field that is not there is no
/// mistake. The first mistake is kept in `error`, with the field's path and `place`, which names the file.
class JsonFields
{
public:
    /// `path` is that of the object in the document, empty for the document itself. `place` and `error` must live on.
    JsonFields(QJsonObject object, QString path, const QString &place, std::optional<Error> &error);

    bool has(const QString &key) const { return m_object.contains(key); }
    QJsonObject rest() const { return m_object; }

    QJsonValue take(const QString &key) { return m_object.take(key); }
    QString text(const QString &key, const QString &expected, bool mayBeEmpty = false);
    /// A whole number in [low, high]; also one that is written as 13e9.
    std::optional<qint64> integer(const QString &key, qint64 low, qint64 high);
    std::optional<QJsonObject> object(const QString &key, const QString &expected);

    /// "expected ..., got ...".
    void fail(const QString &key, const QString &expected, const QJsonValue &got);
    void failAs(const QString &key, const QString &what, const QString &code);

private:
    QJsonObject m_object;
    QString m_path;
    const QString &m_place;
    std::optional<Error> &m_error;
};

} // namespace plimsoll
