// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/core/sources/sourcefiles.h"
#include "tests/core/sources/tinymodels.h"

#include <QDir>

/// Lays out folders as the programs that keep models in them do.
namespace storefiles {

inline const QString kCommit = QStringLiteral("0123456789abcdef0123456789abcdef01234567");

inline void write(const QString &path, const QByteArray &bytes)
{
    QDir().mkpath(QFileInfo(path).path());
    sourcefiles::write(path, bytes);
}

/// A file of a repository in a Hugging Face cache: a link in the snapshot to a blob.
inline void hubFile(const QString &cache, const QString &repository, const QString &file, const QByteArray &bytes,
                    const QString &commit = kCommit)
{
    const QString folder =
        cache + QStringLiteral("/models--") + QString(repository).replace(QLatin1Char('/'), QLatin1String("--"));
    const QString blob = folder + QStringLiteral("/blobs/") + QString(file).replace(QLatin1Char('/'), QLatin1Char('-'));
    const QString link = folder + QStringLiteral("/snapshots/") + commit + QLatin1Char('/') + file;
    write(blob, bytes);
    QDir().mkpath(QFileInfo(link).path());
    QFile::link(QDir(QFileInfo(link).path()).relativeFilePath(blob), link);
}

inline void hubRef(const QString &cache, const QString &repository, const QByteArray &commit)
{
    write(cache + QStringLiteral("/models--") + QString(repository).replace(QLatin1Char('/'), QLatin1String("--"))
              + QStringLiteral("/refs/main"),
          commit);
}

/// `name` is HOST/NAMESPACE/MODEL/TAG. The digest need not be that of the bytes: nobody checks it.
inline void ollamaModel(const QString &store, const QString &name, const QByteArray &hexDigest, const QByteArray &bytes)
{
    const QByteArray manifest = R"({"schemaVersion": 2, "layers": [
        {"mediaType": "application/vnd.ollama.image.license", "digest": "sha256:00", "size": 1},
        {"mediaType": "application/vnd.ollama.image.model", "digest": "sha256:)"
                                + hexDigest + R"(", "size": 1}]})";
    write(store + QStringLiteral("/manifests/") + name, manifest);
    if (!bytes.isEmpty())
        write(store + QStringLiteral("/blobs/sha256-") + QString::fromLatin1(hexDigest), bytes);
}

} // namespace storefiles
