// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detect/detectedgpu.h"

#include <QString>

namespace plimsoll {

/// Asks one vendor's driver in this process, however long that takes: what a child of GpuDetector does.
/// `root` is "/", or a folder that looks like it.
VendorAnswer probeGpus(GpuVendor vendor, const QString &root);

/// Ends this process by itself after so many seconds, also from within a call that never returns; for a child whose
/// parent was killed and cannot end it. Does nothing on Windows.
void endProcessAfter(int seconds);

} // namespace plimsoll
