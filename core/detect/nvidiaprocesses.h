// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detect/detectedgpu.h"
#include "core/detect/nvml.h"

namespace plimsoll {

class NvmlLibrary;

/// Processes that compute or draw on a GPU, each once, by process id. Empty where the driver does not say.
QList<GpuProcess> nvidiaProcesses(const NvmlLibrary &library, nvml::Device device);

} // namespace plimsoll
