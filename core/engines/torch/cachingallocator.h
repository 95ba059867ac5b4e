// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/units/bytes.h"

#include <QJsonObject>

#include <set>

namespace plimsoll::torch {

/// Sizes of PyTorch's CUDA caching allocator (c10/cuda/CUDACachingAllocator.h); the same for every engine on it.
struct AllocatorSizes {
    qint64 granularity = 512;                     ///< kMinBlockSize
    Bytes smallest = Bytes::fromMiB(1);           ///< kSmallSize: up to this, from the pool of small blocks
    Bytes largeSegment = Bytes::fromMiB(20);      ///< kLargeBuffer: what is taken from the driver for middle sizes
    Bytes ownSegmentFrom = Bytes::fromMiB(10);    ///< kMinLargeAlloc: from here on a segment of its own
    Bytes segmentGranularity = Bytes::fromMiB(2); ///< kRoundLarge

    static AllocatorSizes fromJson(const QJsonObject &json);
};

/// Allocates in order as PyTorch does, and counts what its `memory_allocated` counts.
///
/// A size is rounded up to 512 bytes. Above 1 MiB it comes from the smallest free block that holds it, else
/// from a new segment: 20 MiB below 10 MiB, else its own size rounded up to 2 MiB. What is left of a block is
/// split off only where it is larger than 1 MiB; otherwise it belongs to the tensor and is counted.
class CachingAllocator
{
public:
    explicit CachingAllocator(const AllocatorSizes &sizes);

    void take(Bytes size);
    Bytes allocated() const { return m_allocated; }
    /// What it took from the driver: whole segments, those of the small blocks in steps of `segmentGranularity`.
    Bytes reserved() const;

private:
    AllocatorSizes m_sizes;
    std::multiset<Bytes> m_free;
    Bytes m_allocated, m_small, m_segments;
};

} // namespace plimsoll::torch
