// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detect/detectedgpu.h"
#include "core/units/sizeformat.h"

namespace plimsoll {

/// A table of GPUs, with MIG instances, processes and notes below it.
QString detectText(const QList<DetectedGpu> &gpus, SizeUnit unit);

} // namespace plimsoll
