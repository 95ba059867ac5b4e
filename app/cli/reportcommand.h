// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace plimsoll {

/// plimsoll report: a report on one plan or more as a file. The exit status.
int runReport(const QStringList &arguments);

} // namespace plimsoll
