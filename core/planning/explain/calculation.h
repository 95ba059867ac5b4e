// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/planning/explain/waterfall.h"
#include "core/units/sizeformat.h"

#include <QString>

#include <optional>
#include <vector>

namespace plimsoll {

/// One paragraph of a calculation.
struct CalculationBlock {
    enum class Kind : quint8 {
        Title,   ///< of the page: the plan
        Heading, ///< of a part
        Item,    ///< heading of one item; `size` is what it takes
        Step,    ///< a row of the waterfall; `size` is what it adds, `total` what there is after it
        Formula, ///< in symbols
        Line,
        Strong, ///< what the part comes to
        Point,  ///< of a list
        Source, ///< where a constant is from
    };
    Kind kind = Kind::Line;
    QString text;
    QString size, total;
    QString anchor;           ///< key of the waterfall's step that a heading explains; may be empty
    std::optional<Item> item; ///< of a heading
};

/// The whole calculation of an answer, to be read from top to bottom: the rule of thumb and how far off it is, the way
/// from it to the answer step by step, every item with its formula, the plan's numbers and where they are from, and the
/// sum against what the GPUs hold. Texts are translated; numbers are as `locale` writes them.
using Calculation = std::vector<CalculationBlock>;

Calculation calculation(const ResolvedPlan &resolved, const Estimate &estimate, const Comparison &comparison,
                        SizeUnit unit, const QLocale &locale = QLocale::c());

/// "+ 15.0 GiB" or "− 3.00 GiB": a change is never without its sign.
QString formatChange(Bytes change, SizeUnit unit, const QLocale &locale = QLocale::c());

} // namespace plimsoll
