// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// The part of NVIDIA's management library that is called, by its documented binary interface (NVML API Reference
/// Guide, docs.nvidia.com/deploy/nvml-api; nvml.h of driver 550): names, argument order, sizes and numbers. The library
/// belongs to the driver and is found at run time.
namespace plimsoll::nvml {

using Return = int;
using Device = struct DeviceHandle *;

enum ReturnCode : Return {
    Success = 0,
    NotSupported = 3,
    NoPermission = 4,
    NotFound = 6,
    InsufficientSize = 7,
    DriverNotLoaded = 9,
    GpuIsLost = 15,
    OperatingSystemBlocked = 17,
    VersionMismatch = 18,
};

constexpr unsigned kNameSize = 96;          ///< NVML_DEVICE_NAME_V2_BUFFER_SIZE
constexpr unsigned kUuidSize = 96;          ///< NVML_DEVICE_UUID_V2_BUFFER_SIZE
constexpr unsigned kDriverVersionSize = 80; ///< NVML_SYSTEM_DRIVER_VERSION_BUFFER_SIZE
constexpr unsigned kMigEnabled = 1;         ///< NVML_DEVICE_MIG_ENABLE

/// nvmlMemory_t
struct Memory {
    unsigned long long total, free, used;
};

/// nvmlMemory_v2_t; `used` leaves out what the driver keeps, which is `reserved`.
struct Memory2 {
    unsigned version;
    unsigned long long total, reserved, free, used;
};
constexpr unsigned kMemory2Version = unsigned(sizeof(Memory2)) | 2U << 24;

/// nvmlPciInfo_t; older versions end before busId.
struct PciInfo {
    char busIdLegacy[16];
    unsigned domain, bus, device;
    unsigned pciDeviceId; ///< device in the upper, vendor in the lower half
    unsigned pciSubSystemId;
    char busId[32];
};

/// nvmlProcessInfo_v1_t
struct Process1 {
    unsigned pid;
    unsigned long long used;
};

/// nvmlProcessInfo_v2_t, of the calls that end in _v2 and _v3
struct Process2 {
    unsigned pid;
    unsigned long long used; ///< kNotAvailable under some drivers
    unsigned gpuInstance, computeInstance;
};
constexpr unsigned long long kNotAvailable = ~0ULL; ///< NVML_VALUE_NOT_AVAILABLE

/// nvmlDeviceAttributes_t
struct Attributes {
    unsigned multiprocessors, copyEngines, decoders, encoders, jpeg, ofa;
    unsigned gpuInstanceSlices, computeInstanceSlices;
    unsigned long long memoryMiB;
};

} // namespace plimsoll::nvml
