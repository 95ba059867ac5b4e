// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/loadlinechoice.h"

#include <QString>

#include <vector>

namespace plimsoll {

/// One step of a waterfall: a bar from what there was before it to what there is after it.
struct WaterfallRow {
    QString key;     ///< of the step; see WaterfallStep
    QString label;   ///< "KV cache"
    QString change;  ///< "+ 15.0 GiB"
    QString running; ///< what there is after it, without the unit
    Item item = Item::Weights;
    Bytes before, after;
    QString formula, numbers;
};

/// What a waterfall shows, taken out of an answer.
struct WaterfallInput {
    QString title;
    SizeUnit unit = SizeUnit::GiB;
    std::vector<WaterfallRow> rows; ///< the first is the rule of thumb
    QString totalLabel;             ///< of the last bar
    ItemBytes total;                ///< of the last bar, stacked by item
    QString running;                ///< the same without the unit
    Bytes capacity;                 ///< what the plan's GPUs hold of such a load; 0 = no load line
    QString capacityName;           ///< "4 GPUs: 285 GiB"

    /// One bar in words, a line for each number; the last is that of the answer.
    QString rowText(int row) const;
    /// Everything in words.
    QString description() const;
    int rowCount() const { return rows.empty() ? 0 : int(rows.size()) + 1; }
};

WaterfallInput waterfallInput(const ChartValues &values);

} // namespace plimsoll
