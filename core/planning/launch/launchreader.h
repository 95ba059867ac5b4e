// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/planning/plan.h"
#include "core/result.h"

#include <QStringList>

namespace plimsoll {

/// What a pasted command says of a plan.
struct LaunchReading {
    Plan plan;          ///< the plan that was given, with the fields that the command carries
    QStringList fields; ///< those fields, as the plan document names them: "parallel.tensor"
    QStringList unread; ///< flags and words that say nothing about memory, or that are not known
};

/// Reads a command that starts vLLM, SGLang, llama.cpp or TensorRT-LLM, as a person pastes it: over several lines, with
/// quotes, "docker run ... " or environment variables before the program. Fields that it does not carry stay as in
/// `base`; another engine than base's takes that engine's options away. The values are checked by resolve(), not here.
/// Error "bad-command" where no such program is in it, or a flag has no value.
Result<LaunchReading> readLaunchCommand(const QString &text, const Plan &base);

} // namespace plimsoll
