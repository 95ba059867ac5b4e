// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engines/enginerules.h"

namespace plimsoll {

/// Options as engines list them: key, default, range and what they do to memory.

inline EngineOption booleanOption(const char *key, bool byDefault, const QString &effect)
{
    EngineOption option;
    option.key = QLatin1String(key);
    option.type = EngineOption::Type::Boolean;
    option.defaultValue = byDefault;
    option.effect = effect;
    return option;
}

inline EngineOption choiceOption(const char *key, const QStringList &choices, const QString &byDefault,
                                 const QString &effect)
{
    EngineOption option;
    option.key = QLatin1String(key);
    option.type = EngineOption::Type::Choice;
    option.choices = choices;
    option.defaultValue = byDefault;
    option.effect = effect;
    return option;
}

inline EngineOption integerOption(const char *key, const QJsonValue &byDefault, double low, double high,
                                  const QString &effect)
{
    EngineOption option;
    option.key = QLatin1String(key);
    option.type = EngineOption::Type::Integer;
    option.defaultValue = byDefault;
    option.low = low;
    option.high = high;
    option.effect = effect;
    return option;
}

/// One whose default follows from the plan, as `defaultText` says.
inline EngineOption derivedInteger(const char *key, const QString &defaultText, double low, double high,
                                   const QString &effect)
{
    EngineOption option = integerOption(key, QJsonValue(), low, high, effect);
    option.defaultText = defaultText;
    return option;
}

} // namespace plimsoll
