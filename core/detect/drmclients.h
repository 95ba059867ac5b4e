// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detect/detectedgpu.h"
#include "core/detect/systemtree.h"

#include <QHash>

namespace plimsoll {

/// Processes that hold memory of a GPU through the kernel's DRM drivers, by the PCI address of the GPU and by process
/// id: /proc/PID/fdinfo (drm-usage-stats.rst of the kernel's documentation). Processes of others are seen by root
/// alone.
QHash<QString, QList<GpuProcess>> drmClients(const SystemTree &tree);

/// Both lists, by process id; of a process that is in both the larger figure, since it is the same memory.
QList<GpuProcess> joined(const QList<GpuProcess> &first, const QList<GpuProcess> &second);

} // namespace plimsoll
