// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detect/detectedgpu.h"
#include "core/detect/systemtree.h"

namespace plimsoll {

class NvmlLibrary;

/// NVIDIA's GPUs as its management library describes them. May block for ever. `tree` tells whether there is a GPU
/// where there is no library, and how large memory is that a GPU shares with the processor.
VendorAnswer nvidiaGpus(const NvmlLibrary &library, const SystemTree &tree);

} // namespace plimsoll
