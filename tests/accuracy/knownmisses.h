// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace accuracy {

/// Why an estimate misses a row, from tests/data/known_misses.csv; "not explained" where nothing is said.
QString reasonOf(const QString &row, const QString &item);

/// True where that file says that the row does not state what the item's figure follows from.
bool isUnstated(const QString &row, const QString &item);

} // namespace accuracy
