// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>
#include <QLatin1String>
#include <QStringList>

#include <initializer_list>
#include <optional>
#include <vector>

namespace plimsoll {

/// Reads the fields of one catalog record strictly. The first mistake is kept, with the file, the record and
/// the field in it; later reads go on and give defaults, so a reader checks once, at the end.
/// A null is as good as an absent field.
class RecordReader
{
    Q_DECLARE_TR_FUNCTIONS(RecordReader)
public:
    /// `place` names the file; `path` stands before the field names of a nested object ("cloud[2].").
    RecordReader(const QJsonObject &record, const QString &place, const QString &path = {});

    bool has(QLatin1String key) const;
    QString text(QLatin1String key, const QString &fallback = {});
    QString requiredText(QLatin1String key);
    /// One of `choices`, or `fallback` where the field is absent.
    QString choice(QLatin1String key, const QStringList &choices, const QString &fallback);
    qint64 integer(QLatin1String key, qint64 low, qint64 high, qint64 fallback = 0);
    qint64 requiredInteger(QLatin1String key, qint64 low, qint64 high);
    double number(QLatin1String key, double low, double high, double fallback = 0);
    double requiredNumber(QLatin1String key, double low, double high);
    bool flag(QLatin1String key, bool fallback = false);
    QStringList texts(QLatin1String key);
    std::vector<qint64> integers(QLatin1String key, qint64 low, qint64 high);
    /// The objects of an array, each in a reader of its own; hand them back with adopt().
    std::vector<RecordReader> objects(QLatin1String key);
    /// Takes over the mistake of a nested reader, if it found one.
    void adopt(const RecordReader &nested);

    /// Fields that say where facts come from or repeat what follows from others: known, but not read.
    void accept(std::initializer_list<QLatin1String> keys);
    /// A mistake in this field. Only the first is kept.
    void fail(QLatin1String key, const QString &what);
    /// Call last: a field that nothing asked for is a misspelt one.
    void refuseUnknownFields();

    bool ok() const { return !m_error; }
    const Error &error() const { return *m_error; }

private:
    QJsonValue value(QLatin1String key);
    void failWrongType(QLatin1String key, const QString &expected, const QJsonValue &found);

    QJsonObject m_record;
    QString m_place, m_path, m_id;
    std::vector<QLatin1String> m_known;
    std::optional<Error> m_error;
};

} // namespace plimsoll
