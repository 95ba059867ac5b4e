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

constexpr quint16 kAmd = 0x1002;

/// An accelerator with processor cores, all of whose memory is both the one's and the other's.
constexpr quint16 kMi300a = 0x74a0;

/// The device ids of processors with graphics in amdgpu's own table (amdgpu_drv.c, AMD_IS_APU) lie in these ranges, and
/// so do those of later ones; cards are at 0x6000 to 0x7fff.
bool sharesMemory(quint16 device)
{
    return (device >= 0x1300 && device <= 0x1fff) || (device >= 0x9800 && device <= 0x98ff) || device == kMi300a;
}

/// The number by which compute processes name this GPU, from the topology of the kernel's compute driver.
QString computeId(const SystemTree &tree, const QString &pciAddress)
{
    const QStringList parts = pciAddress.split(QLatin1Char(':'));
    if (parts.size() != 3)
        return {};
    const qint64 domain = parts[0].toInt(nullptr, 16);
    const qint64 bus = parts[1].toInt(nullptr, 16);
    const qint64 device = parts[2].section(QLatin1Char('.'), 0, 0).toInt(nullptr, 16);
    const qint64 function = parts[2].section(QLatin1Char('.'), 1).toInt();
    const qint64 location = bus << 8 | device << 3 | function; // as PCI numbers them
    const QString nodes = QStringLiteral("sys/class/kfd/kfd/topology/nodes/");
    for (const QString &node : tree.folders(nodes)) {
        qint64 nodeLocation = -1, nodeDomain = 0;
        const QStringList lines = tree.text(nodes + node + QStringLiteral("/properties")).split(QLatin1Char('\n'));
        for (const QString &line : lines) {
            const QString key = line.section(QLatin1Char(' '), 0, 0);
            if (key == QLatin1String("location_id"))
                nodeLocation = line.section(QLatin1Char(' '), 1).toLongLong();
            else if (key == QLatin1String("domain"))
                nodeDomain = line.section(QLatin1Char(' '), 1).toLongLong();
        }
        const QString id = tree.text(nodes + node + QStringLiteral("/gpu_id"));
        if (nodeLocation == location && nodeDomain == domain && !id.isEmpty() && id != QLatin1String("0"))
            return id;
    }
    return {};
}

QList<GpuProcess> computeProcesses(const SystemTree &tree, const QString &gpuId)
{
    QList<GpuProcess> found;
    if (gpuId.isEmpty())
        return found;
    const QString root = QStringLiteral("sys/class/kfd/kfd/proc/");
    for (const QString &pid : tree.folders(root)) {
        const std::optional<qint64> used = tree.number(root + pid + QStringLiteral("/vram_") + gpuId);
        if (used.value_or(0) > 0)
            found.append({pid.toLongLong(), tree.text(QStringLiteral("proc/%1/comm").arg(pid)), Bytes(*used)});
    }
    return found;
}

void readMemory(const SystemTree &tree, const DrmCard &card, DetectedGpu &gpu)
{
    const auto bytes = [&](const char *name) {
        return tree.number(card.device + QLatin1Char('/') + QLatin1String(name));
    };
    const std::optional<qint64> total = bytes("mem_info_vram_total"), used = bytes("mem_info_vram_used");
    if (!total || *total <= 0) {
        gpu.notes << Strings::tr("The driver does not say how much memory it has.");
        return;
    }
    gpu.total = Bytes(*total);
    if (used && *used >= 0)
        gpu.free = Bytes(std::max<qint64>(0, *total - *used));
    gpu.unifiedMemory = sharesMemory(card.deviceId);
    if (!gpu.unifiedMemory)
        return;
    if (card.deviceId == kMi300a) {
        gpu.shared = gpu.total;
        return;
    }
    // What the firmware sets aside is taken first; then pages of the computer's memory, as far as the driver allows.
    const SystemMemory system = systemMemory(tree);
    gpu.shared = *gpu.total + system.total.value_or(Bytes(0));
    const std::optional<qint64> pages = bytes("mem_info_gtt_total"), pagesUsed = bytes("mem_info_gtt_used");
    if (!pages || *pages <= 0)
        return;
    gpu.total = Bytes(std::min((*gpu.total + Bytes(*pages)).count(), gpu.shared->count()));
    if (gpu.free && pagesUsed) {
        const Bytes room(std::max<qint64>(0, *pages - *pagesUsed));
        *gpu.free += system.available ? std::min(room, *system.available) : room;
    }
}

} // namespace

VendorAnswer amdGpus(const SystemTree &tree)
{
    VendorAnswer answer;
    answer.vendor = GpuVendor::Amd;
    const QHash<QString, QList<GpuProcess>> clients = drmClients(tree);
    for (const DrmCard &card : drmCards(tree, kAmd)) {
        DetectedGpu gpu;
        gpu.vendor = GpuVendor::Amd;
        gpu.pciAddress = card.pciAddress;
        gpu.pciId = card.pciId;
        gpu.uuid = tree.text(card.device + QStringLiteral("/unique_id"));
        gpu.name = tree.text(card.device + QStringLiteral("/product_name"));
        if (gpu.name.isEmpty())
            gpu.name = pciName(tree, kAmd, card.deviceId, card.revision);
        if (gpu.name.isEmpty())
            gpu.name = QStringLiteral("AMD %1").arg(card.pciId);
        gpu.driverVersion = moduleVersion(tree, QStringLiteral("amdgpu"));
        readMemory(tree, card, gpu);
        gpu.processes =
            joined(computeProcesses(tree, computeId(tree, card.pciAddress)), clients.value(card.pciAddress));
        answer.gpus.append(gpu);
    }
    if (!answer.gpus.isEmpty() || tree.exists(QStringLiteral("sys/module/amdgpu"))) {
        answer.state = DriverState::Answered;
    } else if (const QString lonely = pciDisplayController(tree, kAmd); !lonely.isEmpty()) {
        answer.state = DriverState::Failed;
        answer.problem = Strings::tr("There is a GPU of AMD (%1), but its driver is not loaded.").arg(lonely);
    }
    return answer;
}

} // namespace plimsoll
