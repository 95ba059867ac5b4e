// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/planning/launch/launchcommand.h"

namespace plimsoll {

/// Where a plan is to be started.
enum class LaunchTarget {
    Shell,      ///< the engine's own command
    Kubernetes, ///< a Deployment, or a LeaderWorkerSet where the plan takes several nodes
    Ray,        ///< the commands of a Ray cluster; vLLM only
    Modelfile,  ///< Ollama
};

/// GPUs of one node and how many nodes the plan takes, by the GPU's largest node in the catalog.
struct NodeLayout {
    qint64 nodes = 1, gpusPerNode = 0;
};
NodeLayout nodesOf(const ResolvedPlan &resolved);

/// The text for a target, ready to be saved or pasted. Errors: those of launchCommand(); "no-launch-target" where the
/// engine or the GPUs do not go with the target.
Result<QString> launchText(const ResolvedPlan &resolved, LaunchTarget target);

} // namespace plimsoll
