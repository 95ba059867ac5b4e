// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QString>

namespace plimsoll {

/// True where a file is to be read as an engine's start-up log: its name ends as those of logs do ("serve.log",
/// "run.out", "log.1.txt") or a line of a known engine is in `beginning`. Plan documents and figures are none, whatever
/// they are called.
bool looksLikeLog(const QString &fileName, QByteArrayView beginning);

/// The same of a file, of which the first 256 KiB are read. False where it cannot be opened.
bool looksLikeLogFile(const QString &path);

} // namespace plimsoll
