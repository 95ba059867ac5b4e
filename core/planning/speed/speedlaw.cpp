// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planning/speed/speedlaw.h"

#include <QJsonArray>

namespace plimsoll {
namespace {

constexpr std::array<const char *, kDecodeTerms> kDecodeKeys = {
    "weights",      "expertWeights", "cache", "cacheUnfused", "unpacking",       "products",        "layers",
    "expertLayers", "stateLayers",   "step",  "sequences",    "collectiveCalls", "collectiveBytes", "prompts"};
constexpr std::array<const char *, kPromptTerms> kPromptKeys = {
    "products",  "expertProducts",  "attention",      "attentionUnfused", "weights",
    "unpacking", "activations",     "layers",         "expertLayers",     "stateLayers",
    "step",      "collectiveCalls", "collectiveBytes"};

template <size_t N>
void readTerms(const QJsonObject &json, const std::array<const char *, N> &keys, std::array<double, N> &terms)
{
    for (size_t i = 0; i < N; ++i)
        terms[i] = json.value(QLatin1String(keys[i])).toDouble();
}

SpeedSpread spreadFrom(const QJsonObject &json)
{
    return {json.value(QLatin1String("below")).toDouble(), json.value(QLatin1String("above")).toDouble()};
}

SpeedLaw lawFrom(const QJsonObject &record)
{
    SpeedLaw law;
    law.engine = record.value(QLatin1String("engine")).toString();
    law.hardware = record.value(QLatin1String("hardware")).toString();
    const QJsonObject decode = record.value(QLatin1String("decode")).toObject();
    readTerms(decode, kDecodeKeys, law.decode);
    law.decodeSpread = spreadFrom(decode);
    law.rows = decode.value(QLatin1String("rows")).toInt();
    law.configurations = decode.value(QLatin1String("configurations")).toInt();
    if (const QJsonObject prompt = record.value(QLatin1String("prompt")).toObject(); !prompt.isEmpty()) {
        readTerms(prompt, kPromptKeys, law.prompt);
        law.promptSpread = spreadFrom(prompt);
        law.promptsOneGpuDense = prompt.value(QLatin1String("oneGpuDense")).toBool();
        law.promptEngine = prompt.value(QLatin1String("measuredOn")).toString();
    }
    law.rowsName = record.value(QLatin1String("rows")).toString();
    law.source = record.value(QLatin1String("source")).toString();
    return law;
}

} // namespace

const char *decodeTermKey(DecodeTerm term)
{
    return kDecodeKeys[size_t(term)];
}

const char *promptTermKey(PromptTerm term)
{
    return kPromptKeys[size_t(term)];
}

SpeedLaw speedLaw(const Catalog &catalog, const QString &engine, const QString &hardware)
{
    const QJsonArray laws = catalog.engineConstants(QStringLiteral("speed/%1/%2").arg(engine, hardware))
                                .value(QLatin1String("laws"))
                                .toArray();
    return laws.isEmpty() ? SpeedLaw{} : lawFrom(laws.first().toObject());
}

} // namespace plimsoll
