// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/planning/resolvedplan.h"
#include "core/planning/speed/speedterms.h"

namespace plimsoll {

/// What takes most of the time of a decode step.
enum class SpeedBound : quint8 { Bandwidth, Compute, Latency, Interconnect };

/// What stands behind a figure.
enum class SpeedBasis : quint8 {
    Bound,        ///< the roofline: nothing was measured on such hardware, and nothing exceeds it
    Extrapolated, ///< costs of rows that are not near: another engine, fewer GPUs, other models; no interval
    Measured,
};

/// How fast a plan is expected to run. Seconds and tokens a second.
struct SpeedEstimate {
    bool isKnown = false; ///< false: no GPUs, or something a roofline needs is unknown; all else is zero
    SpeedBasis basis = SpeedBasis::Bound;
    bool hasPrompt = false; ///< prefill and the time to the first token are known
    SpeedBasis promptBasis = SpeedBasis::Bound;

    double timeToFirstToken = 0; ///< one prompt as long as the context, alone
    double prefillTokensPerSecond = 0;
    double timePerOutputToken = 0;         ///< of each running sequence
    double decodeTokensPerSecond = 0;      ///< what one sequence sees
    double decodeTokensPerSecondTotal = 0; ///< all sequences of all replicas
    double low = 0, high = 0;              ///< 90 % interval of decodeTokensPerSecond; of a bound: 0 and the bound
    double promptLow = 0, promptHigh = 0;  ///< of prefillTokensPerSecond, where it is measured
    SpeedBound bound = SpeedBound::Bandwidth;
};

/// The speed of a resolved plan under a workload: a prompt of contextLength is prefilled, then every sequence decodes
/// at that length. With `traffic` other requests are prefilled in between. Pure arithmetic, no allocation, below two
/// microseconds. The law is in speedterms.cpp.
SpeedEstimate speedOf(const ResolvedPlan &resolved, Workload workload, Traffic traffic = {});

/// The same under the plan's own workload, with the traffic of its prompts and answers where it says how long they are.
SpeedEstimate speedOf(const ResolvedPlan &resolved);

/// The same on the sums themselves.
SpeedEstimate speedOf(const SpeedLoad &load, Workload workload, Traffic traffic = {});

} // namespace plimsoll
