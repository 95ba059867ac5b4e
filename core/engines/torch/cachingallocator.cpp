// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engines/torch/cachingallocator.h"

namespace plimsoll::torch {

AllocatorSizes AllocatorSizes::fromJson(const QJsonObject &json)
{
    const auto mib = [&](const char *key, Bytes fallback) {
        const QJsonValue value = json.value(QLatin1String(key));
        return value.isDouble() ? Bytes::fromMiB(value.toInteger()) : fallback;
    };
    AllocatorSizes sizes;
    sizes.granularity = json.value(QLatin1String("granularity")).toInteger(sizes.granularity);
    sizes.smallest = mib("smallestMiB", sizes.smallest);
    sizes.largeSegment = mib("largeSegmentMiB", sizes.largeSegment);
    sizes.ownSegmentFrom = mib("ownSegmentFromMiB", sizes.ownSegmentFrom);
    sizes.segmentGranularity = mib("segmentGranularityMiB", sizes.segmentGranularity);
    return sizes;
}

CachingAllocator::CachingAllocator(const AllocatorSizes &sizes)
    : m_sizes(sizes)
{
}

void CachingAllocator::take(Bytes size)
{
    if (size.count() <= 0)
        return;
    const Bytes rounded = size.isSaturated() ? size : Bytes(roundUp(size.count(), m_sizes.granularity));
    if (rounded <= m_sizes.smallest || rounded.isSaturated()) {
        m_allocated += rounded;
        m_small += rounded;
        return;
    }
    Bytes block = rounded < m_sizes.ownSegmentFrom
                      ? m_sizes.largeSegment
                      : Bytes(roundUp(rounded.count(), m_sizes.segmentGranularity.count()));
    if (const auto free = m_free.lower_bound(rounded); free != m_free.end()) {
        block = *free;
        m_free.erase(free);
    } else {
        m_segments += block;
    }
    const Bytes rest = block - rounded;
    if (rest > m_sizes.smallest) {
        m_free.insert(rest);
        m_allocated += rounded;
    } else {
        m_allocated += block;
    }
}

Bytes CachingAllocator::reserved() const
{
    return m_segments.isSaturated() || m_small.isSaturated()
               ? Bytes::max()
               : m_segments + Bytes(roundUp(m_small.count(), m_sizes.segmentGranularity.count()));
}

} // namespace plimsoll::torch
