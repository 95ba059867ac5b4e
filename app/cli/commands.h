// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace plimsoll {

/// True where the arguments (without the program's name) ask for the command line and not for the window:
/// a command, --help, --version, or a word that is neither a command nor a file.
bool isCommandLine(const QStringList &arguments);

/// True where the command they name draws, for which it needs a QApplication.
bool drawsFigures(const QStringList &arguments);

/// Runs the command that the arguments name. The exit status.
int runCommandLine(const QStringList &arguments);

} // namespace plimsoll
