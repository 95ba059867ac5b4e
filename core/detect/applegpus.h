// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detect/detectedgpu.h"

#include <QByteArray>

namespace plimsoll {

/// What a Mac says of its GPU: `displays` is the answer of "system_profiler SPDisplaysDataType -json", `memory` that of
/// "sysctl -n hw.memsize", `system` that of "sw_vers -productVersion" or empty. Only Apple's own GPUs are in the
/// answer. Written after recorded answers; it was never run on a Mac.
VendorAnswer appleGpus(const QByteArray &displays, const QByteArray &memory, const QByteArray &system);

} // namespace plimsoll
