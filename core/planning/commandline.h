// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/planning/plan.h"

#include <QString>
#include <QStringList>

namespace plimsoll {

/// The arguments that make this plan on the command line: "estimate", "--model", ... Only what the plan says, so
/// that defaults stay defaults. An architecture given in the plan itself has no option: then empty.
QStringList estimateArguments(const Plan &plan);

/// The same as one line for a POSIX shell, each argument quoted where it needs to be: "plimsoll estimate ...".
QString estimateCommand(const Plan &plan);

/// An argument as a POSIX shell reads it back.
QString shellQuoted(const QString &argument);

} // namespace plimsoll
