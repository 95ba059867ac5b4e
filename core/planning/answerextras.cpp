// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planning/answerextras.h"

#include "core/planning/qualitytext.h"

namespace plimsoll {

AnswerExtras extrasOf(const ResolvedPlan &resolved, const Catalog &catalog, std::optional<double> ownPrice)
{
    return {qualityOf(resolved.plan, catalog), costOf(resolved, speedOf(resolved), ownPrice)};
}

} // namespace plimsoll
