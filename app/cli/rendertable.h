// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLatin1String>

namespace plimsoll {

class CommandLine;

/// `plimsoll render` where what is asked for is a table: the chart's numbers, or one that has no chart.

void addTableOptions(CommandLine &line);

/// By the ending of the file, --table or --as.
bool asksForTable(const CommandLine &line);

/// `chartOption` names the chart, whose table is taken where --table is not given. The exit status.
int renderTable(const CommandLine &line, QLatin1String chartOption);

} // namespace plimsoll
