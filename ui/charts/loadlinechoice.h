// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/chartpanel.h"

#include <QString>

#include <vector>

namespace plimsoll {

/// The sizes that load lines stand for.
struct CapacityLines {
    Bytes own;       ///< of the plan's own GPUs; 0 = no lines at all
    QString ownName; ///< what it is of: "4 GPUs"
    qint32 gpus = 0;
    Bytes perGpu; ///< for lines of 1, 2, 4 ... GPUs; 0 = none but the own

    /// Of all GPUs of a plan together.
    static CapacityLines ofPlan(const ChartValues &values);
};

/// A load line that is worth drawing.
struct ChosenLine {
    double value = 0; ///< in the input's unit
    qint32 gpus = 0;
    bool own = false;      ///< of the plan's own GPUs
    bool offScale = false; ///< above the axis: only its label stands at the top
    QString label;
};

/// The plan's own line, first and always; of 1, 2, 4 ... GPUs those on the scale whose labels have room,
/// before others the smallest number that carries `load`, then one GPU, then the largest.
/// `axisTop` is in `unit`, `labelShare` the height of a label as a share of the axis.
std::vector<ChosenLine> chooseLoadLines(const CapacityLines &lines, Bytes load, SizeUnit unit, double axisTop,
                                        double labelShare);

/// "1 GPU", "4 GPUs".
QString gpuCountText(qint32 count);

/// A size on an axis.
double inUnit(Bytes size, SizeUnit unit);

/// The number of a bar or a line: whole, with one decimal below 10.
QString barNumber(Bytes size, SizeUnit unit);

} // namespace plimsoll
