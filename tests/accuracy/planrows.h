// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/planning/resolvedplan.h"
#include "tests/accuracy/csvfile.h"

namespace accuracy {

/// The plan of a row of engine_observations.csv; its card by the total that the row prints or by its name.
plimsoll::Plan planOfRow(const CsvRow &row, const QString &engine);

/// What makes the row's deployment distinct.
QString configurationOf(const CsvRow &row);

/// The version range whose rules a plan follows, as the engine's JSON names it.
struct RangeName {
    QString from, name;
};
RangeName rangeOfPlan(const plimsoll::ResolvedPlan &plan);

} // namespace accuracy
