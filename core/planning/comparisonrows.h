// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/planning/plancomparison.h"

namespace plimsoll {

/// The rows of comparePlans() about what was chosen: model, precision, engine, GPUs ...
void addChoiceRows(std::vector<ComparisonRow> &rows, const std::vector<ComparedPlan> &plans, SizeUnit unit,
                   const QLocale &locale);

/// The rows about what follows: verdict, sizes, speed, cost.
void addResultRows(std::vector<ComparisonRow> &rows, const std::vector<ComparedPlan> &plans, SizeUnit unit,
                   const QLocale &locale);

/// Where nothing is known.
QString unknownText();

/// Adds a row unless it says nothing of any plan.
void addTellingRow(std::vector<ComparisonRow> &rows, ComparisonRow row);

} // namespace plimsoll
