// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A stand-in for the library of NVIDIA's driver: made-up GPUs behind the documented calls, declared here apart from the
// program's own declarations, so that the two have to agree. What it does is in the environment, words apart by spaces:
//   PLIMSOLL_STANDIN="gpus=4 mig fail=nvmlDeviceGetName:999 fail2=nvmlDeviceGetHandleByIndex_v2:15 block=nvmlInit_v2
//   crash=nvmlInit_v2 print"
// "fail2" fails for the second GPU alone. The process that blocks writes its number into the file PLIMSOLL_STANDIN_PID.

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <sstream>
#include <string>
#include <unistd.h>

namespace {

struct Gpu {
    const char *name;
    uint32_t pciDevice;
    uint64_t totalMiB, freeMiB; ///< 0: shares the processor's memory
};
constexpr Gpu kGpus[] = {
    {"NVIDIA H100 80GB HBM3", 0x2330, 81559, 70000},
    {"NVIDIA GeForce RTX 4090", 0x2684, 24564, 24000},
    {"NVIDIA GB10", 0x2e12, 0, 0},
    {"NVIDIA Test Card", 0x1234, 50000, 49000},
};
constexpr Gpu kInstances[] = {
    {"NVIDIA H100 80GB HBM3 MIG 1g.10gb", 0, 9984, 9970},
    {nullptr, 0, 0, 0}, // taken away
    {"NVIDIA H100 80GB HBM3 MIG 3g.40gb", 0, 40448, 40000},
};
constexpr int kSuccess = 0, kInvalid = 2, kNotSupported = 3, kNotFound = 6, kTooSmall = 7;
constexpr uint64_t kMiB = 1 << 20;

/// The value of "key=value" among the words, or "1" for the word alone.
std::string setting(const std::string &key)
{
    const char *text = std::getenv("PLIMSOLL_STANDIN");
    std::istringstream words(text ? text : "");
    for (std::string word; words >> word;) {
        if (word == key)
            return "1";
        if (word.rfind(key + "=", 0) == 0)
            return word.substr(key.size() + 1);
    }
    return {};
}

int failureIn(const char *name, const std::string &key)
{
    const std::string failure = setting(key);
    const size_t colon = failure.find(':');
    return colon != std::string::npos && failure.substr(0, colon) == name ? std::atoi(failure.c_str() + colon + 1) : 0;
}

int enter(const char *name)
{
    if (setting("block") == name) {
        if (const char *path = std::getenv("PLIMSOLL_STANDIN_PID")) {
            std::FILE *file = std::fopen(path, "w");
            std::fprintf(file, "%d", int(getpid()));
            std::fclose(file);
        }
        for (;;)
            pause();
    }
    if (setting("crash") == name)
        std::abort();
    return failureIn(name, "fail");
}

int copy(const char *text, char *buffer, unsigned size)
{
    if (std::strlen(text) >= size)
        return kTooSmall;
    std::strcpy(buffer, text);
    return kSuccess;
}

unsigned count()
{
    const std::string gpus = setting("gpus");
    return gpus.empty() ? 1 : unsigned(std::atoi(gpus.c_str()));
}

} // namespace

#define ENTER                                                                                                          \
    if (const int failure = enter(__func__))                                                                           \
    return failure

