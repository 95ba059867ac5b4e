// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/planning/plancomparison.h"

namespace plimsoll {

/// Answers to pinned plans, known as long as they stay pinned: an answer depends on its plan alone.
class PinAnswers
{
public:
    /// The pins under their names and in their order; pending where there is no answer here.
    std::vector<ComparedPlan> of(const Pins &pins) const;
    /// Those that have none.
    Pins missing(const Pins &pins) const;
    /// Keeps `more`, and of the others what is still pinned.
    void add(const std::vector<ComparedPlan> &more, const Pins &pins);

private:
    const ComparedPlan *find(const Plan &plan) const;

    std::vector<ComparedPlan> m_answers;
};

} // namespace plimsoll
