// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace plimsoll {

/// plimsoll fit: the reverse questions. Returns the exit status.
int runFit(const QStringList &arguments);

} // namespace plimsoll
