// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/sysfsgpus.h"

#include "core/detect/drmclients.h"

#include <QCoreApplication>

#include <algorithm>

namespace plimsoll {
namespace {

struct Strings {
    Q_DECLARE_TR_FUNCTIONS(Detection)
};

constexpr quint16 kIntel = 0x8086;

/// Graphics inside a processor are always at this place of the first bus; a card is behind a bridge.
bool isBuiltIn(const QString &pciAddress)
{
    return pciAddress.endsWith(QLatin1String(":00:02.0"));
}

/// xe has a file a tile (xe_tile_sysfs.c); Intel's own build of i915 one a card, which the kernel's i915 lacks.
std::optional<Bytes> ownMemory(const SystemTree &tree, const DrmCard &card)
{
    Bytes sum;
    for (const QString &folder : tree.folders(card.device)) {
        if (folder.startsWith(QLatin1String("tile"))) {
            const QString file = card.device + QLatin1Char('/') + folder + QStringLiteral("/physical_vram_size_bytes");
            sum += Bytes(std::max<qint64>(0, tree.number(file).value_or(0)));
        }
    }
    if (sum > Bytes(0))
        return sum;
    const std::optional<qint64> whole = tree.number(card.folder + QStringLiteral("/lmem_total_bytes"));
    return whole.value_or(0) > 0 ? std::optional(Bytes(*whole)) : std::nullopt;
}

} // namespace

VendorAnswer intelGpus(const SystemTree &tree)
{
    VendorAnswer answer;
    answer.vendor = GpuVendor::Intel;
    const QHash<QString, QList<GpuProcess>> clients = drmClients(tree);
    for (const DrmCard &card : drmCards(tree, kIntel)) {
        DetectedGpu gpu;
        gpu.vendor = GpuVendor::Intel;
        gpu.pciAddress = card.pciAddress;
        gpu.pciId = card.pciId;
        gpu.name = pciName(tree, kIntel, card.deviceId, card.revision);
        if (gpu.name.isEmpty())
            gpu.name = QStringLiteral("Intel %1").arg(card.pciId);
        gpu.driverVersion = moduleVersion(tree, card.driver.isEmpty() ? QStringLiteral("i915") : card.driver);
        gpu.total = ownMemory(tree, card);
        if (gpu.total) {
            const std::optional<qint64> free = tree.number(card.folder + QStringLiteral("/lmem_avail_bytes"));
            if (free.value_or(-1) >= 0)
                gpu.free = Bytes(*free);
            else
                gpu.notes << Strings::tr("The driver does not say how much of its memory is free.");
        } else if (isBuiltIn(card.pciAddress)) {
            const SystemMemory system = systemMemory(tree);
            gpu.unifiedMemory = true;
            gpu.shared = gpu.total = system.total;
            gpu.free = system.available;
        } else {
            gpu.notes << Strings::tr("The driver does not say how much memory it has.");
        }
        gpu.processes = clients.value(card.pciAddress);
        answer.gpus.append(gpu);
    }
    if (!answer.gpus.isEmpty()) {
        answer.state = DriverState::Answered;
    } else if (const QString lonely = pciDisplayController(tree, kIntel); !lonely.isEmpty()) {
        answer.state = DriverState::Failed;
        answer.problem = Strings::tr("There is a GPU of Intel (%1), but its driver is not loaded.").arg(lonely);
    }
    return answer;
}

} // namespace plimsoll
