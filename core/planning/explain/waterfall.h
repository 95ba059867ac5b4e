// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/planning/resolvedplan.h"

#include <QLocale>
#include <QStringList>

#include <vector>

namespace plimsoll {

/// One correction on the way from the rule of thumb to the answer.
struct WaterfallStep {
    QString key; ///< stable: "ruleOfThumb", "allowance", "parameters", "loaded", the keys of the items, "calibration"
    Item item = Item::Weights; ///< whose memory it corrects
    QString label;             ///< "KV cache"
    Bytes delta;               ///< what it adds; negative: what it takes away
    Bytes total;               ///< of this step and all before it
    QString formula;           ///< in symbols
    QString numbers;           ///< the same with the plan's numbers; may be empty
    QStringList sources;       ///< of its constants; may be empty
};

/// The rule of thumb, then every correction that changes something, in the order in which a person would make them: the
/// flat share for everything else goes, the weights become exact, then what else takes memory is added item by item.
/// The exact weights are there even where they change nothing. The last total is that of the estimate, to the byte.
std::vector<WaterfallStep> waterfall(const ResolvedPlan &resolved, const Estimate &estimate,
                                     const QLocale &locale = QLocale::c());

} // namespace plimsoll
