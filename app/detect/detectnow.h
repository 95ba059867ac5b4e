// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/detect/gpudetector.h"

namespace plimsoll {

/// Asks the drivers and waits for all of them, for a command that has nothing else to do; at most as long as the
/// options allow a driver.
Detection detectNow(const GpuDetector::Options &options);

} // namespace plimsoll
