// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/planning/planning.h"
#include "core/report/report.h"
#include "core/units/sizeformat.h"

namespace plimsoll {

/// What a report says of one plan.
struct ReportedPlan {
    Plan plan; ///< as a document says it to others: see sharedplan.h
    PlanAnswer answer;
    std::vector<ReportFigure> figures;
    Pins pins = {}; ///< what it is compared with, to be worked out
};

/// Of a document in `folder`.
ReportedPlan reportedPlan(const Plan &plan, const PlanAnswer &answer, const QString &folder);

/// The name of a plan, or what it is.
QString reportTitle(const std::vector<ReportedPlan> &plans);

/// Of each plan the verdict, its inputs, the breakdown with the interval, the figures, the precisions, the speed, the
/// command that starts it, the calculation, its sources and the plan itself; before them, where there are several, a
/// table of all verdicts. Numbers are those of the C locale; texts are translated.
Report planReport(const std::vector<ReportedPlan> &plans, const Catalog &catalog, SizeUnit unit);

} // namespace plimsoll
