// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace plimsoll {

/// plimsoll measure: what a start-up log says beside the estimate of its plan. Returns the exit status.
int runMeasure(const QStringList &arguments);

} // namespace plimsoll
