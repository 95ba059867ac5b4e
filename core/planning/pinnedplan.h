// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/planning/plan.h"

namespace plimsoll {

/// A plan that somebody keeps to compare others with.
struct PinnedPlan {
    QString name;        ///< what a person calls it; may be empty
    Plan plan;           ///< without pins of its own
    QJsonObject unknown; ///< fields of its entry that this version does not know: written back
    friend bool operator==(const PinnedPlan &, const PinnedPlan &) = default;
};

} // namespace plimsoll
