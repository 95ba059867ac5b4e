// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planning/pinedits.h"

#include <algorithm>

namespace plimsoll {

Plan withPin(const Plan &plan, const QString &name)
{
    PinnedPlan pin{name, plan, {}};
    pin.plan.pins = {};
    std::vector<PinnedPlan> pins = plan.pins.list();
    pins.push_back(std::move(pin));
    Plan changed = plan;
    changed.pins = Pins(std::move(pins));
    return changed;
}

Pins withoutPin(const Pins &pins, size_t pin)
{
    if (pin >= pins.size())
        return pins;
    std::vector<PinnedPlan> list = pins.list();
    list.erase(list.begin() + std::ptrdiff_t(pin));
    return Pins(std::move(list));
}

Pins renamedPin(const Pins &pins, size_t pin, const QString &name)
{
    if (pin >= pins.size())
        return pins;
    std::vector<PinnedPlan> list = pins.list();
    list[pin].name = name;
    return Pins(std::move(list));
}

Pins movedPin(const Pins &pins, size_t from, size_t to)
{
    if (from >= pins.size() || to >= pins.size())
        return pins;
    std::vector<PinnedPlan> list = pins.list();
    const auto at = [&](size_t place) { return list.begin() + std::ptrdiff_t(place); };
    if (from < to)
        std::rotate(at(from), at(from) + 1, at(to) + 1);
    else
        std::rotate(at(to), at(from), at(from) + 1);
    return Pins(std::move(list));
}

Plan backToPin(const Plan &plan, size_t pin)
{
    if (pin >= plan.pins.size())
        return plan;
    Plan back = plan.pins.list()[pin].plan;
    back.name = plan.name;
    back.pins = plan.pins;
    back.unknown.remove(QStringLiteral("compare")); // what it was itself compared with
    return back;
}

} // namespace plimsoll
