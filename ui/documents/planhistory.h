// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/planning/plan.h"

#include <QStringList>

#include <vector>

namespace plimsoll {

/// The plans that one can go back and forth between, and what leads from each to the next.
struct PlanHistory {
    std::vector<Plan> plans; ///< never empty; the first is where undoing ends
    QStringList steps;       ///< "Change context to 65,536"; one fewer than plans
    int index = 0;           ///< of the plan that is shown

    bool isSound() const
    {
        return !plans.empty() && plans.size() == size_t(steps.size()) + 1 && index >= 0 && size_t(index) < plans.size();
    }
    const Plan &plan() const { return plans[size_t(index)]; }

    friend bool operator==(const PlanHistory &, const PlanHistory &) = default;
};

} // namespace plimsoll
