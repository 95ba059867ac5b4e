// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/planning/resolvedplan.h"

#include <QLocale>
#include <QStringList>

#include <vector>

namespace plimsoll {

/// Where a number comes from, made only when somebody asks.
struct Explanation {
    Item item = Item::Weights;
    QString title;     ///< "KV cache"
    QString why;       ///< one line for the breakdown: "128 KiB a token x 8,192 tokens"
    QString formula;   ///< in symbols
    QString numbers;   ///< the same with the plan's numbers and the result
    QStringList steps; ///< longer derivations, one line each; may be empty
    QStringList sources;
};

/// One for every item that is not zero, in the order of Item, then the rule of thumb (item Other, title says so).
std::vector<Explanation> explain(const ResolvedPlan &resolved, const Estimate &estimate,
                                 const QLocale &locale = QLocale::c());

/// That of one item: the engine's own, and what a calibration adds as its last step.
Explanation explainItem(Item item, const ResolvedPlan &resolved, const Estimate &estimate,
                        const QLocale &locale = QLocale::c());

/// The rule of thumb beside the answer: its formula with numbers, how far off it is, and why.
Explanation explainRuleOfThumb(const ResolvedPlan &resolved, const Estimate &estimate,
                               const QLocale &locale = QLocale::c());

} // namespace plimsoll
