// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engines/enginerules.h"
#include "core/planning/resolvedplan.h"
#include "core/result.h"

namespace plimsoll {

/// The layout of a plan: what it says, or tensor parallel over all its GPUs. Checks that the ranks are as many
/// as the GPUs, that tensor parallel stays within a node (NVLink domain) but on engines that document otherwise, the
/// engine's own rules and its `options`; the error "illegal-layout" names the nearest legal one. Replicas and stages
/// may be on other nodes, and on other kinds of GPUs.
Result<Parallel> checkedLayout(const Plan &plan, const EngineRules &engine, const QJsonObject &options,
                               const ModelArchitecture &model, const std::vector<Gpu> &gpus);

/// What the engine of a plan is asked with, and has prepared, for these formats. `resolved` has its model, options,
/// context and draft already; it and the formats must live on.
EngineInput engineInput(const ResolvedPlan &resolved, const std::array<Format, kFormatSlots> &formats,
                        const std::array<KvFormats, kFormatSlots> &kv);

/// Legal layouts of growing GPU count, from `fewest` on, on one kind of GPU: tensor parallel within a node, then whole
/// nodes as pipeline stages. Of engines that divide freely the one GPU, whatever `fewest` is.
std::vector<LayoutLoad> candidateLayouts(const EngineRules &engine, const EngineInput &input, const Gpu &gpu,
                                         qint32 fewest = 1);

/// "TP 4 · PP 1", with DP where there is more than one replica.
QString layoutText(const Parallel &parallel);

} // namespace plimsoll
