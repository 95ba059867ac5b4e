// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/chartpanel.h"

#include <QString>

#include <vector>

namespace plimsoll {

/// One bar of the precision chart.
struct PrecisionColumn {
    QString name; ///< "INT4"
    QString as;   ///< what the engine makes of it, "W4A16"; empty where that is the name
    ItemBytes items;
    qint32 gpusNeeded = 0;
    bool fits = false;
};

/// What the precision chart shows, taken out of an answer.
struct PrecisionInput {
    QString title;
    SizeUnit unit = SizeUnit::GiB;
    std::vector<PrecisionColumn> columns;
    int chosen = -1;

    bool hasGpus = false;
    QString gpuName; ///< empty where the plan mixes GPUs
    qint32 gpuCount = 0;
    Bytes ownCapacity;  ///< the plan's own load line; 0 = none
    Bytes unitCapacity; ///< of one GPU; 0 where the plan mixes GPUs

    static PrecisionInput from(const ChartValues &values);

    /// Everything in words.
    QString description() const;
    /// One bar in words, a line for each number.
    QString columnText(int column) const;
    double inUnit(Bytes size) const;
};

/// "1 GPU", "4 GPUs".
QString gpuCountText(qint32 count);

/// The number in a bar: whole, with one decimal below 10.
QString barNumber(Bytes size, SizeUnit unit);

} // namespace plimsoll
