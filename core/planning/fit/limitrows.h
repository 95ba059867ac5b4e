// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/planning/plan.h"
#include "core/planning/resolvedplan.h"
#include "core/units/sizeformat.h"

#include <QJsonObject>
#include <QLocale>
#include <QString>

#include <functional>
#include <optional>
#include <vector>

namespace plimsoll {

/// A reverse question with its answer, or a step with what it changes.
struct LimitRow {
    QString id;               ///< of a question: "max-context"
    QString question;         ///< "Longest context", "1 more user"
    QString answer;           ///< one sentence
    QJsonObject values;       ///< of a question that has an answer: as in plimsoll.fit/1
    std::optional<Plan> plan; ///< the plan that the row leads to; absent where there is no answer
    bool isStep = false;
    bool fits = true;
    bool isTitle = false; ///< `question` names the rows below it

    // Of a step; see PlanStep.
    Bytes more, headroom;
    double decodeTokensPerSecond = -1;
};

/// Every reverse question and every step of a plan, questions first. Takes some tens of milliseconds. `stopped` is
/// asked between them; true ends it with what is there.
std::vector<LimitRow> limitRows(const Plan &plan, const ResolvedPlan &resolved, const Catalog &catalog, SizeUnit unit,
                                const std::function<bool()> &stopped = {}, const QLocale &locale = QLocale::c());

} // namespace plimsoll
