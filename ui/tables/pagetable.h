// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "core/tables/table.h"

QT_FORWARD_DECLARE_CLASS(QMimeData)

namespace plimsoll {

class AnswerTabs;
struct ChartValues;
struct Plan;
struct TableLook;

/// The table of the page that is shown: the numbers of its chart, or the rows that stand there, in their order. `plan`
/// is as a person left it. Error "not-ready" while the page is still being worked out.
Result<Table> pageTable(const AnswerTabs &tabs, const Plan &plan, const ChartValues &values);

/// The table for a clipboard: lines with tabs for spreadsheets and editors, HTML for documents and spreadsheets.
QMimeData *tableMimeData(const Table &table, const TableLook &look);

} // namespace plimsoll
