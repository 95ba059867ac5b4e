// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "core/sources/hub/hubreference.h"

#include <QByteArray>

#include <optional>
#include <vector>

namespace plimsoll {

/// A file of a repository, and how much of it is on this computer.
struct HubFile {
    QString name;       ///< with its folders
    quint64 size = 0;   ///< of the whole file, in bytes
    quint64 stored = 0; ///< bytes from its beginning that the cache has
    QByteArray sha256;  ///< of these, in hexadecimal
};

/// The files of one commit that say something of a model.
struct HubSnapshot {
    QString repository;
    QString commit;
    std::vector<HubFile> files; ///< in the order of their names

    const HubFile *find(const QString &name) const;
    HubFile *find(const QString &name);
};

/// Whether a file of that name says something of a model: weights, their index, configs.
bool saysOfModel(const QString &fileName);

/// What was fetched from the Hub: lists of files, small files, and the beginnings of large ones.
///
///     FOLDER/models--ORG--NAME/refs/REVISION          the commit that it was when the Hub was asked last
///     FOLDER/models--ORG--NAME/COMMIT/index.json      names, sizes, and what is there of each
///     FOLDER/models--ORG--NAME/COMMIT/files/NAME
///
/// Whatever is broken or does not match counts as not there. Files are replaced as a whole, so that two programs may
/// use it at once. It lies among the assets of huggingface_hub, whose own models--ORG--NAME must have whole files.
class HubCache
{
public:
    explicit HubCache(const QString &folder);

    std::optional<HubSnapshot> find(const HubReference &reference) const;
    std::optional<HubSnapshot> findCommit(const QString &repository, const QString &commit) const;
    /// The stored beginning of a file; empty where it is not there as the snapshot says.
    QByteArray beginning(const HubSnapshot &snapshot, const HubFile &file) const;
    /// Forgets what is not there, or is not what was stored.
    void verify(HubSnapshot &snapshot) const;

    std::optional<Error> store(const HubSnapshot &snapshot, HubFile &file, const QByteArray &beginning) const;
    std::optional<Error> saveIndex(const HubSnapshot &snapshot) const;
    std::optional<Error> saveRevision(const HubSnapshot &snapshot, const QString &revision) const;

private:
    QString folderOf(const QString &repository) const;
    QString folderOf(const HubSnapshot &snapshot) const;
    QString pathOf(const HubSnapshot &snapshot, const HubFile &file) const;
    QString pathOfRevision(const QString &repository, const QString &revision) const;

    QString m_folder;
};

} // namespace plimsoll
