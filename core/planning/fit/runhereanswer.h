// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/planning/fit/fitjson.h"
#include "core/planning/fit/runhere.h"

namespace plimsoll {

/// The question "here" as a document: what modelsThatRun() found for `plan`, in its order. The sentence names the
/// first; `plan` of the answer is its plan.
FitAnswer runHereAnswer(const Plan &plan, const std::vector<RunnableModel> &models);

} // namespace plimsoll
