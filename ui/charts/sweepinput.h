// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/loadlinechoice.h"

#include <QString>

#include <vector>

namespace plimsoll {

/// The answer to the plan with another workload.
struct SweepPoint {
    qint64 x = 0; ///< tokens or sequences
    ItemBytes items;
    bool fits = false;
};

/// Memory over one part of the workload, the rest of the plan as it is.
struct SweepInput {
    QString title;
    QString axisName; ///< "Context, tokens a sequence"
    SizeUnit unit = SizeUnit::GiB;
    std::vector<SweepPoint> points; ///< x grows
    SweepPoint current;             ///< the plan itself; need not be one of the points
    bool hasGpus = false;

    qint64 mostThatFits = 0; ///< 0 = none, or no GPUs
    SweepPoint crossing;     ///< the answer at mostThatFits
    QString crossingText;    ///< "fits up to 143,872 tokens"; empty where the end is off the axis
    qint64 limit = 0;        ///< of the model; 0 = none on the axis
    QString limitText;
    QString emptyText; ///< why the curve is flat; usually empty

    CapacityLines capacity;
    bool legend = false;

    double inUnit(Bytes size) const { return plimsoll::inUnit(size, unit); }
    std::vector<Item> items() const;
    Bytes highest() const;
    QString pointText(const SweepPoint &point) const;
    QString description() const;
};

SweepInput contextSweep(const ChartValues &values);
SweepInput sequencesSweep(const ChartValues &values);

} // namespace plimsoll
