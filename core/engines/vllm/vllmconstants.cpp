// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engines/vllm/vllmconstants.h"

#include "core/engines/torch/versionrecords.h"

namespace plimsoll::vllm {
namespace {

QString text(const QJsonObject &object, const char *key)
{
    return object.value(QLatin1String(key)).toString();
}

double number(const QJsonObject &object, const char *key)
{
    return object.value(QLatin1String(key)).toDouble();
}

Constants::BatchDefaults batchFrom(const QJsonObject &json)
{
    return {json.value(QLatin1String("maxNumSeqs")).toInteger(256),
            json.value(QLatin1String("maxNumBatchedTokens")).toInteger(2048)};
}

void readDefaults(const QJsonObject &json, Constants &c)
{
    c.utilization = number(json, "gpuMemoryUtilization");
    c.blockSize = qint32(json.value(QLatin1String("blockSize")).toInteger(16));
    c.largeCardGiB = number(json, "largeCardGiB");
    c.largeCard = batchFrom(json.value(QLatin1String("largeCard")).toObject());
    c.otherCard = batchFrom(json.value(QLatin1String("otherCard")).toObject());
    c.defaultsSource = text(json, "source");
}

void readNonTorch(const QJsonObject &json, Constants::NonTorch &n)
{
    n = {number(json, "single"),  number(json, "pipeline"), number(json, "tensor2"),
         number(json, "tensor4"), number(json, "tensor8"),  {},
         text(json, "source")};
    const QJsonObject classes = json.value(QLatin1String("byClass")).toObject();
    for (auto it = classes.begin(); it != classes.end(); ++it)
        n.byClass.insert(it.key(), it.value().toDouble());
}

void readRecord(const QJsonObject &json, Constants &c)
{
    const auto flag = [&](const char *key, bool &value) { value = json.value(QLatin1String(key)).toBool(value); };
    const auto count = [&](const char *key, qint64 &value) { value = json.value(QLatin1String(key)).toInteger(value); };
    const auto group = [&](const char *key, const auto &read) {
        if (const QJsonValue value = json.value(QLatin1String(key)); value.isObject())
            read(value.toObject());
    };
    c.from = text(json, "from");
    c.name = text(json, "name");
    flag("windowsKeepAll", c.windowsKeepAll);
    flag("profilesWholeRequests", c.profilesWholeRequests);
    flag("keepsLatentProducts", c.keepsLatentProducts);
    flag("imagePerSequence", c.imagePerSequence);
    flag("graphsInBudget", c.graphsInBudget);
    flag("tokensAreConcurrency", c.tokensAreConcurrency);
    flag("hopperMarlin", c.hopperMarlin);
    flag("restOnLastStage", c.restOnLastStage);
    flag("driverSamples", c.driverSamples);
    flag("flattensExperts", c.flattensExperts);
    flag("prefixCaching", c.prefixCaching);
    group("lora", [&](const QJsonObject &l) {
        c.lora.extraVocabulary = l.value(QLatin1String("extraVocabulary")).toInteger(c.lora.extraVocabulary);
        c.lora.onExperts = l.value(QLatin1String("onExperts")).toBool(c.lora.onExperts);
        const QJsonArray classes = l.value(QLatin1String("embeddingClasses")).toArray();
        for (const QJsonValue &each : classes)
            c.lora.embeddingClasses.append(each.toString());
    });
    count("chunkedFromTokens", c.chunkedFromTokens);
    count("hopperExpertWidth", c.hopperExpertWidth);
    group("defaults", [&](const QJsonObject &d) { readDefaults(d, c); });
    group("activation", [&](const QJsonObject &a) {
        c.activation = {number(a, "samplerBytesPerLogit"),
                        number(a, "forwardPerIntermediate"),
                        number(a, "forwardPerHidden"),
                        number(a, "stagePerHidden"),
                        number(a, "fixedGiB"),
                        number(a, "visionGiB"),
                        a.value(QLatin1String("expertWorkspaceStays")).toBool(),
                        text(a, "source")};
    });
    group("nonTorchGiB", [&](const QJsonObject &n) { readNonTorch(n, c.nonTorchGiB); });
    group("contextGiB", [&](const QJsonObject &x) {
        c.contextGiB = {number(x, "beyondBare"), number(x, "distributed"), number(x, "withoutGpu"), text(x, "source")};
    });
    group("graphsGiB", [&](const QJsonObject &g) {
        c.graphsGiB = {number(g, "base"), number(g, "perLayer"), number(g, "perLayerWidth"), number(g, "experts"),
                       text(g, "source")};
    });
}

} // namespace

std::vector<Constants> versionRanges(const QJsonObject &json)
{
    return torch::readVersionRecords<Constants>(json, readRecord);
}

const Constants &rangeOf(const std::vector<Constants> &ranges, const QString &version)
{
    return torch::recordOf(ranges, version);
}

Constants::BatchDefaults Constants::batchDefaults(const Gpu *gpu) const
{
    const bool large = gpu && gpu->usable.gibibytes() >= largeCardGiB
                       && !gpu->name.contains(QLatin1String("A100"), Qt::CaseInsensitive);
    return large ? largeCard : otherCard;
}

} // namespace plimsoll::vllm
