// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/planning/explanation.h"
#include "core/planning/resolvedplan.h"

#include <QLocale>

namespace plimsoll::torch {

/// The parts of an explanation that engines on PyTorch have in common: formula and the plan's numbers. The engine adds
/// its sources.
void explainWeights(Explanation &explanation, const ResolvedPlan &resolved, const Estimate &estimate,
                    const QLocale &locale);
void explainKvCache(Explanation &explanation, const ResolvedPlan &resolved, const Estimate &estimate,
                    const QLocale &locale);
void explainState(Explanation &explanation, const ResolvedPlan &resolved, const Estimate &estimate,
                  const QLocale &locale);

} // namespace plimsoll::torch
