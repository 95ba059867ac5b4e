// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/planning/resolvedplan.h"

namespace plimsoll {

/// An answer put together by hand, so that tests of views need no catalog and no engine.
struct SampleAnswer {
    ResolvedPlan plan;
    Estimate estimate;
    Comparison comparison;
};

/// The plan of the design drawing: Llama 3.1 70B at FP16 on 4 x H100 80 GB, 8 users.
SampleAnswer sampleAnswer();

/// The same without a GPU.
SampleAnswer sampleWithoutGpu();

/// `gibByItem` of each of the four precisions; on `gpus` cards of `usableGib`, of which the engine takes `budgetGib`.
struct SampleShape {
    std::array<std::array<double, kItemCount>, kComparisonFormats> gib{};
    int chosen = 1;
    int gpus = 4;
    double usableGib = 79.2, budgetGib = 71.3;
    double unchargedShare = 0; ///< of the runtime item
};
SampleAnswer makeAnswer(const SampleShape &shape);

} // namespace plimsoll
