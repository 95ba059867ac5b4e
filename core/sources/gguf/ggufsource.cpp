// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sources/gguf/ggufsource.h"

#include "core/sources/gguf/ggufmodel.h"
#include "core/sources/gguf/ggufsplit.h"
#include "core/sources/sourcefolder.h"

#include <QFileInfo>

namespace plimsoll {

Result<ModelSource> openGguf(SourceFolder &folder, const QString &name)
{
    // A cache may store parts under other names and link to them: the names next to the link count.
    const QStringList names = ggufPartNames(name);
    std::vector<GgufFile> parts;
    std::optional<Error> missing;
    for (const QString &each : names) {
        const Result<std::unique_ptr<ByteSource>> file = folder.open(each);
        Result<GgufFile> header = file.ok() ? readGgufFile(**file, folder.place(each)) : file.error();
        if (header.ok())
            parts.push_back(std::move(header).value());
        else if (!wantsMore(header.error()))
            return header.error();
        else if (!missing)
            missing = header.error();
    }
    if (missing)
        return *missing;
    return ggufModel(std::move(parts), names, folder.place(name));
}

Result<ModelSource> openGguf(const QString &path)
{
    const QFileInfo info(path);
    LocalFolder folder(info.path());
    return openGguf(folder, info.fileName());
}

} // namespace plimsoll
