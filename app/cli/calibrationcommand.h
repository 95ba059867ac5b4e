// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace plimsoll {

/// plimsoll calibration [list|remove N|clear|on|off]: what the person's own logs measured. The exit status.
int runCalibration(const QStringList &arguments);

} // namespace plimsoll
