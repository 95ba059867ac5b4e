// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/nvidiagpus.h"

#include "core/detect/nvidiaprocesses.h"
#include "core/detect/nvmllibrary.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace plimsoll {
namespace {

struct Strings {
    Q_DECLARE_TR_FUNCTIONS(Nvml)
};

constexpr quint16 kNvidia = 0x10de;
constexpr unsigned kMostDevices = 1024; ///< a driver that says more is not believed

template <size_t size>
QString textOf(std::array<char, size> &buffer)
{
    buffer.back() = '\0';
    return QString::fromUtf8(buffer.data()).trimmed();
}

QString nameOf(const NvmlLibrary &library, nvml::Device device)
{
    std::array<char, nvml::kNameSize> buffer{};
    return library.call("nvmlDeviceGetName", device, buffer.data(), nvml::kNameSize) == nvml::Success ? textOf(buffer)
                                                                                                      : QString();
}

QString uuidOf(const NvmlLibrary &library, nvml::Device device)
{
    std::array<char, nvml::kUuidSize> buffer{};
    return library.call("nvmlDeviceGetUUID", device, buffer.data(), nvml::kUuidSize) == nvml::Success ? textOf(buffer)
                                                                                                      : QString();
}

Bytes bytesFrom(unsigned long long count)
{
    return count > static_cast<unsigned long long>(Bytes::max().count()) ? Bytes::max() : Bytes(qint64(count));
}

/// Nothing where the library lacks both calls.
std::optional<nvml::Return> readMemory(const NvmlLibrary &library, nvml::Device device, std::optional<Bytes> &total,
                                       std::optional<Bytes> &free)
{
    nvml::Memory2 newer{};
    newer.version = nvml::kMemory2Version;
    if (library.call("nvmlDeviceGetMemoryInfo_v2", device, &newer) == nvml::Success) {
        total = bytesFrom(newer.total);
        free = bytesFrom(newer.free);
        return nvml::Success;
    }
    nvml::Memory older{};
    const std::optional<nvml::Return> result = library.call("nvmlDeviceGetMemoryInfo", device, &older);
    if (result == nvml::Success) {
        total = bytesFrom(older.total);
        free = bytesFrom(older.free);
    }
    return result;
}

void readMemory(const NvmlLibrary &library, nvml::Device device, const SystemTree &tree, DetectedGpu &gpu)
{
    const std::optional<nvml::Return> result = readMemory(library, device, gpu.total, gpu.free);
    if (result == nvml::NotSupported) {
        // So answer GPUs that have none of their own, as the one of DGX Spark.
        const SystemMemory system = systemMemory(tree);
        gpu.unifiedMemory = true;
        gpu.shared = gpu.total = system.total;
        gpu.free = system.available;
    } else if (!result) {
        gpu.notes << Strings::tr("This driver cannot say how much memory it has.");
    } else if (*result != nvml::Success) {
        gpu.notes << Strings::tr("Its memory cannot be read: %1.").arg(nvmlErrorText(*result));
    }
}

void readPlace(const NvmlLibrary &library, nvml::Device device, DetectedGpu &gpu)
{
    nvml::PciInfo info{};
    const auto result = library.callFirst(
        {"nvmlDeviceGetPciInfo_v3", "nvmlDeviceGetPciInfo_v2", "nvmlDeviceGetPciInfo"}, device, &info);
    if (result != nvml::Success)
        return;
    gpu.pciAddress = QString::asprintf("%04x:%02x:%02x.0", info.domain, info.bus, info.device);
    gpu.pciId = QString::asprintf("%04x:%04x", info.pciDeviceId & 0xffffU, info.pciDeviceId >> 16);
}

MigInstance instanceOf(const NvmlLibrary &library, nvml::Device device)
{
    static const QRegularExpression profile(QStringLiteral("MIG (\\S+)$"));
    MigInstance instance;
    instance.profile = profile.match(nameOf(library, device)).captured(1);
    instance.uuid = uuidOf(library, device);
    readMemory(library, device, instance.total, instance.free);
    if (!instance.total) {
        nvml::Attributes attributes{};
        if (library.callFirst({"nvmlDeviceGetAttributes_v2", "nvmlDeviceGetAttributes"}, device, &attributes)
            == nvml::Success)
            instance.total = Bytes::fromMiB(qint64(std::min<unsigned long long>(attributes.memoryMiB, 1ULL << 30)));
    }
    return instance;
}

void readInstances(const NvmlLibrary &library, nvml::Device device, DetectedGpu &gpu)
{
    unsigned now = 0, afterReset = 0;
    gpu.migEnabled =
        library.call("nvmlDeviceGetMigMode", device, &now, &afterReset) == nvml::Success && now == nvml::kMigEnabled;
    if (!gpu.migEnabled)
        return;
    unsigned most = 0;
    if (library.call("nvmlDeviceGetMaxMigDeviceCount", device, &most) != nvml::Success) {
        gpu.notes << Strings::tr("Its MIG instances cannot be read.");
        return;
    }
    // Places stay free where an instance was taken away.
    for (unsigned place = 0; place < std::min(most, kMostDevices); ++place) {
        nvml::Device instance = nullptr;
        if (library.call("nvmlDeviceGetMigDeviceHandleByIndex", device, place, &instance) == nvml::Success)
            gpu.instances.append(instanceOf(library, instance));
    }
}

DetectedGpu gpuOf(const NvmlLibrary &library, nvml::Device device, const SystemTree &tree)
{
    DetectedGpu gpu;
    readPlace(library, device, gpu);
    gpu.name = nameOf(library, device);
    if (gpu.name.isEmpty()) {
        gpu.name = QStringLiteral("NVIDIA %1").arg(gpu.pciId);
        gpu.notes << Strings::tr("The driver does not say its name.");
    }
    gpu.uuid = uuidOf(library, device);
    readMemory(library, device, tree, gpu);
    readInstances(library, device, gpu);
    gpu.processes = nvidiaProcesses(library, device);
    return gpu;
}

VendorAnswer failed(const QString &problem)
{
    VendorAnswer answer;
    answer.state = DriverState::Failed;
    answer.problem = problem;
    return answer;
}

} // namespace

