// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engines/torch/expertpadding.h"

namespace plimsoll::torch {

ExpertPadding ExpertPadding::ofGpu(const Gpu *gpu, qint64 hopperIntermediate, bool hopperMarlin)
{
    const QString capability = gpu ? gpu->computeCapability : QString();
    if (capability == QLatin1String("9.0") && !hopperMarlin)
        return {hopperIntermediate, 1, 256};
    if (capability.startsWith(QLatin1String("10.")))
        return {256, 256, 1};
    return {128, 256, 1};
}

} // namespace plimsoll::torch
