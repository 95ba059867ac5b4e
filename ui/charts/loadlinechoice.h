// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/precisioninput.h"

#include <vector>

namespace plimsoll {

/// A load line that is worth drawing.
struct ChosenLine {
    double value = 0; ///< in the input's unit
    qint32 gpus = 0;
    bool own = false;      ///< of the plan's own GPUs
    bool offScale = false; ///< above the axis: only its label stands at the top
    QString label;
};

/// The plan's own line, first and always; of 1, 2, 4 ... GPUs those on the scale whose labels have room,
/// before others the smallest number that carries the chosen bar, then one GPU, then the largest.
/// `labelShare` is the height of a label as a share of the axis.
std::vector<ChosenLine> chooseLoadLines(const PrecisionInput &input, double axisTop, double labelShare);

} // namespace plimsoll
