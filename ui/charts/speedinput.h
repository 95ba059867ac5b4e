// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/planning/sweeps/speedsweep.h"
#include "ui/charts/curvekeeper.h"
#include "ui/charts/sweepinput.h"

#include <QString>

#include <vector>

namespace plimsoll {

struct ChartValues;

struct SpeedQuestion {
    CurveKey key;
    CurveKeeper<SpeedCurve>::Work work;
};
SpeedQuestion speedQuestion(const ChartValues &values);

/// Decode speed over the users at once, the rest of the plan as it is.
struct SpeedInput {
    QString title;
    QString basisText; ///< what the figures are, where they are not measured: "at most: only a bound ..."
    std::vector<SpeedPoint> points;
    SpeedPoint current; ///< the plan itself; need not be one of the points
    AxisEnds ends;
    bool isBound = false; ///< nothing is faster, and nothing was measured
    qint64 mostThatFits = 0;
    QString crossingText; ///< "memory ends at 13 users"; empty where that is off the axis
    QString emptyText;    ///< why there is no speed
    bool handle = false;  ///< the plan's own point can be moved

    bool isOnAxis(qint64 users) const { return users >= ends.first && users <= ends.last; }
    /// One point in words, a line for each number.
    QString pointText(const SpeedPoint &point) const;
    QString description() const;
};

/// Puts a curve and the plan's own answer together; see contextInput().
SpeedInput speedInput(const SpeedCurve &curve, const ChartValues &values, AxisEnds keep = {});

} // namespace plimsoll
