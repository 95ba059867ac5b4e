// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sources/safetensors/safetensorsfile.h"
#include "core/sources/safetensors/safetensorsindex.h"
#include "core/sources/safetensors/safetensorssource.h"
#include "tests/fuzz/checks.h"

/// The input is an index if it begins like JSON, else a safetensors file: once a whole one, once the beginning of one.
extern "C" int LLVMFuzzerTestOneInput(const uchar *data, size_t size)
{
    using namespace plimsoll;
    const QByteArrayView bytes(data, qsizetype(size));
    const QString place = QStringLiteral("fuzzed");
    if (bytes.startsWith('{')) {
        const Result<SafetensorsIndex> index = readSafetensorsIndex(bytes, place);
        QStringList warnings;
        if (!index.ok())
            fuzz::checkError(index.error());
        else if (const auto error = compareWithIndex(*index, bytes, place, StoredTensors(), warnings))
            fuzz::checkError(*error);
        return 0;
    }
    for (const bool whole : {true, false}) {
        FileBeginning source(bytes, whole ? quint64(size) : quint64(1) << 40, whole);
        StoredTensors tensors;
        if (const auto error = readSafetensorsFile(source, place, 0, tensors))
            fuzz::checkError(*error);
        else
            fuzz::checkSource(safetensorsModel(std::move(tensors), {place}, place, {}));
    }
    return 0;
}
