// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planning/fit/formatchoices.h"

#include <algorithm>

namespace plimsoll {
namespace {

/// docs.vllm.ai "Supported hardware" of quantization; docs.sglang.ai "Quantization"; TensorRT-LLM "Numerical
/// precision"; Transformers "Quantization overview".
QStringList namedChoices(const QString &engine)
{
    const QStringList servers = {QStringLiteral("bf16"),     QStringLiteral("fp8"),       QStringLiteral("int8"),
                                 QStringLiteral("awq-int4"), QStringLiteral("gptq-int4"), QStringLiteral("int4"),
                                 QStringLiteral("nvfp4"),    QStringLiteral("mxfp4"),     QStringLiteral("nf4")};
    if (engine == QLatin1String("vllm") || engine == QLatin1String("sglang"))
        return servers;
    if (engine == QLatin1String("tensorrt-llm"))
        return {QStringLiteral("bf16"),     QStringLiteral("fp8"),       QStringLiteral("int8"),
                QStringLiteral("awq-int4"), QStringLiteral("gptq-int4"), QStringLiteral("nvfp4")};
    if (engine == QLatin1String("transformers"))
        return {QStringLiteral("fp32"), QStringLiteral("bf16"),     QStringLiteral("int8"),
                QStringLiteral("nf4"),  QStringLiteral("awq-int4"), QStringLiteral("gptq-int4")};
    return {QStringLiteral("fp32"), QStringLiteral("fp16"), QStringLiteral("int8"), QStringLiteral("int4")};
}

} // namespace

QStringList formatChoices(const Catalog &catalog, const QString &engine)
{
    QStringList ids = namedChoices(engine);
    if (engine == QLatin1String("llama.cpp")) {
        ids = {QStringLiteral("fp32"), QStringLiteral("bf16"), QStringLiteral("fp16")};
        for (const Format &format : catalog.formats()) {
            if (format.family == FormatFamily::GgufMix && format.forWeights)
                ids.append(format.id);
        }
    }
    const auto bits = [&](const QString &id) {
        const Format *format = catalog.findFormat(id);
        return format ? format->block.bits() : 0;
    };
    std::stable_sort(ids.begin(), ids.end(), [&](const QString &a, const QString &b) { return bits(a) > bits(b); });
    return ids;
}

bool runsOn(const QString &engine, const Gpu &gpu)
{
    const auto isVendor = [&](const char *name) {
        return gpu.vendor.compare(QLatin1String(name), Qt::CaseInsensitive) == 0;
    };
    if (engine == QLatin1String("tensorrt-llm"))
        return isVendor("NVIDIA");
    if (engine == QLatin1String("vllm") || engine == QLatin1String("sglang"))
        return isVendor("NVIDIA") || isVendor("AMD") || isVendor("Intel");
    return true;
}

} // namespace plimsoll
