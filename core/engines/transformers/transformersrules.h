// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engines/enginerules.h"

namespace plimsoll {

/// Hugging Face Transformers' generate(): weights tensor by tensor, a cache as long as every sequence (windowed layers
/// keep their window), and a prefill of the whole prompts at once. There is no pool and no budget: a plan fits where
/// all of it fits the card. Almost no measured rows stand behind it, and it says so.
/// Constants and their sources: resources/catalog/engines/transformers.json.
std::shared_ptr<const EngineRules> makeTransformersRules(const QJsonObject &constants);

} // namespace plimsoll
