// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/planning/resolvedplan.h"
#include "core/result.h"

#include <QString>

namespace plimsoll {

/// A manifest that serves the plan: a Deployment, or a LeaderWorkerSet (leaderworkerset.x-k8s.io/v1) with one group of
/// as many pods as the plan takes nodes. Errors: those of launchCommand(); "no-launch-target" for mixed GPUs, for plans
/// without GPUs, and for several nodes under an engine that does not span them.
Result<QString> kubernetesManifest(const ResolvedPlan &resolved);

} // namespace plimsoll
