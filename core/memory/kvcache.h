// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/modelarchitecture.h"
#include "core/units/bitsperweight.h"

#include <vector>

namespace plimsoll {

/// What one layer of a group keeps for every sequence. All in elements, before any engine's rounding.
struct CacheShape {
    qint64 keyElements = 0;    ///< a token, all KV heads
    qint64 valueElements = 0;  ///< a token; 0 where keys serve as values or the latent serves both
    qint32 kvHeads = 0;        ///< for sharding; 0 = not divisible (MLA: replicated on every rank)
    qint64 window = 0;         ///< tokens kept at most; 0 = all
    qint32 tokensPerEntry = 1; ///< compressed attention keeps one entry for so many tokens
    qint64 fixedBytesPerToken =
        0; ///< stored in a type of its own, whatever the cache format (indexer keys in FP8 with scales)
    bool crossAttention = false; ///< grows with image tokens, not with context

    bool caches() const { return keyElements + valueElements + fixedBytesPerToken > 0; }
};

/// Recurrent state of one layer, a sequence, independent of context.
struct StateShape {
    qint64 convElements = 0;  ///< rolling window of the convolution
    qint64 stateElements = 0; ///< the recurrence itself
    qint32 heads = 0;         ///< for sharding; 0 = by channels
};

/// A compressed layer has two caches (window and compressed), hence a list.
std::vector<CacheShape> cacheShapes(const Mixer &mixer);
/// `hidden` is the layer's width: a short convolution works on it.
StateShape stateShape(const Mixer &mixer, qint64 hidden);

/// Formats of keys and values.
struct KvFormats {
    BitsPerWeight k, v;
};

/// Bytes a token of the whole model, all layers whose cache still grows at any length; models with
/// only windowed layers count those. No replication, no padding.
Bytes kvBytesPerToken(const ModelArchitecture &model, KvFormats formats);

/// Bytes of `sequences` sequences of `tokens` tokens, whole model, windows applied, exact (no engine's rounding).
Bytes kvCacheBytes(const ModelArchitecture &model, KvFormats formats, qint64 tokens, qint64 sequences);

/// Bytes of recurrent state of one sequence, whole model.
Bytes recurrentStateBytes(const ModelArchitecture &model, BitsPerWeight convFormat, BitsPerWeight stateFormat);

} // namespace plimsoll
