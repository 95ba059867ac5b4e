// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/planning/resolvedplan.h"
#include "core/report/report.h"
#include "core/units/sizeformat.h"

namespace plimsoll {

/// Every item that there is any of: on the fullest GPU, in all, its share and why; then the sum.
ReportTable breakdownTable(const ResolvedPlan &resolved, const Estimate &estimate, SizeUnit unit);

/// The four precisions and the plan's own where it is another: what it is stored as, its total and what carries it.
ReportTable precisionTable(const ResolvedPlan &resolved, const Estimate &estimate, const Comparison &comparison,
                           SizeUnit unit);

} // namespace plimsoll
