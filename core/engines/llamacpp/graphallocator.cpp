// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engines/llamacpp/graphallocator.h"

#include <algorithm>
#include <limits>

namespace plimsoll::llamacpp {

void GraphAllocator::clear()
{
    m_free.assign(1, {0, std::numeric_limits<qint64>::max() / 2});
    m_peak = 0;
}

qint64 GraphAllocator::allocate(qint64 bytes)
{
    bytes = padded(bytes);
    // The smallest block that is large enough, the later one of two; the open end only where no other will do.
    size_t best = m_free.size() - 1;
    qint64 bestBytes = std::numeric_limits<qint64>::max();
    for (size_t i = 0; i + 1 < m_free.size(); ++i) {
        if (m_free[i].bytes >= bytes && m_free[i].bytes <= bestBytes) {
            best = i;
            bestBytes = m_free[i].bytes;
        }
    }
    Block &block = m_free[best];
    const qint64 offset = block.offset;
    block.offset += bytes;
    block.bytes -= bytes;
    if (block.bytes == 0)
        m_free.erase(m_free.begin() + qsizetype(best));
    m_peak = std::max(m_peak, offset + bytes);
    return offset;
}

/// The first block that touches decides, as in ggml: tensors of no size leave blocks of no size behind, and what lies
/// on both sides of one is not joined.
void GraphAllocator::release(qint64 offset, qint64 bytes)
{
    bytes = padded(bytes);
    auto block = std::lower_bound(m_free.begin(), m_free.end(), offset,
                                  [](const Block &each, qint64 at) { return each.offset + each.bytes < at; });
    for (; block != m_free.end() && block->offset <= offset + bytes; ++block) {
        if (block->offset + block->bytes == offset) {
            block->bytes += bytes;
            const auto next = block + 1;
            if (next != m_free.end() && block->offset + block->bytes == next->offset) {
                block->bytes += next->bytes;
                m_free.erase(next);
            }
            return;
        }
        if (offset + bytes == block->offset) {
            block->offset = offset;
            block->bytes += bytes;
            return;
        }
    }
    const auto place = std::lower_bound(m_free.begin(), m_free.end(), offset,
                                        [](const Block &each, qint64 at) { return each.offset < at; });
    m_free.insert(place, {offset, bytes});
}

} // namespace plimsoll::llamacpp
