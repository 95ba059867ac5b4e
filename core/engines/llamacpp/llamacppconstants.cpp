// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engines/llamacpp/llamacppconstants.h"

#include <QJsonArray>

namespace plimsoll::llamacpp {
namespace {

QStringList strings(const QJsonValue &value)
{
    QStringList list;
    for (const QJsonValue &each : value.toArray())
        list.append(each.toString());
    return list;
}

} // namespace

Constants::Constants(const QJsonObject &json)
{
    const auto part = [&](const char *key) { return json.value(QLatin1String(key)).toObject(); };
    const auto sourceOf = [&](const char *key) { return part(key).value(QLatin1String("source")).toString(); };
    versions = strings(json.value(QLatin1String("versions")));
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

Bytes Constants::runtime(const Gpu *gpu) const
{
    const bool known = gpu && gpu->cudaContext.count() > 0;
    const bool isNew = !gpu || gpu->computeCapability.toDouble() >= newFrom;
    return (known ? gpu->cudaContext : contextWithoutGpu) + (isNew ? workspaceNew : workspaceOld);
}

} // namespace plimsoll::llamacpp
