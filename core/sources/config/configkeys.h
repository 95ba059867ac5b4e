// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>
#include <QStringList>

#include <initializer_list>
#include <optional>
#include <vector>

namespace plimsoll {

/// What went wrong and what was assumed while one config.json was read. The first mistake is kept.
struct ConfigIssues {
    QString where; ///< the file
    std::optional<Error> error;
    QStringList warnings;

    void warn(const QString &sentence)
    {
        if (!warnings.contains(sentence))
            warnings.append(sentence);
    }
};

/// The values of one JSON object under the spellings of all dialects: each function takes the names that a value
/// goes by and reads the first one that is there. A key that is null counts as given and empty, as in the library;
/// an absent one takes the documented default of the architecture, where there is one.
///
/// Reads go on after a mistake and give fallbacks, so a reader checks once, at the end.
class ConfigKeys
{
    Q_DECLARE_TR_FUNCTIONS(ConfigKeys)
public:
    using Names = std::initializer_list<const char *>;

    ConfigKeys(ConfigIssues &issues, const QJsonObject &object, const QString &path = {});

    /// "num_key_value_heads=8 attention_bias=1": values of keys that the file does not have.
    void setDefaults(const char *defaults);

    bool has(Names names) const { return !find(names).value.isUndefined(); }
    qint64 integer(Names names, qint64 low, qint64 high, qint64 fallback = 0) const;
    /// A missing value is an error that names the first spelling.
    qint64 required(Names names, qint64 low, qint64 high) const;
    double number(Names names, double low, double high, double fallback) const;
    bool flag(Names names, bool fallback = false) const;
    QString text(Names names, const QString &fallback = {}) const;
    /// Lists of more than `longest` entries are refused.
    QStringList texts(Names names, qsizetype longest) const;
    std::vector<qint64> integers(Names names, qint64 low, qint64 high, qsizetype longest) const;
    bool isBool(Names names) const { return find(names).value.isBool(); }
    bool isText(Names names) const { return find(names).value.isString(); }
    /// The default of a key, whatever the file says.
    bool defaultFlag(const char *name) const { return m_defaults.value(QLatin1String(name)).toInt() != 0; }
    bool isList(Names names) const { return find(names).value.isArray(); }
    QJsonArray list(Names names) const;
    /// The nested object, or an empty one.
    ConfigKeys object(Names names) const;
    bool isObject(Names names) const { return find(names).value.isObject(); }

    const QJsonObject &json() const { return m_object; }
    ConfigIssues &issues() const { return m_issues; }
    bool ok() const { return !m_issues.error; }
    /// A mistake under the spelling that the file uses, or the first one.
    void fail(Names names, const QString &what) const;
    /// A list that is not as long as the model is deep.
    void failLength(Names names, qint64 entries, qint64 layers) const;

private:
    struct Found {
        QString key;
        QJsonValue value = QJsonValue(QJsonValue::Undefined);
    };

    Found find(Names names) const;
    void failAt(const QString &key, const QString &what) const;
    void failWrongType(const Found &found, const QString &expected) const;

    ConfigIssues &m_issues;
    QJsonObject m_object, m_defaults;
    QString m_path;
};

} // namespace plimsoll
