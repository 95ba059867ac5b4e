// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engines/vllm/vllmconstants.h"

#include <QJsonArray>
#include <QVersionNumber>

namespace plimsoll::vllm {
namespace {

Constants::BatchDefaults batchFrom(const QJsonObject &json)
{
    return {json.value(QLatin1String("maxNumSeqs")).toInteger(256),
            json.value(QLatin1String("maxNumBatchedTokens")).toInteger(2048)};
}

} // namespace

Constants::Constants(const QJsonObject &json)
{
    const auto text = [](const QJsonObject &object, const char *key) {
        return object.value(QLatin1String(key)).toString();
    };
    const auto number = [](const QJsonObject &object, const char *key) {
        return object.value(QLatin1String(key)).toDouble();
    };
    const auto group = [&](const char *key) { return json.value(QLatin1String(key)).toObject(); };

    const QJsonArray known = json.value(QLatin1String("versions")).toArray();
    for (const QJsonValue &version : known)
        versions.append(version.toString());
    measuredUpTo = text(json, "measuredUpTo");
    graphsInBudgetFrom = text(json, "graphsInBudgetFrom");
    tokensAreConcurrencyFrom = text(json, "tokensAreConcurrencyFrom");
    vocabularyPadding = json.value(QLatin1String("vocabularyPadding")).toInteger(64);

    const QJsonObject defaults = group("defaults");
    utilization = number(defaults, "gpuMemoryUtilization");
    blockSize = qint32(defaults.value(QLatin1String("blockSize")).toInteger(16));
    largeCardGiB = number(defaults, "largeCardGiB");
    largeCard = batchFrom(defaults.value(QLatin1String("largeCard")).toObject());
    otherCard = batchFrom(defaults.value(QLatin1String("otherCard")).toObject());
    defaultsSource = text(defaults, "source");

    const QJsonObject rounding = group("allocator");
    allocator.smallGranularity = rounding.value(QLatin1String("smallGranularity")).toInteger(512);
    allocator.largeFrom = Bytes::fromMiB(rounding.value(QLatin1String("largeFromMiB")).toInteger(10));
    allocator.largeGranularity = Bytes::fromMiB(rounding.value(QLatin1String("largeGranularityMiB")).toInteger(2));
    allocator.unsplitRemainder = Bytes::fromMiB(rounding.value(QLatin1String("unsplitRemainderMiB")).toInteger(1));
    allocatorSource = text(rounding, "source");

    const QJsonObject a = group("activation");
    activation = {number(a, "samplerBytesPerLogit"),
                  number(a, "forwardPerIntermediate"),
                  number(a, "forwardPerHidden"),
                  number(a, "stagePerHidden"),
                  number(a, "fixedGiB"),
                  number(a, "visionGiB"),
                  text(a, "source")};
    const QJsonObject n = group("nonTorchGiB");
    nonTorchGiB = {number(n, "single"), number(n, "pipeline"), number(n, "tensor2"), number(n, "tensor4"),
                   text(n, "source")};
    const QJsonObject c = group("contextGiB");
    contextGiB = {number(c, "beyondBare"), number(c, "distributed"), number(c, "withoutGpu"), text(c, "source")};
    const QJsonObject g = group("graphsGiB");
    graphsGiB = {number(g, "base"), number(g, "perLayer"), number(g, "moe"), number(g, "tensorParallel"),
                 text(g, "source")};
    const QJsonObject i = group("interval");
    interval = {number(i, "below"), number(i, "above"), i.value(QLatin1String("deployments")).toInt(), text(i, "of")};
}

Constants::BatchDefaults Constants::batchDefaults(const Gpu *gpu) const
{
    const bool large = gpu && gpu->usable.gibibytes() >= largeCardGiB
                       && !gpu->name.contains(QLatin1String("A100"), Qt::CaseInsensitive);
    return large ? largeCard : otherCard;
}

bool atLeast(const QString &version, const QString &from)
{
    return QVersionNumber::fromString(version) >= QVersionNumber::fromString(from);
}

} // namespace plimsoll::vllm
