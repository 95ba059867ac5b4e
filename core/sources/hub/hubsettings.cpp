// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sources/hub/hubsettings.h"

#include "core/sources/environmentfolders.h"

#include <QDir>
#include <QStringList>

namespace plimsoll {
namespace {

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
    const EnvironmentFolders folders(environment, person);
    const QString home = folders.huggingFaceHome();
    settings.cacheFolder =
        folders.folder({"HF_ASSETS_CACHE"}, home + QLatin1String("/assets")) + QLatin1String("/plimsoll/hub");
    settings.token = environment.value(QStringLiteral("HF_TOKEN")).trimmed();
    settings.tokenFile = folders.folder({"HF_TOKEN_PATH"}, home + QLatin1String("/token"));
    settings.offline = isTrue(environment.value(QStringLiteral("HF_HUB_OFFLINE")));
    return settings;
}

} // namespace plimsoll
