// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/applegpus.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace plimsoll {
namespace {

struct Strings {
    Q_DECLARE_TR_FUNCTIONS(Detection)
};

} // namespace

VendorAnswer appleGpus(const QByteArray &displays, const QByteArray &memory, const QByteArray &system)
{
    VendorAnswer answer;
    answer.vendor = GpuVendor::Apple;
    const QJsonValue list = QJsonDocument::fromJson(displays).object()[QLatin1String("SPDisplaysDataType")];
    if (!list.isArray()) {
        answer.state = DriverState::Failed;
        answer.problem = Strings::tr("The answer of system_profiler cannot be read.");
        return answer;
    }
    answer.state = DriverState::Answered;
    bool isNumber = false;
    const qint64 bytes = memory.trimmed().toLongLong(&isNumber);
    for (const QJsonValue &each : list.toArray()) {
        const QString name = each[QLatin1String("sppci_model")].toString();
        if (!name.startsWith(QLatin1String("Apple ")))
            continue;
        DetectedGpu gpu;
        gpu.vendor = GpuVendor::Apple;
        gpu.name = name;
        gpu.unifiedMemory = true;
        if (!system.trimmed().isEmpty())
            gpu.driverVersion = QStringLiteral("macOS ") + QString::fromUtf8(system.trimmed());
        if (isNumber && bytes > 0)
            gpu.shared = gpu.total = Bytes(bytes);
        else
            gpu.notes << Strings::tr("The driver does not say how much memory it has.");
        answer.gpus.append(gpu);
    }
    return answer;
}

} // namespace plimsoll