extern "C" {

struct Memory {
    uint64_t total, free, used;
};
struct PciInfo {
    char first[16];
    uint32_t domain, bus, device, deviceAndVendor, subsystem;
    char rest[32];
};
struct OldPciInfo {
    char first[16];
    uint32_t domain, bus, device, deviceAndVendor, subsystem, reserved[4];
};
struct OldProcess {
    uint32_t pid;
    uint64_t used;
};
struct Process {
    uint32_t pid;
    uint64_t used;
    uint32_t gpuInstance, computeInstance;
};
static_assert(sizeof(OldProcess) == 16 && sizeof(Process) == 24 && sizeof(PciInfo) == 68);

int nvmlShutdown()
{
    return kSuccess;
}

#ifdef STANDIN_OLD
int nvmlInit()
{
    ENTER;
    return kSuccess;
}
int nvmlDeviceGetCount(unsigned *number)
{
    ENTER;
    *number = count();
    return kSuccess;
}
int nvmlDeviceGetHandleByIndex(unsigned index, const Gpu **gpu)
{
    ENTER;
    *gpu = &kGpus[index];
    return kSuccess;
}
int nvmlDeviceGetPciInfo(const Gpu *gpu, OldPciInfo *info)
{
    ENTER;
    *info = {"0000:3b:00.0", 0, 0x3b, 0, gpu->pciDevice << 16 | 0x10de, 0, {}};
    return kSuccess;
}
int nvmlDeviceGetComputeRunningProcesses(const Gpu *, unsigned *number, OldProcess *processes)
{
    ENTER;
    if (*number < 2) {
        *number = 2;
        return kTooSmall;
    }
    *number = 2;
    processes[0] = {77, 3 * kMiB};
    processes[1] = {78, 4 * kMiB};
    return kSuccess;
}
#else
int nvmlInit_v2()
{
    if (!setting("print").empty()) {
        std::printf("{\"schema\": \"a library that prints\"}\n");
        std::fflush(stdout);
    }
    ENTER;
    return kSuccess;
}
int nvmlDeviceGetCount_v2(unsigned *number)
{
    ENTER;
    *number = count();
    return kSuccess;
}
#endif

#if !defined(STANDIN_OLD) && !defined(STANDIN_BARE)
int nvmlDeviceGetHandleByIndex_v2(unsigned index, const Gpu **gpu)
{
    ENTER;
    if (const int failure = failureIn(__func__, "fail2"); failure && index == 1)
        return failure;
    if (index >= std::size(kGpus))
        return kInvalid;
    *gpu = &kGpus[index];
    return kSuccess;
}
int nvmlDeviceGetPciInfo_v3(const Gpu *gpu, PciInfo *info)
{
    ENTER;
    *info = {"0000:3b:00.0",    0, uint32_t(0x3b + (gpu - kGpus)), 0, gpu->pciDevice << 16 | 0x10de, 0,
             "00000000:3B:00.0"};
    return kSuccess;
}
int nvmlDeviceGetMemoryInfo_v2(const Gpu *gpu, uint32_t *memory)
{
    ENTER;
    constexpr uint32_t version = 40 | 2 << 24;
    if (*memory != version)
        return kInvalid;
    if (gpu->totalMiB == 0)
        return kNotSupported;
    auto *sizes = reinterpret_cast<uint64_t *>(memory + 2);
    constexpr uint64_t reserved = 300;
    sizes[0] = gpu->totalMiB * kMiB;
    sizes[1] = reserved * kMiB;
    sizes[2] = gpu->freeMiB * kMiB;
    sizes[3] = (gpu->totalMiB - gpu->freeMiB - reserved) * kMiB;
    return kSuccess;
}
int nvmlDeviceGetComputeRunningProcesses_v3(const Gpu *gpu, unsigned *number, Process *processes)
{
    ENTER;
    if (gpu != kGpus) {
        *number = 0;
        return kSuccess;
    }
    // More than anybody has room for at first.
    constexpr unsigned all = 40;
    if (*number < all) {
        *number = all;
        return kTooSmall;
    }
    *number = all;
    for (unsigned i = 0; i < all; ++i)
        processes[i] = {4200 + i, i * kMiB, 0xffffffff, 0xffffffff};
    processes[39] = {4201, 7 * kMiB, 1, 0}; // another instance of the second
    return kSuccess;
}
int nvmlDeviceGetGraphicsRunningProcesses_v3(const Gpu *gpu, unsigned *number, Process *processes)
{
    ENTER;
    *number = gpu == kGpus ? 2 : 0;
    if (*number) {
        processes[0] = {4202, 2 * kMiB, 0xffffffff, 0xffffffff};
        processes[1] = {9999, UINT64_MAX, 0xffffffff, 0xffffffff};
    }
    return kSuccess;
}
int nvmlSystemGetProcessName(unsigned pid, char *name, unsigned size)
{
    ENTER;
    return pid == 9999 ? kNotFound : copy("/usr/bin/python3.11", name, size);
}
int nvmlDeviceGetMigMode(const Gpu *gpu, unsigned *now, unsigned *later)
{
    ENTER;
    if (gpu != kGpus)
        return kNotSupported;
    *now = *later = setting("mig").empty() ? 0 : 1;
    return kSuccess;
}
int nvmlDeviceGetMaxMigDeviceCount(const Gpu *, unsigned *number)
{
    ENTER;
    *number = 7;
    return kSuccess;
}
int nvmlDeviceGetMigDeviceHandleByIndex(const Gpu *, unsigned index, const Gpu **instance)
{
    ENTER;
    if (index >= std::size(kInstances) || !kInstances[index].name)
        return kNotFound;
    *instance = &kInstances[index];
    return kSuccess;
}
#endif

#ifndef STANDIN_BARE
int nvmlSystemGetDriverVersion(char *version, unsigned size)
{
    ENTER;
    return copy("550.54.15", version, size);
}
int nvmlDeviceGetName(const Gpu *gpu, char *name, unsigned size)
{
    ENTER;
    return copy(gpu->name, name, size);
}
int nvmlDeviceGetUUID(const Gpu *gpu, char *uuid, unsigned size)
{
    ENTER;
    return copy(std::strstr(gpu->name, "MIG") ? "MIG-0001" : "GPU-0001", uuid, size);
}
int nvmlDeviceGetMemoryInfo(const Gpu *gpu, Memory *memory)
{
    ENTER;
    if (gpu->totalMiB == 0)
        return kNotSupported;
    *memory = {gpu->totalMiB * kMiB, gpu->freeMiB * kMiB, (gpu->totalMiB - gpu->freeMiB) * kMiB};
    return kSuccess;
}
#endif

} // extern "C"
