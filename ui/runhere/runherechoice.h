// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/planning/fit/runhere.h"

#include <QProcessEnvironment>

#include <functional>

namespace plimsoll {

/// What of a plan the question "what can I run here?" depends on; plans that differ in nothing else ask the same.
Plan runHereQuestion(const Plan &plan);

/// A plan with model, format, GPUs and engine of a row; all else stays as a person left it.
Plan withRunnable(const Plan &plan, const RunnableFormat &format);

/// The models that programs keep on this computer. May take long, so not on the GUI thread.
std::vector<LocalModel> modelsOfDisk(const QProcessEnvironment &environment, const QString &home,
                                     const std::function<bool()> &stopped);

} // namespace plimsoll
