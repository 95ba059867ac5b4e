// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/planning/estimate.h"

namespace plimsoll {

/// How much of such a load one device holds: its budget and what the engine does not count against that,
/// at most what is usable. The load lies above it exactly where the device does not fit. 0 without GPUs.
Bytes deviceCapacity(const DeviceEstimate &device);

/// The same for the whole plan. Where ranks carry unequal loads the fullest rules: the total can grow until
/// that one is full, so again the total lies above it exactly where the plan does not fit.
Bytes planCapacity(const Estimate &estimate);

} // namespace plimsoll
