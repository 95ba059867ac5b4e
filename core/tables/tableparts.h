// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/planning/estimate.h"
#include "core/tables/table.h"

namespace plimsoll {

/// "kvCache" as a key of a column: "kv_cache".
QString snakeCase(const QString &key);

/// A column for every item and one for their sum. People see the items that `present` has any of.
void addItemColumns(Table &table, const ItemBytes &present);
/// The cells of these columns.
void addItemCells(TableRow &row, const ItemBytes &items);

/// Nothing instead of a number below zero.
TableCell knownNumber(double amount);
/// Nothing instead of zero.
TableCell knownCount(qint64 count);

} // namespace plimsoll
