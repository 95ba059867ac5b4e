// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/planning/speed/speed.h"

#include <functional>
#include <vector>

namespace plimsoll {

/// How fast the plan is with another number of users at once.
struct SpeedPoint {
    qint64 users = 0;
    SpeedEstimate speed;
};

/// What does not depend on how many users the plan has.
struct SpeedCurve {
    std::vector<SpeedPoint> points; ///< at the stops of the slider; empty where no speed is known
    qint64 mostThatFits = 0;        ///< 0 = not even one user
};

/// The speed of the plan with that many users at once, all else as it is.
SpeedEstimate speedWith(const ResolvedPlan &plan, qint64 users);

/// `stopped` is asked between points; true ends the work with what is there.
SpeedCurve speedCurve(const ResolvedPlan &plan, const std::function<bool()> &stopped = {});

} // namespace plimsoll
