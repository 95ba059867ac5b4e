// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLatin1String>

namespace plimsoll {

class CommandLine;

/// `plimsoll render` where it makes tables of many plans.

inline constexpr QLatin1String kTableEndings("csv|md|html");

/// By --table or --as.
bool asksForManyTables(const CommandLine &line);

/// Those that --table or else `chartOption` names, of each plan: "DIR/chat-breakdown.csv". The exit status.
int renderManyTables(const CommandLine &line, QLatin1String chartOption);

} // namespace plimsoll
