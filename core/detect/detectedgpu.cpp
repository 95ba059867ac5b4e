// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/detectedgpu.h"

namespace plimsoll {

QString vendorName(GpuVendor vendor)
{
    switch (vendor) {
    case GpuVendor::Nvidia:
        return QStringLiteral("NVIDIA");
    case GpuVendor::Amd:
        return QStringLiteral("AMD");
    case GpuVendor::Intel:
        return QStringLiteral("Intel");
    case GpuVendor::Apple:
        break;
    }
    return QStringLiteral("Apple");
}

std::optional<GpuVendor> vendorFromName(const QString &name)
{
    for (const GpuVendor vendor : kGpuVendors) {
        if (name.compare(vendorName(vendor), Qt::CaseInsensitive) == 0)
            return vendor;
    }
    return {};
}

QList<DetectedGpu> Detection::gpus() const
{
    QList<DetectedGpu> all;
    for (const VendorAnswer &answer : answers)
        all += answer.gpus;
    return all;
}

} // namespace plimsoll
