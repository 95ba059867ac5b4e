// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/gpukinds.h"

#include "core/catalog/catalog.h"
#include "core/detect/gpumatch.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace plimsoll {
namespace {

QString instanceName(const DetectedGpu &gpu, const MigInstance &instance)
{
    return gpu.name + QStringLiteral(" MIG ") + instance.profile;
}

/// An instance that is in no catalog, as a GPU of its own.
DetectedGpu alone(const DetectedGpu &gpu, const MigInstance &instance)
{
    DetectedGpu part = gpu;
    part.name = instanceName(gpu, instance);
    part.total = instance.total;
    return part;
}

void add(QList<GpuKind> &kinds, GpuKind kind)
{
    const auto same = std::find_if(kinds.begin(), kinds.end(), [&](const GpuKind &each) {
        return each.id == kind.id && each.name == kind.name && each.isInstance == kind.isInstance;
    });
    if (same == kinds.end()) {
        kinds.append(std::move(kind));
        return;
    }
    ++same->count;
    if (!kind.free)
        same->free.reset();
    else if (same->free)
        same->free = std::min(*same->free, *kind.free);
}

GpuKind kindFor(const DetectedGpu &gpu, const QString &catalogId, const Catalog &catalog)
{
    GpuKind kind;
    kind.name = gpu.name;
    kind.id = catalogId;
    if (catalogId.isEmpty())
        kind.record = recordOf(gpu, catalog);
    if (kind.record)
        kind.id = kind.record->value(QLatin1String("id")).toString();
    kind.total = gpu.total;
    kind.free = gpu.free;
    kind.unifiedMemory = gpu.unifiedMemory;
    return kind;
}

qint64 memoryInAll(const GpuKind &kind)
{
    return kind.total ? kind.total->count() * kind.planCount() : 0;
}

int named(const QString &name, bool isInstance, const QList<GpuKind> &kinds)
{
    const auto found = std::find_if(kinds.begin(), kinds.end(), [&](const GpuKind &each) {
        return each.name == name && each.isInstance == isInstance;
    });
    return found == kinds.end() ? -1 : int(found - kinds.begin());
}

} // namespace

QList<GpuKind> gpuKinds(const Detection &detection, const Catalog &catalog)
{
    QList<GpuKind> kinds;
    for (const DetectedGpu &gpu : detection.gpus()) {
        if (!gpu.migEnabled)
            add(kinds, kindFor(gpu, gpu.catalogId, catalog));
        for (const MigInstance &instance : gpu.instances) {
            GpuKind kind = kindFor(alone(gpu, instance), instance.catalogId, catalog);
            kind.free = instance.free;
            kind.isInstance = true;
            add(kinds, std::move(kind));
        }
    }
    return kinds;
}

int kindOf(const DetectedGpu &gpu, const QList<GpuKind> &kinds)
{
    return gpu.migEnabled ? -1 : named(gpu.name, false, kinds);
}

int kindOf(const DetectedGpu &gpu, const MigInstance &instance, const QList<GpuKind> &kinds)
{
    return named(instanceName(gpu, instance), true, kinds);
}

int mainKind(const QList<GpuKind> &kinds)
{
    int best = -1;
    for (int i = 0; i < kinds.size(); ++i) {
        const GpuKind &each = kinds[i];
        if (!each.canBePlanned())
            continue;
        const auto rank = [](const GpuKind &kind) { return std::pair(!kind.unifiedMemory, memoryInAll(kind)); };
        if (best < 0 || rank(each) > rank(kinds[best]))
            best = i;
    }
    return best;
}

std::optional<Error> takeInto(Catalog &catalog, const GpuKind &kind)
{
    if (!kind.record)
        return {};
    const QJsonObject own{{QStringLiteral("schema"), QStringLiteral("plimsoll.catalog/1")},
                          {QStringLiteral("gpus"), QJsonArray{*kind.record}}};
    const Result<int> merged = catalog.merge(QJsonDocument(own).toJson(), kind.name);
    return merged.ok() ? std::nullopt : std::optional(merged.error());
}

Bytes takenNow(const GpuKind &kind, const Catalog &catalog)
{
    const Result<Gpu> record = catalog.gpu(kind.id, {});
    if (!record.ok() || !kind.free)
        return {};
    return std::max(Bytes(), record->usable - *kind.free);
}

} // namespace plimsoll
