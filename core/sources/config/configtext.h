// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QJsonObject>

namespace plimsoll {

/// The object in a file that Python's json module wrote: NaN, Infinity and -Infinity, which it writes and JSON does
/// not have, are read as null, and a byte order mark is skipped. Refuses files of more than 16 MiB unread; the
/// largest known config.json, with one entry for every quantised layer, has 1 MiB.
Result<QJsonObject> parseConfigText(const QByteArray &text, const QString &where);

} // namespace plimsoll
