// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engines/enginerules.h"

namespace plimsoll {

/// vLLM from 0.6.4 on (the V0 engine, and V1 from 0.8): weights a rank, paged KV cache, activation peak, CUDA graphs
/// and what lies outside PyTorch.
///
/// The engine lets itself `gpuMemoryUtilization` of the card. From that budget it pays weights, activation
/// peak and the memory that grew outside PyTorch since its start, and gives the rest to the KV cache. The
/// CUDA context that was there before its start is outside the budget, and so are CUDA graphs before 0.21.
/// Constants and their sources: resources/catalog/engines/vllm.json.
std::shared_ptr<const EngineRules> makeVllmRules(const QJsonObject &constants);

} // namespace plimsoll
