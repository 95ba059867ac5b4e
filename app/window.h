// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace plimsoll {

/// The program with a window: `plimsoll [PLAN.json]`, or a picture of that window: `plimsoll --snapshot FILE.png`.
/// `typed` are the arguments without the program's name. The exit status.
int runWindow(int argc, char **argv, const QStringList &typed);

} // namespace plimsoll
