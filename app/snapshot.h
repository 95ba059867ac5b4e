// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QWidget;

namespace plimsoll {

struct Plan;

/// Before the QApplication is made: draws without a display, unless the person chose a platform.
void preferOffscreen();

/// Writes a picture of a shown window once it has settled; a PNG carries the plan. The exit status; a failure is
/// complained about, and an old file stays.
int takeSnapshot(QWidget &window, const Plan &plan, const QString &path);

} // namespace plimsoll
