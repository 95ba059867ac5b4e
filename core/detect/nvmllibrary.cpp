// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/nvmllibrary.h"

#include <QCoreApplication>

namespace plimsoll {
namespace {

struct Strings {
    Q_DECLARE_TR_FUNCTIONS(Nvml)
};

constexpr std::initializer_list<const char *> kInit = {"nvmlInit_v2", "nvmlInit"};
constexpr std::initializer_list<const char *> kCount = {"nvmlDeviceGetCount_v2", "nvmlDeviceGetCount"};
constexpr std::initializer_list<const char *> kHandle = {"nvmlDeviceGetHandleByIndex_v2", "nvmlDeviceGetHandleByIndex"};

} // namespace

NvmlLibrary::NvmlLibrary()
{
#ifdef Q_OS_WIN
    m_library.setFileName(QStringLiteral("nvml"));
#else
    m_library.setFileNameAndVersion(QStringLiteral("nvidia-ml"), 1);
#endif
    m_library.load();
}

QFunctionPointer NvmlLibrary::find(const char *name) const
{
    return m_library.isLoaded() ? m_library.resolve(name) : nullptr;
}

QString NvmlLibrary::missing() const
{
    for (const auto &names : {kInit, kCount, kHandle}) {
        bool found = false;
        for (const char *name : names)
            found = found || find(name);
        if (!found)
            return QLatin1String(*names.begin());
    }
    return {};
}

nvml::Return NvmlLibrary::init() const
{
    return callFirst(kInit).value_or(nvml::NotFound);
}

nvml::Return NvmlLibrary::deviceCount(unsigned &count) const
{
    return callFirst(kCount, &count).value_or(nvml::NotFound);
}

nvml::Return NvmlLibrary::device(unsigned index, nvml::Device &device) const
{
    return callFirst(kHandle, index, &device).value_or(nvml::NotFound);
}

QString nvmlErrorText(nvml::Return code)
{
    switch (code) {
    case nvml::NotSupported:
        return Strings::tr("this GPU does not have it (3)");
    case nvml::NoPermission:
        return Strings::tr("no permission (4)");
    case nvml::DriverNotLoaded:
        return Strings::tr("the kernel's NVIDIA driver is not loaded (9)");
    case nvml::GpuIsLost:
        return Strings::tr("the GPU does not answer any more; restart the computer (15)");
    case nvml::OperatingSystemBlocked:
        return Strings::tr("the operating system or the container keeps the GPU back (17)");
    case nvml::VersionMismatch:
        return Strings::tr("the library and the kernel's driver are of different versions; restart the computer (18)");
    default:
        return Strings::tr("error %1").arg(code);
    }
}

} // namespace plimsoll
