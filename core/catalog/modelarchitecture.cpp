// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/modelarchitecture.h"

#include <algorithm>

namespace plimsoll {

bool ModelArchitecture::hasExperts() const
{
    return std::any_of(groups.begin(), groups.end(), [](const LayerGroup &group) { return group.moe.has_value(); });
}

void ModelArchitecture::dropCausality()
{
    for (LayerGroup &group : groups) {
        if (auto *attention = std::get_if<GroupedAttention>(&group.mixer))
            attention->causal = false;
    }
}

void ModelArchitecture::appendLayer(LayerGroup shape)
{
    auto group = std::find_if(groups.begin(), groups.end(),
                              [&](const LayerGroup &candidate) { return candidate.sameShape(shape); });
    if (group == groups.end()) {
        shape.count = 0;
        group = groups.insert(groups.end(), shape);
    }
    ++group->count;
    layerGroups.push_back(quint16(group - groups.begin()));
}

} // namespace plimsoll
