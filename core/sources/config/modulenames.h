// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/modelarchitecture.h"
#include "core/catalog/tensorrole.h"

#include <QStringList>

namespace plimsoll {

/// The names within a layer that checkpoints give the module of a role, the commonest first ("self_attn.q_proj",
/// "attn.q_proj"); empty for roles that no checkpoint quantises.
QStringList moduleNames(const LayerGroup &layer, TensorRole role);

} // namespace plimsoll
