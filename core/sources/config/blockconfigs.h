// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/modelarchitecture.h"
#include "core/sources/config/configkeys.h"

namespace plimsoll {

/// Appends the layers of a model that a search pruned one by one: `block_configs` of Nemotron-NAS and DeciLM, where a
/// layer's attention or feed-forward block may be narrower, or gone together with its norm. False where there is no
/// such list.
bool readBlockConfigs(const ConfigKeys &in, ModelArchitecture &model);

} // namespace plimsoll
