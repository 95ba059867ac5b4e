// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/units/bytes.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <array>
#include <optional>

namespace plimsoll {

/// Whose driver is asked. Each is asked in a process of its own.
enum class GpuVendor { Nvidia, Amd, Intel, Apple };
inline constexpr std::array kGpuVendors = {GpuVendor::Nvidia, GpuVendor::Amd, GpuVendor::Intel, GpuVendor::Apple};

/// "NVIDIA", as the catalog spells it.
QString vendorName(GpuVendor vendor);
/// Without regard to case.
std::optional<GpuVendor> vendorFromName(const QString &name);

/// A process that holds memory of a GPU.
struct GpuProcess {
    qint64 pid = 0;
    QString name;              ///< of its program; empty where it may not be seen
    std::optional<Bytes> used; ///< nothing where the driver does not say

    bool operator==(const GpuProcess &) const = default;
};

/// A MIG instance that was set up on an NVIDIA GPU.
struct MigInstance {
    QString profile; ///< "1g.10gb"
    QString uuid;    ///< what CUDA_VISIBLE_DEVICES takes
    std::optional<Bytes> total, free;
    QString catalogId; ///< "nvidia-h100-sxm-80gb/1g.10gb"; empty where it matches none

    bool operator==(const MigInstance &) const = default;
};

/// A GPU as its driver describes it. What the driver did not say is absent, never zero.
struct DetectedGpu {
    GpuVendor vendor = GpuVendor::Nvidia;
    QString name;       ///< as the driver or the system's table of names has it; the PCI id where neither has one
    QString pciAddress; ///< "0000:3b:00.0"; empty where it is no PCI device
    QString pciId;      ///< "10de:2330", vendor and device
    QString uuid;
    std::optional<Bytes> total;   ///< what the driver reports; of unified memory what the GPU may use
    std::optional<Bytes> free;    ///< of it, at the moment of asking
    bool unifiedMemory = false;   ///< shared with the processor
    std::optional<Bytes> shared;  ///< of unified memory: all that the processor and the GPU have together
    QList<GpuProcess> processes;  ///< by process id
    bool migEnabled = false;      ///< then only the instances can be used
    QList<MigInstance> instances; ///< of MIG
    QString driverVersion;
    QString catalogId; ///< empty where no record, or more than one, is this GPU
    QStringList notes; ///< what is missing and why, a sentence each

    bool operator==(const DetectedGpu &) const = default;
};

/// How asking one vendor's driver ended.
enum class DriverState {
    Answered, ///< there may be no GPU of it nevertheless
    Absent,   ///< no driver of this vendor, and no GPU that would need one
    Failed,   ///< a driver that refused, or a GPU without a driver
    TimedOut, ///< it did not answer in time, and its process was ended
};

struct VendorAnswer {
    GpuVendor vendor = GpuVendor::Nvidia;
    DriverState state = DriverState::Absent;
    QString problem; ///< one sentence where it failed or timed out
    QList<DetectedGpu> gpus;

    bool operator==(const VendorAnswer &) const = default;
};

/// The GPUs of this computer: an answer a vendor, in the order of kGpuVendors.
struct Detection {
    QList<VendorAnswer> answers;

    QList<DetectedGpu> gpus() const; ///< of all vendors
};

} // namespace plimsoll
