// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detect/detectedgpu.h"
#include "core/result.h"

#include <QJsonObject>

#include <optional>

namespace plimsoll {

class Catalog;

/// Equal GPUs, or equal MIG instances, of this computer: what a plan takes as one kind. Of a GPU with MIG switched on
/// only its instances are.
struct GpuKind {
    QString name;                      ///< as the driver has it; of an instance with its profile
    QString id;                        ///< of the catalog; of `record` where it matches none; empty where neither is
    std::optional<QJsonObject> record; ///< what a catalog needs to take it up, where it matches no record
    int count = 1;
    std::optional<Bytes> total; ///< of each
    std::optional<Bytes> free;  ///< of the fullest of them, at the moment of asking
    bool unifiedMemory = false;
    bool isInstance = false;

    /// How many of them a plan can have: instances do not reach each other, so one.
    int planCount() const { return isInstance ? 1 : count; }
    /// False where its memory is not known.
    bool canBePlanned() const { return !id.isEmpty(); }
    bool operator==(const GpuKind &) const = default;
};

/// In the order in which the drivers list them. Catalog ids must be filled in: matchAll().
QList<GpuKind> gpuKinds(const Detection &detection, const Catalog &catalog);

/// The kind that this GPU, or the instance of it, belongs to; -1 where it is of none.
int kindOf(const DetectedGpu &gpu, const QList<GpuKind> &kinds);
int kindOf(const DetectedGpu &gpu, const MigInstance &instance, const QList<GpuKind> &kinds);

/// The kind that a model would run on: with memory of its own before what is shared with the processor, of those the
/// one with the most memory in all. -1 where none can be planned.
int mainKind(const QList<GpuKind> &kinds);

/// Takes the record of a kind that matches none into a catalog, so that a plan can name it. Does nothing for others.
/// The error is that of Catalog::merge().
std::optional<Error> takeInto(Catalog &catalog, const GpuKind &kind);

/// What a plan must reserve so that it has what is free now: usable memory of a GPU less what is free of it. Zero
/// where that is not known. `catalog` has the kind's record.
Bytes takenNow(const GpuKind &kind, const Catalog &catalog);

} // namespace plimsoll
