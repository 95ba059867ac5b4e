// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/format.h"

namespace plimsoll {
namespace {

/// llama.cpp's use_more_bits(): the first and the last eighth, and every third layer between.
bool getsMoreBits(int layer, int layers)
{
    return layer < layers / 8 || layer >= 7 * layers / 8 || (layer - layers / 8) % 3 == 2;
}

bool appliesTo(const MixRule &rule, TensorRole role, int layer, int layers)
{
    if (rule.role != role)
        return false;
    if (rule.onlyMoreBitsLayers)
        return layer >= 0 && getsMoreBits(layer, layers);
    if (rule.firstLayers > 0)
        return layer >= 0 && layer < rule.firstLayers;
    if (rule.firstShare > 0)
        return layer >= 0 && layer < layers / rule.firstShare;
    return true;
}

bool isExpert(TensorRole role)
{
    return role == TensorRole::ExpertGate || role == TensorRole::ExpertUp || role == TensorRole::ExpertDown;
}

} // namespace

BitsPerWeight Format::blockFor(TensorRole role, int layer, int layers) const
{
    if (keepsRole(role))
        return keptBlock;
    for (const MixRule &rule : mix) {
        if (appliesTo(rule, role, layer, layers))
            return rule.block;
    }
    if (expertBlock && isExpert(role))
        return *expertBlock;
    return block;
}

} // namespace plimsoll
