// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace plimsoll {

/// Renames a file that cannot be read to NAME.broken-DATE, so that a person can still look at it and a new one can take
/// its place. The new path; empty where it could not be renamed.
QString setAside(const QString &path);

} // namespace plimsoll
