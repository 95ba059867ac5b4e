// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/planning/cost.h"
#include "core/planning/pinnedplan.h"
#include "core/planning/planning.h"
#include "core/units/sizeformat.h"

#include <QLocale>

#include <memory>
#include <optional>
#include <vector>

namespace plimsoll {

/// One of the plans that are compared, and what follows from it.
struct ComparedPlan {
    QString name;
    Plan plan;                                ///< as a person said it
    std::shared_ptr<const PlanAnswer> answer; ///< null: it has none
    Error error;                              ///< why it has none
    bool isPending = false;                   ///< nobody has worked it out yet, so there is no error either
    SpeedEstimate speed;
    std::optional<Cost> cost;
};

ComparedPlan comparedPlan(const QString &name, const Plan &plan, const Catalog &catalog);

/// The same where the answer is known already.
ComparedPlan comparedPlan(const QString &name, const Plan &plan, const PlanAnswer &answer);

/// Each takes as long as resolving it.
std::vector<ComparedPlan> comparedPins(const Pins &pins, const Catalog &catalog);

/// The plan itself and what is pinned to it, in this order.
std::vector<ComparedPlan> comparedPlans(const Plan &plan, const Catalog &catalog);

/// What one plan says in a row.
struct ComparisonCell {
    QString text;                ///< translated; a dash where nothing is known
    QString detail;              ///< the same in a sentence, where there is one
    std::optional<double> value; ///< in the unit of the row, where it is a number and known
    bool differs = false;        ///< from the first plan, as far as a reader sees it
};

/// What is compared: a choice, or what follows from the choices.
struct ComparisonRow {
    enum class Unit : quint8 { Text, Bytes, Count, TokensPerSecond, Seconds, Dollars };
    QString id;   ///< stable: "contextLength", "headroom"
    QString name; ///< translated
    Unit unit = Unit::Text;
    bool isChoice = false;
    std::vector<ComparisonCell> cells; ///< one a plan

    /// Whether any plan differs from the first.
    bool differs() const;
};

/// Plans side by side. Rows that say nothing of any of them are left out.
struct PlanComparison {
    std::vector<QString> names; ///< of the plans
    std::vector<ComparisonRow> rows;
};

/// A plan without an answer has its choices, and in the row "verdict" why there is none. Texts are in `unit`.
PlanComparison comparePlans(const std::vector<ComparedPlan> &plans, SizeUnit unit,
                            const QLocale &locale = QLocale::c());

/// What the plan is called that pinned ones are compared with.
QString thisPlanName();

/// What a pinned plan is called: as its person says, or by its place, counted from 0.
QString pinName(const PinnedPlan &pin, size_t place);

/// A name for a plan that is to be pinned, which none of `pins` has: "Llama 3.1 8B BF16". `resolved` null: the plan has
/// no answer.
QString proposedPinName(const Plan &plan, const ResolvedPlan *resolved, const Pins &pins);

} // namespace plimsoll
