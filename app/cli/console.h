// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QString>

namespace plimsoll {

/// The exit status of the command line; scripts rely on these.
enum ExitStatus {
    ExitAnswered = 0,
    ExitDoesNotFit = 1, ///< --check, and it does not fit
    ExitTyped = 2,      ///< something typed is wrong
    ExitFile = 3,       ///< something in a file is wrong, or an output cannot be written
};

/// Standard output, as UTF-8. Buffered until finish() or flushOutput().
void print(const QByteArray &text);
void print(const QString &text);
bool flushOutput();

/// One line on standard error: "plimsoll: <text>".
void complain(const QString &text);
/// complain(), and the exit status that the kind of the error asks for.
int complain(const Error &error);
/// A remark beside an answer, also on standard error.
void note(const QString &text);

/// `status`, unless what was printed could not be written.
int finish(int status);

} // namespace plimsoll
