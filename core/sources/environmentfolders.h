// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcessEnvironment>
#include <QString>

#include <initializer_list>

namespace plimsoll {

/// Folders that environment variables name, with "~" written out.
class EnvironmentFolders
{
public:
    /// `environment` must live on; `home` is the person's folder.
    EnvironmentFolders(const QProcessEnvironment &environment, const QString &home);

    /// What the first of these variables that is set names, or `otherwise`.
    QString folder(std::initializer_list<const char *> variables, const QString &otherwise = {}) const;
    /// XDG_CACHE_HOME, else ~/.cache.
    QString caches() const;
    /// HF_HOME, else huggingface among the caches (huggingface_hub, "Environment variables").
    QString huggingFaceHome() const;

private:
    const QProcessEnvironment &m_environment;
    QString m_home;
};

} // namespace plimsoll
