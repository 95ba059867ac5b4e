// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engines/vllm/vllmconstants.h"
#include "core/planning/explanation.h"

namespace plimsoll::vllm {

/// How vLLM comes to one item: formula, the plan's numbers in it, sources.
Explanation explain(const Constants &constants, Item item, const ResolvedPlan &resolved, const Estimate &estimate,
                    const QLocale &locale);

} // namespace plimsoll::vllm
