// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QStringList>

namespace plimsoll {

/// The words of a POSIX shell command as the shell would hand them over: quotes and backslashes taken away, lines that
/// end in a backslash joined, comments left out. Only the first command is read; what follows ; & | or an end of line
/// is not. Nothing is expanded: "$HOME" stays. Error "bad-command" where a quote is not closed.
Result<QStringList> shellWords(const QString &text);

} // namespace plimsoll
