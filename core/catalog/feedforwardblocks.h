// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/modelarchitecture.h"

#include <optional>
#include <vector>

namespace plimsoll {

/// The feed-forward blocks of a model, asked for layer by layer. Letters: D dense, E experts, B both in parallel,
/// - none.
struct FeedForwardBlocks {
    DenseFeedForward dense;
    MoeFeedForward moe;
    std::vector<qint64> widths;  ///< intermediate_size layer by layer; empty = all as `dense` has it
    qint64 doubleWideFrom = -1;  ///< the dense blocks of this layer and later ones are twice as wide; -1 = none
    qint64 extraWithExperts = 0; ///< parameters of a dense block in parallel with experts

    /// A width of zero is no block.
    std::optional<DenseFeedForward> denseOf(char letter, int layer) const
    {
        if (letter != 'D' && letter != 'B')
            return std::nullopt;
        DenseFeedForward block = dense;
        if (size_t(layer) < widths.size())
            block.intermediateSize = widths[size_t(layer)];
        if (doubleWideFrom >= 0 && layer >= doubleWideFrom)
            block.intermediateSize *= 2;
        if (block.intermediateSize == 0)
            return std::nullopt;
        return block;
    }

    std::optional<MoeFeedForward> moeOf(char letter) const
    {
        if (letter != 'E' && letter != 'B')
            return std::nullopt;
        MoeFeedForward block = moe;
        if (letter == 'B')
            block.extraParameters = extraWithExperts;
        return block;
    }
};

} // namespace plimsoll
