// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/planning/resolvedplan.h"
#include "core/result.h"

#include <QString>

namespace plimsoll {

/// The plan as an Ollama Modelfile, with what Ollama takes from its environment in comments. Error "no-launch-target"
/// for engines other than llama.cpp.
Result<QString> ollamaModelfile(const ResolvedPlan &resolved);

} // namespace plimsoll
