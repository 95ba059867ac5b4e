// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planning/pins.h"

#include "core/planning/pinnedplan.h"

namespace plimsoll {

Pins::Pins(std::vector<PinnedPlan> pins)
{
    if (!pins.empty())
        m_list = std::make_shared<const std::vector<PinnedPlan>>(std::move(pins));
}

size_t Pins::size() const
{
    return m_list ? m_list->size() : 0;
}

const std::vector<PinnedPlan> &Pins::list() const
{
    static const std::vector<PinnedPlan> none;
    return m_list ? *m_list : none;
}

bool operator==(const Pins &a, const Pins &b)
{
    return a.m_list == b.m_list || (a.m_list && b.m_list && *a.m_list == *b.m_list);
}

} // namespace plimsoll
