// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/loadlinechoice.h"
#include "ui/charts/sweepaxis.h"
#include "ui/charts/sweepcurve.h"

#include <QString>

#include <vector>

namespace plimsoll {

/// Ends of an axis; 0 = as far as the answer asks for.
struct AxisEnds {
    qint64 first = 0, last = 0;
};

/// Memory over one thing in the plan, the rest of it as it is.
struct SweepInput {
    QString title;
    SweepAxis axis = SweepAxis::Tokens;
    QString axisName; ///< "Context, tokens a sequence"
    SizeUnit unit = SizeUnit::GiB;
    std::vector<SweepPoint> points; ///< x grows
    SweepPoint current;             ///< the plan itself; need not be one of the points, nor on their curve
    AxisEnds ends;
    bool hasGpus = false;

    qint64 mostThatFits = 0; ///< 0 = none, or no GPUs
    SweepPoint crossing;     ///< the answer at mostThatFits
    QString crossingText;    ///< "fits up to 143,872 tokens"; empty where the end is off the axis
    QString noCrossingText;  ///< for those who cannot see it: all of the axis fits, or nothing
    qint64 limit = 0;        ///< of the model; 0 = none on the axis
    QString limitText;
    QString emptyText; ///< why the curve is flat, or there is none; usually empty

    CapacityLines capacity;
    bool legend = false;
    bool handle = false; ///< the plan's own point can be moved

    double inUnit(Bytes size) const { return plimsoll::inUnit(size, unit); }
    std::vector<Item> items() const;
    Bytes highest() const;
    bool isOnAxis(qint64 x) const { return x >= ends.first && x <= ends.last; }
    QString pointText(const SweepPoint &point) const;
    QString description() const;
};

/// Puts a curve and the plan's own answer together. `keep` are the ends of the axis while the plan is moved along it.
SweepInput contextInput(const SweepCurve &curve, const ChartValues &values, AxisEnds keep = {});
SweepInput sequencesInput(const SweepCurve &curve, const ChartValues &values, AxisEnds keep = {});
SweepInput parametersInput(const SweepCurve &curve, const ChartValues &values, AxisEnds keep = {});

/// Both at once: waits for the curve.
SweepInput contextSweep(const ChartValues &values);
SweepInput sequencesSweep(const ChartValues &values);
SweepInput parametersSweep(const ChartValues &values);

} // namespace plimsoll
