// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sources/bytesource.h"
#include "core/sources/gguf/ggufmodel.h"

#include <QFile>
#include <QFileInfo>

namespace sourcefiles {

/// The folder of measured data beside the repository, or empty where this computer has none.
inline QString measuredData()
{
    const QFileInfo folder(QStringLiteral(PLIMSOLL_SOURCE_DIR "/../shared/data"));
    return folder.isDir() ? folder.absoluteFilePath() : QString();
}

inline void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write %s", qPrintable(path));
}

/// The model of a whole GGUF file in memory.
inline plimsoll::Result<plimsoll::ModelSource> gguf(const QByteArray &bytes)
{
    using namespace plimsoll;
    FileBeginning source(bytes, quint64(bytes.size()), true);
    Result<GgufFile> file = readGgufFile(source, QStringLiteral("test.gguf"));
    if (!file.ok())
        return file.error();
    std::vector<GgufFile> parts;
    parts.push_back(std::move(file).value());
    return ggufModel(std::move(parts), {QStringLiteral("test.gguf")}, QStringLiteral("test.gguf"));
}

} // namespace sourcefiles
