// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/planning/answerextras.h"
#include "core/planning/resolvedplan.h"
#include "core/units/sizeformat.h"

namespace plimsoll {

/// The answer as `plimsoll estimate` prints it, in the C locale. The rule of thumb is always explained;
/// `explainAll` opens every item to its formula.
QString estimateText(const ResolvedPlan &resolved, const Estimate &estimate, const Comparison &comparison,
                     const AnswerExtras &extras, SizeUnit unit, bool explainAll);

} // namespace plimsoll
