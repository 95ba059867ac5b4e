// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/tensorrole.h"

#include <array>

namespace plimsoll {

const char *tensorRoleName(TensorRole role)
{
    static constexpr std::array<const char *, kTensorRoleCount> names = {"embedding",
                                                                         "head",
                                                                         "position-embedding",
                                                                         "per-layer-embedding",
                                                                         "norm",
                                                                         "query",
                                                                         "key",
                                                                         "value",
                                                                         "output",
                                                                         "latent-down",
                                                                         "latent-up",
                                                                         "indexer",
                                                                         "gate",
                                                                         "up",
                                                                         "down",
                                                                         "router",
                                                                         "expert-gate",
                                                                         "expert-up",
                                                                         "expert-down",
                                                                         "shared-gate",
                                                                         "shared-up",
                                                                         "shared-down",
                                                                         "state-in",
                                                                         "state-out",
                                                                         "state-conv",
                                                                         "other",
                                                                         "vision",
                                                                         "audio",
                                                                         "mtp"};
    return names[size_t(role)];
}

} // namespace plimsoll
