// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/planhandle.h"

#include "ui/charts/sweepaxis.h"

#include <algorithm>
#include <cmath>

namespace plimsoll {

std::optional<qint64> PlanHandle::moved(qint64 to, qint64 current)
{
    if (to == m_movedTo.value_or(current))
        return std::nullopt;
    m_movedTo = to;
    return to;
}

std::optional<qint64> PlanHandle::drag(const std::vector<qint64> &stops, double valueLog, qint64 current)
{
    return stops.empty() ? std::nullopt : moved(nearestStop(stops, valueLog), current);
}

std::optional<qint64> PlanHandle::step(const std::vector<qint64> &stops, int steps, qint64 current)
{
    release(); // no mouse has to stay above it
    return moved(nextStop(stops, m_movedTo.value_or(current), steps), current);
}

int nearestAcross(const QPolygonF &line, double x)
{
    const auto nearest = std::min_element(
        line.begin(), line.end(), [x](QPointF a, QPointF b) { return std::abs(a.x() - x) < std::abs(b.x() - x); });
    return nearest == line.end() ? -1 : int(nearest - line.begin());
}

} // namespace plimsoll
