// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/planning/resolvedplan.h"
#include "core/result.h"

#include <QStringList>

namespace plimsoll {

/// The command that starts a plan's engine with the plan's values.
struct LaunchCommand {
    QString engine;        ///< "vLLM"
    QString version;       ///< of the engine, "0.19.0"; empty where it has none
    QString image;         ///< a container image with that version
    QStringList arguments; ///< the program first, unquoted
    QStringList notes;     ///< what a command line cannot say, one translated sentence each
};

/// Error "no-launch-command" for engines that no command starts.
Result<LaunchCommand> launchCommand(const ResolvedPlan &resolved);

/// One argument with its value a line, quoted for a POSIX shell, after comment lines that name the engine's version and
/// hold the notes. Ends in a line feed.
QString launchScript(const LaunchCommand &command);

} // namespace plimsoll
