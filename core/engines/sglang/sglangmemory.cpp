// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engines/sglang/sglangmemory.h"

#include <algorithm>
#include <cmath>

namespace plimsoll::sglang {
namespace {

double fixedFraction(qint32 tensor)
{
    if (tensor >= 16)
        return 0.79;
    if (tensor >= 8)
        return 0.81;
    if (tensor >= 4)
        return 0.85;
    return tensor >= 2 ? 0.87 : 0.88;
}

double fractionFor(const Settings &settings, const Parallel &parallel, double cardMiB)
{
    double reserved = 512 + double(std::max<qint64>(settings.chunkedPrefillSize, 2048)) * 1.5
                      + double(settings.cudaGraphMaxBs) * 2 + double(parallel.tensor) * parallel.pipeline / 8 * 1024;
    // _handle_gpu_memory_settings: graphs of data parallel attention gather the tokens of all groups.
    if (settings.attentionReplicas > 1)
        reserved += double(settings.cudaGraphMaxBs) * settings.attentionReplicas * 3;
    if (cardMiB > 60 * 1024)
        reserved = std::max(reserved, 10.0 * 1024);
    return std::clamp(std::round((cardMiB - reserved) / cardMiB * 1000) / 1000, 0.1, 0.99);
}

} // namespace

Settings Settings::of(const QJsonObject &options, const Constants &c, const Parallel &parallel, const Gpu *gpu)
{
    const Constants::Card &card = c.cardDefaults(gpu);
    Settings settings;
    settings.chunkedPrefillSize = options.value(QLatin1String("chunkedPrefillSize")).toInteger(card.chunkedPrefillSize);
    settings.cudaGraphMaxBs = options.value(QLatin1String("cudaGraphMaxBs"))
                                  .toInteger(parallel.tensor < 4 ? card.cudaGraphMaxBs : card.cudaGraphMaxBsWide);
    settings.attentionReplicas = options.value(QLatin1String("dpAttention")).toInteger(1);
    settings.maxRunningRequests = options.value(QLatin1String("maxRunningRequests")).toInteger(0);
    const Bytes memory = !gpu ? Bytes() : gpu->reported.count() > 0 ? gpu->reported : gpu->usable;
    const double fallback = c.fixedFractions || !gpu ? fixedFraction(parallel.tensor)
                                                     : fractionFor(settings, parallel, memory.gibibytes() * 1024);
    settings.memFractionStatic = options.value(QLatin1String("memFractionStatic")).toDouble(fallback);
    return settings;
}

double poolGiB(double freeBeforeGiB, double freeAfterGiB, double memFractionStatic)
{
    return freeAfterGiB - (1 - memFractionStatic) * freeBeforeGiB;
}

Bytes requestTables(qint64 poolTokens, qint64 contextLength, qint64 maxRunningRequests)
{
    constexpr double atOnce = 512;
    constexpr qint64 fewest = 2048, most = 4096, spare = 4;
    const double wanted = double(poolTokens) / double(std::max<qint64>(1, contextLength)) * atOnce;
    const qint64 requests =
        maxRunningRequests > 0 ? maxRunningRequests : qint64(std::clamp(wanted, double(fewest), double(most)));
    return Bytes(requests + 1) * (contextLength + spare) * qint64(sizeof(qint32));
}

Bytes poolRounding(qint64 tokens, Bytes bytesPerToken, const torch::AllocatorSizes &allocator)
{
    const Bytes buffer = bytesPerToken * (tokens + 1);
    if (tokens <= 0 || buffer < allocator.ownSegmentFrom || buffer.isSaturated())
        return {};
    return Bytes(roundUp(buffer.count(), allocator.segmentGranularity.count())) - buffer;
}

Bytes activations(const ModelArchitecture &model, qint32 elementBytes, qint32 tensor, const Settings &settings,
                  const torch::ForwardPass &pass)
{
    const double forward = double(settings.chunkedPrefillSize) * pass.bytesPerToken(model, elementBytes, tensor);
    return Bytes::rounded(std::max(forward, pass.logits(model, std::max<qint64>(1, settings.cudaGraphMaxBs))));
}

Bytes graphs(qint32 layers, qint32 tensor, const Settings &settings, const Constants::Graphs &c)
{
    if (settings.cudaGraphMaxBs == 0)
        return {};
    return Bytes::fromGiB((c.base + c.perLayer * layers) * (tensor >= 4 ? c.tensorParallel4 : 1));
}

} // namespace plimsoll::sglang
