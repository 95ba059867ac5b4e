// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/nvidiaprocesses.h"

#include "core/detect/nvmllibrary.h"

#include <QFileInfo>

#include <algorithm>
#include <array>
#include <map>
#include <vector>

namespace plimsoll {
namespace {

constexpr unsigned kMostProcesses = 1 << 16;
constexpr unsigned kMoreThanLastTime = 16; ///< processes come while one counts them

/// Nothing where the library lacks this call.
template <typename Process>
std::optional<std::vector<Process>> listed(const NvmlLibrary &library, nvml::Device device, const char *name)
{
    std::vector<Process> processes(kMoreThanLastTime);
    for (int attempt = 0; attempt < 4; ++attempt) {
        auto count = unsigned(processes.size());
        const std::optional<nvml::Return> result = library.call(name, device, &count, processes.data());
        if (!result)
            return {};
        if (result == nvml::Success) {
            processes.resize(std::min<size_t>(count, processes.size()));
            return processes;
        }
        if (result != nvml::InsufficientSize)
            break;
        processes.resize(std::min(std::max(count, unsigned(processes.size())) + kMoreThanLastTime, kMostProcesses));
    }
    return std::vector<Process>();
}

/// Memory by process id. One process may be there several times, once a MIG instance and once a kind of work.
using Usage = std::map<unsigned, std::optional<Bytes>>;

template <typename Process>
Usage usageOf(const std::vector<Process> &processes)
{
    Usage usage;
    for (const Process &process : processes) {
        std::optional<Bytes> &sum = usage[process.pid];
        if (process.used != nvml::kNotAvailable
            && process.used <= static_cast<unsigned long long>(Bytes::max().count()))
            sum = sum.value_or(Bytes(0)) + Bytes(qint64(process.used));
    }
    return usage;
}

Usage usageOf(const NvmlLibrary &library, nvml::Device device, const QByteArray &call)
{
    for (const char *version : {"_v3", "_v2"}) {
        if (const auto found = listed<nvml::Process2>(library, device, QByteArray(call + version).constData()))
            return usageOf(*found);
    }
    const auto found = listed<nvml::Process1>(library, device, call.constData());
    return found ? usageOf(*found) : Usage();
}

QString programOf(const NvmlLibrary &library, unsigned pid)
{
    std::array<char, 1024> buffer{};
    if (library.call("nvmlSystemGetProcessName", pid, buffer.data(), unsigned(buffer.size())) != nvml::Success)
        return {};
    buffer.back() = '\0';
    return QFileInfo(QString::fromUtf8(buffer.data())).fileName();
}

} // namespace

QList<GpuProcess> nvidiaProcesses(const NvmlLibrary &library, nvml::Device device)
{
    Usage all = usageOf(library, device, "nvmlDeviceGetComputeRunningProcesses");
    // Who computes and draws is in both lists with the same figure.
    all.merge(usageOf(library, device, "nvmlDeviceGetGraphicsRunningProcesses"));
    QList<GpuProcess> processes;
    for (const auto &[pid, used] : all)
        processes.append({pid, programOf(library, pid), used});
    return processes;
}

} // namespace plimsoll
