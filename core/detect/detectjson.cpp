// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/detectjson.h"

#include "core/detect/gpumatch.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>

namespace plimsoll {
namespace {

struct Strings {
    Q_DECLARE_TR_FUNCTIONS(Detection)
};

constexpr QLatin1String kSchema("plimsoll.detect/1");
constexpr const char *kStates[] = {"answered", "absent", "failed", "timed-out"};

QJsonValue textOrNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

QJsonValue bytesOrNull(const std::optional<Bytes> &bytes)
{
    return bytes ? QJsonValue(bytes->count()) : QJsonValue();
}

std::optional<Bytes> bytesFrom(const QJsonValue &value)
{
    return value.isDouble() && value.toInteger(-1) >= 0 ? std::optional(Bytes(value.toInteger())) : std::nullopt;
}

QJsonObject toJson(const DetectedGpu &gpu, const Catalog *catalog)
{
    QJsonArray processes;
    for (const GpuProcess &process : gpu.processes) {
        processes.append(QJsonObject{{QStringLiteral("pid"), process.pid},
                                     {QStringLiteral("name"), textOrNull(process.name)},
                                     {QStringLiteral("usedBytes"), bytesOrNull(process.used)}});
    }
    QJsonArray instances;
    for (const MigInstance &instance : gpu.instances) {
        instances.append(QJsonObject{{QStringLiteral("profile"), textOrNull(instance.profile)},
                                     {QStringLiteral("uuid"), textOrNull(instance.uuid)},
                                     {QStringLiteral("totalBytes"), bytesOrNull(instance.total)},
                                     {QStringLiteral("freeBytes"), bytesOrNull(instance.free)},
                                     {QStringLiteral("catalogId"), textOrNull(instance.catalogId)}});
    }
    const std::optional<QJsonObject> record =
        catalog && gpu.catalogId.isEmpty() ? recordOf(gpu, *catalog) : std::nullopt;
    return {
        {QStringLiteral("vendor"), vendorName(gpu.vendor)},
        {QStringLiteral("name"), gpu.name},
        {QStringLiteral("pciAddress"), textOrNull(gpu.pciAddress)},
        {QStringLiteral("pciId"), textOrNull(gpu.pciId)},
        {QStringLiteral("uuid"), textOrNull(gpu.uuid)},
        {QStringLiteral("memory"), QJsonObject{{QStringLiteral("totalBytes"), bytesOrNull(gpu.total)},
                                               {QStringLiteral("freeBytes"), bytesOrNull(gpu.free)},
                                               {QStringLiteral("unified"), gpu.unifiedMemory},
                                               {QStringLiteral("sharedBytes"), bytesOrNull(gpu.shared)}}},
        {QStringLiteral("processes"), processes},
        {QStringLiteral("mig"),
         QJsonObject{{QStringLiteral("enabled"), gpu.migEnabled}, {QStringLiteral("instances"), instances}}},
        {QStringLiteral("driverVersion"), textOrNull(gpu.driverVersion)},
        {QStringLiteral("catalogId"), textOrNull(gpu.catalogId)},
        {QStringLiteral("catalogRecord"), record ? QJsonValue(*record) : QJsonValue()},
        {QStringLiteral("notes"), QJsonArray::fromStringList(gpu.notes)},
    };
}

DetectedGpu gpuFrom(const QJsonObject &object, GpuVendor vendor)
{
    DetectedGpu gpu;
    gpu.vendor = vendor;
    gpu.name = object[QLatin1String("name")].toString();
    gpu.pciAddress = object[QLatin1String("pciAddress")].toString();
    gpu.pciId = object[QLatin1String("pciId")].toString();
    gpu.uuid = object[QLatin1String("uuid")].toString();
    const QJsonObject memory = object[QLatin1String("memory")].toObject();
    gpu.total = bytesFrom(memory[QLatin1String("totalBytes")]);
    gpu.free = bytesFrom(memory[QLatin1String("freeBytes")]);
    gpu.unifiedMemory = memory[QLatin1String("unified")].toBool();
    gpu.shared = bytesFrom(memory[QLatin1String("sharedBytes")]);
    for (const QJsonValue &each : object[QLatin1String("processes")].toArray()) {
        gpu.processes.append({each[QLatin1String("pid")].toInteger(), each[QLatin1String("name")].toString(),
                              bytesFrom(each[QLatin1String("usedBytes")])});
    }
    const QJsonObject mig = object[QLatin1String("mig")].toObject();
    gpu.migEnabled = mig[QLatin1String("enabled")].toBool();
    for (const QJsonValue &each : mig[QLatin1String("instances")].toArray()) {
        gpu.instances.append({each[QLatin1String("profile")].toString(), each[QLatin1String("uuid")].toString(),
                              bytesFrom(each[QLatin1String("totalBytes")]), bytesFrom(each[QLatin1String("freeBytes")]),
                              each[QLatin1String("catalogId")].toString()});
    }
    gpu.driverVersion = object[QLatin1String("driverVersion")].toString();
    gpu.catalogId = object[QLatin1String("catalogId")].toString();
    for (const QJsonValue &note : object[QLatin1String("notes")].toArray())
        gpu.notes.append(note.toString());
    return gpu;
}

} // namespace

QJsonObject detectionToJson(const Detection &detection, const Catalog *catalog)
{
    QJsonArray drivers, gpus;
    for (const VendorAnswer &answer : detection.answers) {
        drivers.append(QJsonObject{{QStringLiteral("vendor"), vendorName(answer.vendor)},
                                   {QStringLiteral("state"), QLatin1String(kStates[int(answer.state)])},
                                   {QStringLiteral("problem"), textOrNull(answer.problem)}});
        for (const DetectedGpu &gpu : answer.gpus)
            gpus.append(toJson(gpu, catalog));
    }
    return {{QStringLiteral("schema"), kSchema}, {QStringLiteral("gpus"), gpus}, {QStringLiteral("drivers"), drivers}};
}

Result<Detection> detectionFromJson(const QJsonObject &document)
{
    const auto wrong = [](const QString &field) {
        return Error{QStringLiteral("bad-detection"), field,
                     Strings::tr("This is not a list of GPUs that Plimsoll wrote: %1.").arg(field), ErrorKind::File};
    };
    if (document[QLatin1String("schema")].toString() != kSchema)
        return wrong(QStringLiteral("schema"));
    Detection detection;
    for (const QJsonValue &each : document[QLatin1String("drivers")].toArray()) {
        VendorAnswer answer;
        const std::optional<GpuVendor> vendor = vendorFromName(each[QLatin1String("vendor")].toString());
        if (!vendor)
            return wrong(QStringLiteral("vendor"));
        answer.vendor = *vendor;
        const QString state = each[QLatin1String("state")].toString();
        const auto *found = std::find(std::begin(kStates), std::end(kStates), state);
        if (found == std::end(kStates))
            return wrong(QStringLiteral("state"));
        answer.state = DriverState(found - std::begin(kStates));
        answer.problem = each[QLatin1String("problem")].toString();
        for (const QJsonValue &gpu : document[QLatin1String("gpus")].toArray()) {
            if (gpu[QLatin1String("vendor")].toString() == vendorName(*vendor))
                answer.gpus.append(gpuFrom(gpu.toObject(), *vendor));
        }
        detection.answers.append(answer);
    }
    return detection;
}

} // namespace plimsoll
