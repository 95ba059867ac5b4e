// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engines/enginerules.h"

namespace plimsoll {

/// TensorRT-LLM: weights a rank, activations of a step of max_num_tokens, runtime and decoder buffers, and a KV pool
/// of a fraction of what these leave free. Almost no measured rows stand behind it, and it says so.
/// Constants and their sources: resources/catalog/engines/tensorrt-llm.json.
std::shared_ptr<const EngineRules> makeTensorRtLlmRules(const QJsonObject &constants);

} // namespace plimsoll