VendorAnswer nvidiaGpus(const NvmlLibrary &library, const SystemTree &tree)
{
    VendorAnswer answer;
    if (!library.isThere()) {
        const QString lonely = pciDisplayController(tree, kNvidia);
        return lonely.isEmpty() ? answer
                                : failed(Strings::tr("There is a GPU of NVIDIA (%1), but the library of its driver "
                                                     "(NVML) cannot be loaded; install NVIDIA's driver.")
                                             .arg(lonely));
    }
    if (const QString missing = library.missing(); !missing.isEmpty()) {
        return failed(Strings::tr("The library of NVIDIA's driver lacks %1; install the driver again.").arg(missing));
    }
    if (const nvml::Return result = library.init(); result != nvml::Success)
        return failed(Strings::tr("NVIDIA's driver cannot be asked: %1.").arg(nvmlErrorText(result)));
    unsigned count = 0;
    if (const nvml::Return result = library.deviceCount(count); result != nvml::Success)
        return failed(
            Strings::tr("NVIDIA's driver does not say how many GPUs there are: %1.").arg(nvmlErrorText(result)));
    std::array<char, nvml::kDriverVersionSize> buffer{};
    QString version;
    if (library.call("nvmlSystemGetDriverVersion", buffer.data(), nvml::kDriverVersionSize) == nvml::Success)
        version = textOf(buffer);
    answer.state = DriverState::Answered;
    QStringList problems;
    for (unsigned index = 0; index < std::min(count, kMostDevices); ++index) {
        nvml::Device device = nullptr;
        if (const nvml::Return result = library.device(index, device); result != nvml::Success) {
            problems << Strings::tr("GPU %1 of NVIDIA cannot be asked: %2.").arg(index).arg(nvmlErrorText(result));
            continue;
        }
        DetectedGpu gpu = gpuOf(library, device, tree);
        gpu.driverVersion = version;
        answer.gpus.append(gpu);
    }
    if (!problems.isEmpty()) {
        answer.state = DriverState::Failed;
        answer.problem = problems.join(QLatin1Char(' '));
    }
    library.call("nvmlShutdown");
    return answer;
}

} // namespace plimsoll
