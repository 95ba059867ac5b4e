// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/nativeformat.h"

#include <array>
#include <utility>

namespace plimsoll {
namespace {

/// The format record that a published type stands for.
QLatin1String formatId(const ModelArchitecture &model)
{
    static constexpr std::array<std::pair<const char *, const char *>, 7> ids = {{
        {"bfloat16", "bf16"},
        {"float32", "fp32"},
        {"float16", "fp16"},
        {"mxfp4 experts, bfloat16 rest", "native-mxfp4-experts"},
        {"int4 experts, bfloat16 rest", "native-int4-experts"},
        {"float4 experts, float8_e4m3fn rest", "native-fp4-experts-fp8"},
        {"ternary (1.58 bit), packed uint8", "native-ternary"},
    }};
    if (model.torchDtype == QLatin1String("float8_e4m3fn"))
        return QLatin1String(model.blockScales ? "native-fp8-block" : "native-fp8");
    for (const auto &[dtype, id] : ids) {
        if (model.torchDtype == QLatin1String(dtype))
            return QLatin1String(id);
    }
    return {};
}

} // namespace

Format nativeFormat(const Catalog &catalog, const ModelArchitecture &model)
{
    if (model.storedFormat)
        return *model.storedFormat;
    // A GGUF file names a format of the catalog: "Q4_K_M".
    for (const QString &id : {QString(formatId(model)), model.torchDtype, QStringLiteral("bf16")}) {
        const Format *format = id.isEmpty() ? nullptr : catalog.findFormat(id);
        if (format && format->forWeights)
            return *format;
    }
    // Without the built-in formats: two bytes a weight, which is what BF16 is.
    Format format;
    format.id = QStringLiteral("bf16");
    format.name = QStringLiteral("BF16");
    return format;
}

} // namespace plimsoll
