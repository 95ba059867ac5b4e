// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/pinanswers.h"

#include <algorithm>

namespace plimsoll {

const ComparedPlan *PinAnswers::find(const Plan &plan) const
{
    const auto found = std::find_if(m_answers.begin(), m_answers.end(),
                                    [&](const ComparedPlan &answer) { return answer.plan == plan; });
    return found == m_answers.end() ? nullptr : &*found;
}

std::vector<ComparedPlan> PinAnswers::of(const Pins &pins) const
{
    std::vector<ComparedPlan> answers;
    for (size_t i = 0; i < pins.size(); ++i) {
        const PinnedPlan &pin = pins.list()[i];
        ComparedPlan answer;
        if (const ComparedPlan *known = find(pin.plan)) {
            answer = *known;
        } else {
            answer.plan = pin.plan;
            answer.isPending = true;
        }
        answer.name = pinName(pin, i);
        answers.push_back(std::move(answer));
    }
    return answers;
}

Pins PinAnswers::missing(const Pins &pins) const
{
    std::vector<PinnedPlan> missing;
    for (const PinnedPlan &pin : pins.list()) {
        if (!find(pin.plan))
            missing.push_back(pin);
    }
    return Pins(std::move(missing));
}

void PinAnswers::add(const std::vector<ComparedPlan> &more, const Pins &pins)
{
    std::vector<ComparedPlan> kept = more;
    for (const ComparedPlan &each : of(pins)) {
        if (!each.isPending)
            kept.push_back(each);
    }
    m_answers = std::move(kept);
}

} // namespace plimsoll
