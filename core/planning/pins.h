// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <memory>
#include <vector>

namespace plimsoll {

struct PinnedPlan;

/// The plans that a plan is compared with, in their order. Copying one costs a pointer: every edit copies whole plans.
/// What a PinnedPlan is, pinnedplan.h says.
class Pins
{
public:
    Pins() = default;
    explicit Pins(std::vector<PinnedPlan> pins);

    bool isEmpty() const { return m_list == nullptr; }
    size_t size() const;
    const std::vector<PinnedPlan> &list() const;

    friend bool operator==(const Pins &a, const Pins &b);

private:
    std::shared_ptr<const std::vector<PinnedPlan>> m_list; ///< null = none
};

} // namespace plimsoll
