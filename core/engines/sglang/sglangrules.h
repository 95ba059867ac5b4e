// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engines/enginerules.h"

namespace plimsoll {

/// SGLang from 0.4 on: weights and a token pool within a static share of what is free after the distributed start;
/// activations, CUDA graphs and request tables live in the rest.
///
/// The budget is memFractionStatic x what is free before loading; CUDA context and NCCL are gone from that. Radix
/// caching takes nothing of its own: it keeps finished requests in the pool.
/// Constants and their sources: resources/catalog/engines/sglang.json.
std::shared_ptr<const EngineRules> makeSglangRules(const QJsonObject &constants);

} // namespace plimsoll
