// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sources/gguf/ggufsource.h"

#include "core/sources/bytesource.h"
#include "core/sources/gguf/ggufmodel.h"
#include "core/sources/gguf/ggufsplit.h"

#include <QFileInfo>

namespace plimsoll {

Result<ModelSource> openGguf(const QString &path)
{
    const QFileInfo info(path);
    // A cache may store parts under other names and link to them: the names next to the link count.
    const QStringList names = ggufPartNames(info.fileName());
    std::vector<GgufFile> parts;
    for (const QString &name : names) {
        const QString part = names.size() == 1 ? path : QString(info.path() + QLatin1Char('/') + name);
        LocalFile file(part);
        if (auto error = file.open())
            return *error;
        Result<GgufFile> header = readGgufFile(file, part);
        if (!header.ok())
            return header.error();
        parts.push_back(std::move(header).value());
    }
    return ggufModel(std::move(parts), names, path);
}

} // namespace plimsoll
