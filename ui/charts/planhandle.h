// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/sweepinput.h"

#include <QPolygonF>

#include <optional>
#include <vector>

namespace plimsoll {

/// The handle by which the plan is moved along a sweep: what it holds of the axis, and where it was put before the plan
/// has followed.
class PlanHandle
{
public:
    /// New values came: the plan is where they say.
    void settle() { m_movedTo.reset(); }

    void grab(const AxisEnds &ends) { m_keep = ends; }
    void release() { m_keep = {}; }
    /// The ends of the axis while it is held, so that it does not run from under the mouse.
    const AxisEnds &keep() const { return m_keep; }

    /// Where it goes from `current`, the plan's place; nothing where it stays. `stops` grow.
    std::optional<qint64> drag(const std::vector<qint64> &stops, double valueLog, qint64 current);
    std::optional<qint64> step(const std::vector<qint64> &stops, int steps, qint64 current);

private:
    std::optional<qint64> moved(qint64 to, qint64 current);

    AxisEnds m_keep;
    std::optional<qint64> m_movedTo;
};

/// The index of the point that is nearest across; -1 where there is none.
int nearestAcross(const QPolygonF &line, double x);

} // namespace plimsoll
