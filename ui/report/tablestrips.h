// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/report.h"
#include "ui/report/brokentext.h"
#include "ui/report/pagelayout.h"

namespace plimsoll {

struct TableStyle {
    PrintStyle head, cell, total;
    QColor rule, headRule;
    double gap = 0;      ///< between columns, and half of it around a row
    double keptUpTo = 0; ///< height of a table that is not broken over pages
};

/// Appends the rows of a table, each of which stays on one page; its head is repeated where a page begins within it.
void appendTable(std::vector<Strip> &strips, const ReportTable &table, double width, double above,
                 const TableStyle &style);

} // namespace plimsoll
