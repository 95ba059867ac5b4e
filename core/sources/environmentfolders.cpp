// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sources/environmentfolders.h"

namespace plimsoll {

EnvironmentFolders::EnvironmentFolders(const QProcessEnvironment &environment, const QString &home)
    : m_environment(environment)
    , m_home(home)
{
}

QString EnvironmentFolders::folder(std::initializer_list<const char *> variables, const QString &otherwise) const
{
    for (const char *variable : variables) {
        const QString set = m_environment.value(QLatin1String(variable));
        if (set == QLatin1String("~") || set.startsWith(QLatin1String("~/")))
            return m_home + set.mid(1);
        if (!set.isEmpty())
            return set;
    }
    return otherwise;
}

QString EnvironmentFolders::caches() const
{
    return folder({"XDG_CACHE_HOME"}, m_home + QStringLiteral("/.cache"));
}

QString EnvironmentFolders::huggingFaceHome() const
{
    return folder({"HF_HOME"}, caches() + QStringLiteral("/huggingface"));
}

} // namespace plimsoll
