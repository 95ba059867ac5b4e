// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/planning/fit/fitquestions.h"
#include "core/planning/fit/formatmatrix.h"
#include "core/planning/fit/limitrows.h"
#include "core/planning/fit/modelmatrix.h"
#include "core/planning/plancomparison.h"
#include "core/planning/sweeps/memorysweeps.h"
#include "core/planning/sweeps/speedsweep.h"
#include "core/tables/table.h"

namespace plimsoll {

/// An answer that tables are made of, and how their texts are written.
struct TableValues {
    const ResolvedPlan &plan;
    const Estimate &estimate;
    const Comparison &comparison;
    SizeUnit unit = SizeUnit::GiB;
    QLocale locale = QLocale::c();
};

/// Every item, and the sum: on the fullest GPU, in all, its share, in the computer's own memory, and why.
Table breakdownTable(const TableValues &values);

/// What GPUs with the same load carry, a row for each such load, and the sum over all of them.
Table gpusTable(const TableValues &values);

/// The four precisions, and the plan's own where it is another.
Table precisionsTable(const TableValues &values);

/// From the rule of thumb to the answer; a step a row.
Table waterfallTable(const TableValues &values);

/// Memory along an axis. Machines get every stop of the slider; people round ones, the plan's own and the last that
/// fits.
Table contextTable(const SweepCurve &curve, const TableValues &values);
Table usersTable(const SweepCurve &curve, const TableValues &values);
Table parametersTable(const SweepCurve &curve, const TableValues &values);
/// Decode speed over the users at once, as the above.
Table speedTable(const SpeedCurve &curve, const TableValues &values);

/// Plans side by side: a row a plan, which people read as a column.
Table compareTable(const std::vector<ComparedPlan> &plans, const TableValues &values);

/// GPUs with the fewest of each that carry the plan, in the order given.
Table whatFitsTable(const std::vector<GpuFit> &fits, const TableValues &values);

/// The same number for every precision (`rows` into the GPUs of the answer, in their order), or for every model.
Table formatsTable(const FitMatrixAnswer &answer, const std::vector<int> &rows, const TableValues &values);
Table modelsTable(const std::vector<Gpu> &gpus, const std::vector<ModelRow> &rows, const TableValues &values);

/// The reverse questions and the steps.
Table limitsTable(const std::vector<LimitRow> &rows, const TableValues &values);

} // namespace plimsoll
