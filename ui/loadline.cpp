// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/loadline.h"

#include <algorithm>

namespace plimsoll {

Bytes deviceCapacity(const DeviceEstimate &device)
{
    const Bytes uncounted = std::max(device.items.total() - device.charged, Bytes());
    return std::max(std::min(device.budget + uncounted, device.usable), Bytes());
}

Bytes planCapacity(const Estimate &estimate)
{
    if (!estimate.hasGpus || estimate.deviceClasses == 0)
        return {};
    if (estimate.deviceClasses == 1)
        return deviceCapacity(estimate.devices[0]) * estimate.devices[0].count;
    const double total = double(estimate.total.total().count());
    Bytes smallest = Bytes::max();
    Bytes sum;
    for (int i = 0; i < estimate.deviceClasses; ++i) {
        const DeviceEstimate &device = estimate.devices[size_t(i)];
        const Bytes capacity = deviceCapacity(device);
        const Bytes load = device.items.total();
        sum += capacity * device.count;
        if (load > Bytes())
            smallest = std::min(smallest, Bytes::rounded(total / double(load.count()) * double(capacity.count())));
    }
    return std::min(smallest, sum);
}

} // namespace plimsoll
