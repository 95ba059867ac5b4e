// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sources/hub/hubmodel.h"
#include "core/sources/sourcefolder.h"

#include <map>

namespace plimsoll {

/// A folder of a repository, with what the cache has of its files. Keeps what readers lack.
class HubFolder final : public SourceFolder
{
    Q_DECLARE_TR_FUNCTIONS(HubFolder)
public:
    /// `folder` is its path in the repository. Cache and snapshot must live on.
    HubFolder(const HubCache &cache, const HubSnapshot &snapshot, const QString &folder);

    QStringList names() const override;
    bool has(const QString &name) const override;
    Result<std::unique_ptr<ByteSource>> open(const QString &name) override;
    QString place(const QString &name) const override;

    std::vector<HubWant> wants() const;

private:
    QString pathOf(const QString &name) const;

    const HubCache &m_cache;
    const HubSnapshot &m_snapshot;
    QString m_folder;
    std::map<QString, quint64> m_wants; ///< by the files' paths
};

} // namespace plimsoll
