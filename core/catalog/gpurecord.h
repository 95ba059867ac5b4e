// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/gpu.h"
#include "core/result.h"

#include <QJsonObject>

namespace plimsoll {

/// The accelerator that a record of gpus.json describes, as one device: rates of a package with several devices are
/// divided by them, and its cloud offers count devices. Strict, like modelFromRecord().
Result<Gpu> gpuFromRecord(const QJsonObject &record, const QString &place);

/// One MIG slice as a GPU of its own, with the id "<gpu id>/<profile>". Its share of the bandwidth goes by memory, its
/// share of the arithmetic by compute slices. Slices have no link to each other: one is all a model can span.
Gpu migSlice(const Gpu &whole, const MigProfile &profile);

} // namespace plimsoll
