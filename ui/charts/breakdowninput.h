// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/chartpanel.h"

#include <QString>

#include <optional>
#include <vector>

namespace plimsoll {

/// One line of the breakdown: an item, the total, or last the rule of thumb.
struct BreakdownRow {
    enum class Kind : quint8 { Item, Total, RuleOfThumb };
    Kind kind = Kind::Item;
    std::optional<Item> item; ///< of an item's row
    QString label;            ///< "KV cache"
    QString perGpu;           ///< "20.0 GiB"; empty without GPUs, and of the rule
    QString all;              ///< "80.0 GiB"
    QString share;            ///< "34 %"; only of an item
    QString why;              ///< of the total its interval
    Bytes bytes;              ///< behind `all`
};

/// What a picture of the breakdown shows, in the words of the window's table.
struct BreakdownInput {
    QString title;
    QString perGpuHead, allHead, shareHead; ///< of the columns; the first is empty without GPUs
    std::vector<BreakdownRow> rows;
    ItemBytes total;

    /// Everything in words.
    QString description() const;
};

BreakdownInput breakdownInput(const ChartValues &values);

} // namespace plimsoll
