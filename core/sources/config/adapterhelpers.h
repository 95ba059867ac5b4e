// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>

namespace plimsoll::adapting {

/// A whole number within what any model has, or the fallback. Adapters only do arithmetic on these; a value that is
/// no number stays in the file's own key, where the reader refuses it.
inline qint64 whole(const QJsonObject &config, std::initializer_list<const char *> names, qint64 fallback = 0)
{
    constexpr qint64 most = qint64(1) << 31;
    for (const char *name : names) {
        const QJsonValue value = config.value(QLatin1String(name));
        if (value.isDouble())
            return std::clamp<qint64>(value.toInteger(fallback), 0, most);
    }
    return fallback;
}

inline bool flag(const QJsonObject &config, const char *name, bool fallback)
{
    return config.value(QLatin1String(name)).toBool(fallback);
}

inline bool isGiven(const QJsonObject &config, const char *name)
{
    const QJsonValue value = config.value(QLatin1String(name));
    return !value.isUndefined() && !value.isNull();
}

inline void set(QJsonObject &config, const char *name, const QJsonValue &value)
{
    config.insert(QLatin1String(name), value);
}

/// Copies a value, if there is one, under a canonical key.
inline void copy(QJsonObject &config, const char *to, const QJsonValue &value)
{
    if (!value.isUndefined() && !value.isNull())
        set(config, to, value);
}

inline qint64 hidden(const QJsonObject &config)
{
    return whole(config, {"hidden_size", "n_embd", "d_model", "hidden_dim"});
}

inline qint64 layers(const QJsonObject &config)
{
    return std::min<qint64>(whole(config, {"num_hidden_layers", "n_layer", "num_layers", "n_layers"}), 1024);
}

} // namespace plimsoll::adapting
