// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engines/llamacpp/llamacppconstants.h"
#include "core/planning/explanation.h"

namespace plimsoll::llamacpp {

Explanation explain(const Constants &constants, const Options &options, Item item, const ResolvedPlan &resolved,
                    const Estimate &estimate, const QLocale &locale);

} // namespace plimsoll::llamacpp
