// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace plimsoll {

/// plimsoll render OUT.(svg|pdf|png) [plan options]: a chart as a file. Needs a QApplication, no display.
int runRender(const QStringList &arguments);

} // namespace plimsoll
