// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sources/hub/hubsettings.h"

#include <QDir>
#include <QStringList>

namespace plimsoll {
namespace {

/// A folder that a variable names, or a place in another folder where it is not set.
QString folderOf(const QProcessEnvironment &environment, const char *variable, const QString &otherwise)
{
    const QString set = environment.value(QLatin1String(variable));
    if (set.isEmpty())
        return otherwise;
    if (set != QLatin1String("~") && !set.startsWith(QLatin1String("~/")))
        return set;
    return environment.value(QStringLiteral("HOME"), QDir::homePath()) + set.mid(1);
}

bool isTrue(const QString &value)
{
    static const QStringList words{QStringLiteral("1"), QStringLiteral("ON"), QStringLiteral("YES"),
                                   QStringLiteral("TRUE")};
    return words.contains(value.toUpper());
}

} // namespace

HubSettings hubSettings(const QProcessEnvironment &environment)
{
    HubSettings settings;
    if (const QString endpoint = environment.value(QStringLiteral("HF_ENDPOINT")).trimmed(); !endpoint.isEmpty())
        settings.endpoint = endpoint;
    while (settings.endpoint.endsWith(QLatin1Char('/')))
        settings.endpoint.chop(1);
    const QString person = environment.value(QStringLiteral("HOME"), QDir::homePath());
    const QString caches = folderOf(environment, "XDG_CACHE_HOME", person + QLatin1String("/.cache"));
    const QString home = folderOf(environment, "HF_HOME", caches + QLatin1String("/huggingface"));
    settings.cacheFolder =
        folderOf(environment, "HF_ASSETS_CACHE", home + QLatin1String("/assets")) + QLatin1String("/plimsoll/hub");
    settings.token = environment.value(QStringLiteral("HF_TOKEN")).trimmed();
    settings.tokenFile = folderOf(environment, "HF_TOKEN_PATH", home + QLatin1String("/token"));
    settings.offline = isTrue(environment.value(QStringLiteral("HF_HUB_OFFLINE")));
    return settings;
}

} // namespace plimsoll
