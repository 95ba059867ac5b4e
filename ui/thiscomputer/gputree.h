// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detect/gpukinds.h"
#include "core/units/sizeformat.h"

#include <QStandardItemModel>

namespace plimsoll {

/// The GPUs that were found, each with its memory, and below it driver, MIG instances, processes and what is missing.
/// Shown again, a row that is still there stays the same row, so that it stays open and chosen.
class GpuTree : public QStandardItemModel
{
    Q_OBJECT

public:
    /// Into the kinds; absent where the row and those above it are nothing that a plan can take.
    static constexpr int KindRole = Qt::UserRole + 1;
    /// The share of its memory that is in use, 0 to 1; absent where that is not known, and of all but GPUs.
    static constexpr int UsedRole = Qt::UserRole + 2;

    using QStandardItemModel::QStandardItemModel;

    void show(const Detection &detection, const QList<GpuKind> &kinds, SizeUnit unit);

    /// That of the row or of the nearest row above it that has one; -1 where there is none.
    static int kindAt(const QModelIndex &index);
    /// The first row of this kind.
    QModelIndex rowOf(int kind) const;
};

} // namespace plimsoll
