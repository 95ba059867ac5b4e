// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engines/llamacpp/llamacppconstants.h"

#include <QJsonArray>
#include <QVersionNumber>

#include <algorithm>

namespace plimsoll::llamacpp {
namespace {

/// A record says only what changed since the one before.
void readRecord(const QJsonObject &json, VersionRules &rules)
{
    const auto flag = [&](const char *key, bool &value) { value = json.value(QLatin1String(key)).toBool(value); };
    rules.from = json.value(QLatin1String("from")).toString();
    rules.source = json.value(QLatin1String("source")).toString();
    flag("measured", rules.isMeasured);
    flag("limitsOutputs", rules.limitsOutputs);
    flag("wideMask", rules.graph.wideMask);
    flag("givenEmbeddings", rules.graph.givenEmbeddings);
    flag("rotatesCache", rules.graph.rotatesCache);
    flag("reservesCopies", rules.graph.reservesCopies);
    flag("keepsFused", rules.graph.keepsFused);
    flag("wholeProjections", rules.graph.wholeProjections);
    flag("lateRows", rules.graph.lateRows);
}

Preset presetFrom(const QJsonObject &json)
{
    const auto text = [&](const char *key) { return json.value(QLatin1String(key)).toString(); };
    Preset preset;
    preset.id = text("id");
    preset.name = text("name");
    preset.isMeasured = json.value(QLatin1String("measured")).toBool();
    preset.batch = json.value(QLatin1String("nBatch")).toInteger(preset.batch);
    preset.microBatch = json.value(QLatin1String("nUbatch")).toInteger(preset.microBatch);
    preset.unified = json.value(QLatin1String("kvUnified")).toBool(preset.unified);
    preset.outputsOfSlots = text("outputs") == QLatin1String("slots");
    preset.flashAttention = json.value(QLatin1String("flashAttention")).toBool(preset.flashAttention);
    preset.source = text("source");
    return preset;
}

} // namespace

Constants::Constants(const QJsonObject &json)
{
    const auto part = [&](const char *key) { return json.value(QLatin1String(key)).toObject(); };
    const auto sourceOf = [&](const char *key) { return part(key).value(QLatin1String("source")).toString(); };
    VersionRules rules;
    for (const QJsonValue &record : json.value(QLatin1String("records")).toArray()) {
        readRecord(record.toObject(), rules);
        versions.push_back(rules);
    }
    if (versions.empty())
        versions.push_back(rules);
    for (const QJsonValue &preset : json.value(QLatin1String("presets")).toArray())
        presets.push_back(presetFrom(preset.toObject()));
    if (presets.empty())
        presets.push_back({});
    const QJsonObject runtime = part("runtime");
    contextWithoutGpu = Bytes::fromMiB(runtime.value(QLatin1String("contextWithoutGpuMiB")).toInteger());
    workspaceNew = Bytes::fromMiB(runtime.value(QLatin1String("workspaceNewMiB")).toInteger());
    workspaceOld = Bytes::fromMiB(runtime.value(QLatin1String("workspaceOldMiB")).toInteger());
    newFrom = runtime.value(QLatin1String("newFromComputeCapability")).toDouble();
    contextSource = sourceOf("runtime");
    graphSource = sourceOf("graph");
    weightsSource = sourceOf("weights");
    cacheSource = sourceOf("cache");
    residuals = part("residuals");
}

const VersionRules &Constants::rulesOf(const QString &version) const
{
    const QVersionNumber wanted = QVersionNumber::fromString(version);
    const VersionRules *found = &versions.front();
    for (const VersionRules &rules : versions) {
        if (wanted >= QVersionNumber::fromString(rules.from))
            found = &rules;
    }
    return *found;
}

const Preset &Constants::presetOf(const QJsonObject &options) const
{
    const QString id = options.value(QLatin1String("preset")).toString();
    const auto found =
        std::find_if(presets.begin(), presets.end(), [&](const Preset &preset) { return preset.id == id; });
    return found == presets.end() ? presets.front() : *found;
}

Bytes Constants::runtime(const Gpu *gpu) const
{
    const bool known = gpu && gpu->cudaContext.count() > 0;
    const bool isNew = !gpu || gpu->computeCapability.toDouble() >= newFrom;
    return (known ? gpu->cudaContext : contextWithoutGpu) + (isNew ? workspaceNew : workspaceOld);
}

} // namespace plimsoll::llamacpp
