// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/planning/pinnedplan.h"

namespace plimsoll {

/// The plan with itself as one more pin, the last.
Plan withPin(const Plan &plan, const QString &name);

// Of a pin that there is not, or to a place that there is not, nothing changes.
Pins withoutPin(const Pins &pins, size_t pin);
Pins renamedPin(const Pins &pins, size_t pin, const QString &name);
/// `to` is the place that it has afterwards.
Pins movedPin(const Pins &pins, size_t from, size_t to);

/// A pinned plan as the plan to work on: under the name and with the pins of `plan`.
Plan backToPin(const Plan &plan, size_t pin);

} // namespace plimsoll
