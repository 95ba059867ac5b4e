// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sources/gguf/gguffile.h"

#include "core/sources/gguf/ggufreader.h"

namespace plimsoll {

Result<GgufFile> readGgufFile(ByteSource &source, const QString &place)
{
    return GgufReader(source, place).read();
}

bool isGguf(QByteArrayView beginning)
{
    return beginning.startsWith("GGUF");
}

} // namespace plimsoll
