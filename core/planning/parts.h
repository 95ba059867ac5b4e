// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/planning/resolvedplan.h"

#include <QString>

#include <optional>
#include <vector>

namespace plimsoll {

/// A part of the answer that has a name of its own, over all devices.
struct NamedPart {
    std::optional<Item> item; ///< the item that it is in; empty: the pool
    const char *key;          ///< "lora"
    QString name;             ///< "LoRA adapters"
    Bytes bytes;
};

/// The parts that are not zero: the vision encoder within the weights; LoRA adapters, draft model, MTP module and the
/// rule of thumb's overhead within Item::Other; and within the pool what prefix caching can keep beyond the plan's own
/// tokens.
std::vector<NamedPart> partsOf(const ResolvedPlan &resolved, const Estimate &estimate);

} // namespace plimsoll
