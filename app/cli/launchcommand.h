// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace plimsoll {

/// plimsoll launch: the command that starts the plan's engine, a manifest or a Modelfile. Returns the exit status.
int runLaunch(const QStringList &arguments);

} // namespace plimsoll
