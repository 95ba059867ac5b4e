// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/planning/plan.h"
#include "core/result.h"

#include <QStringList>

#include <optional>

namespace plimsoll {

class CommandLine;

/// Changes a plan by the options that were typed, and notes the parts of the plan document that they set
/// ("model", "gpus", ...). The first mistake is returned.
std::optional<Error> applyPlanOptions(const CommandLine &line, Plan &plan, QStringList &typedParts);

} // namespace plimsoll
