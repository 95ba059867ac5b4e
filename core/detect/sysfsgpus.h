// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detect/detectedgpu.h"
#include "core/detect/systemtree.h"

namespace plimsoll {

/// AMD's GPUs as the kernel's amdgpu driver describes them in /sys: memory, and what processes hold of it, those of
/// ROCm also where they belong to others.
VendorAnswer amdGpus(const SystemTree &tree);

/// Intel's GPUs as the kernel's xe and i915 drivers describe them in /sys. Only xe, and Intel's own build of i915, say
/// how much memory a card has, and none how much of it is free.
VendorAnswer intelGpus(const SystemTree &tree);

} // namespace plimsoll
