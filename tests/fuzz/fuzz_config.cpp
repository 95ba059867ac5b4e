// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/memory/kvcache.h"
#include "core/memory/parameters.h"
#include "core/memory/weights.h"
#include "core/sources/config/configreading.h"

#include <cstdlib>

using namespace plimsoll;

/// Any bytes as config.json; what stands after a line of its own, "---", is read as hf_quant_config.json. A reading
/// must be small enough to size, and an error must say something.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray input(reinterpret_cast<const char *>(data), qsizetype(size));
    const qsizetype cut = input.indexOf("\n---\n");
    const QByteArray separate = cut < 0 ? QByteArray() : input.mid(cut + 5);
    const Result<ConfigReading> reading =
        readConfigJson(cut < 0 ? input : input.left(cut), QStringLiteral("config.json"), separate);
    if (!reading.ok()) {
        if (reading.error().text.isEmpty() || reading.error().code.isEmpty())
            std::abort();
        return 0;
    }
    const ModelArchitecture &model = reading->architecture;
    const ParameterCounts counts = countParameters(model);
    constexpr qint64 most = 1'000'000'000'000'000;
    if (model.layers() < 1 || model.layers() > 1024 || counts.text <= 0 || counts.total() > most || counts.active < 0)
        std::abort();
    constexpr KvFormats half{{2, 1}, {2, 1}};
    if (kvCacheBytes(model, half, 131'072, 1).count() < 0 || recurrentStateBytes(model, {2, 1}, {4, 1}).count() < 0)
        std::abort();
    if (model.storedFormat && weightBytes(model, *model.storedFormat).count() <= 0)
        std::abort();
    return 0;
}
