// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sources/gguf/ggufmodel.h"
#include "tests/fuzz/checks.h"

/// The input is a GGUF file: once a whole one, once the beginning of a large one whose data is elsewhere.
extern "C" int LLVMFuzzerTestOneInput(const uchar *data, size_t size)
{
    using namespace plimsoll;
    const QByteArrayView bytes(data, qsizetype(size));
    for (const bool whole : {true, false}) {
        FileBeginning source(bytes, whole ? quint64(size) : quint64(1) << 40, whole);
        Result<GgufFile> file = readGgufFile(source, QStringLiteral("fuzzed"));
        if (!file.ok()) {
            fuzz::checkError(file.error());
            continue;
        }
        std::vector<GgufFile> parts;
        parts.push_back(std::move(file).value());
        fuzz::checkSource(ggufModel(std::move(parts), {QStringLiteral("fuzzed")}, QStringLiteral("fuzzed")));
    }
    return 0;
}
