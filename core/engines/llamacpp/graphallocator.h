// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <vector>

namespace plimsoll::llamacpp {

/// The best-fit allocator of ggml (ggml/src/ggml-alloc.c of ggml-org/llama.cpp), with nothing behind it: it only says
/// how large a buffer must be. Free blocks are kept in the order of their offsets; the last one has no end.
class GraphAllocator
{
public:
    explicit GraphAllocator(qint64 alignment = 128)
        : m_alignment(alignment)
    {
        clear();
    }

    void clear();
    qint64 allocate(qint64 bytes);
    void release(qint64 offset, qint64 bytes);
    qint64 padded(qint64 bytes) const { return (bytes + m_alignment - 1) / m_alignment * m_alignment; }
    qint64 peak() const { return m_peak; }

private:
    struct Block {
        qint64 offset, bytes;
    };
    std::vector<Block> m_free;
    qint64 m_alignment;
    qint64 m_peak = 0;
};

} // namespace plimsoll::llamacpp
