// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engines/enginerules.h"

namespace plimsoll {

/// M = P x Q/8 x (1 + overhead): parameters times bytes a parameter and 20 % for everything else. It knows
/// no context, no users and no engine; any number of GPUs carries an equal share.
/// The constants are those of resources/catalog/engines/rule-of-thumb.json.
std::shared_ptr<const EngineRules> makeRuleOfThumb(const QJsonObject &constants);

/// The rule's answer in bytes, with overhead 0.2.
/// Source: the widely copied form, 13 B parameters at 16 bits = 31.2 GB.
Bytes ruleOfThumbBytes(Bytes weights, double overhead = 0.2);

/// Weights as the rule counts them: every parameter in the format's bits; mixed formats tensor by tensor.
Bytes ruleOfThumbWeights(const ModelArchitecture &model, const Format &format);

} // namespace plimsoll
