// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engines/llamacpp/memoryscript.h"

#include "core/engines/llamacpp/graphallocator.h"

namespace plimsoll::llamacpp {
namespace {

/// CUDA reads the last row of a quantised matrix in groups of so many numbers (MATRIX_ROW_PADDING).
constexpr qint64 kRowPadding = 512;

constexpr qint64 kGpuAlignment = 128, kHostAlignment = 32;

std::vector<qint64> layOut(const MemoryScript &script, const std::vector<qint64> &bytes, qint16 host)
{
    thread_local std::vector<GraphAllocator> allocators;
    thread_local std::vector<qint64> offsets;
    allocators.clear();
    for (qint16 device = 0; device <= host; ++device)
        allocators.emplace_back(bufferAlignment(device == host));
    offsets.resize(script.blocks.size());
    for (const MemoryScript::Event &event : script.events) {
        const size_t block = size_t(event.block);
        GraphAllocator &allocator = allocators[size_t(script.blocks[block].device)];
        if (event.release)
            allocator.release(offsets[block], bytes[block]);
        else
            offsets[block] = allocator.allocate(bytes[block]);
    }
    std::vector<qint64> sizes;
    for (const GraphAllocator &allocator : allocators)
        sizes.push_back(allocator.peak());
    return sizes;
}

} // namespace

qint64 bufferAlignment(bool onHost)
{
    return onHost ? kHostAlignment : kGpuAlignment;
}

qint64 bufferBytes(const Tensor &tensor, bool onHost, bool isCopy)
{
    qint64 bytes = tensor.bytes();
    if (onHost)
        return bytes;
    if (tensor.scratch > 0 && !isCopy)
        bytes = (bytes + kGpuAlignment - 1) / kGpuAlignment * kGpuAlignment + tensor.scratch;
    const qint64 beyond = tensor.shape[0] % kRowPadding;
    if (tensor.storage.isQuantised() && beyond > 0)
        bytes += (kRowPadding - beyond) / tensor.storage.weights * tensor.storage.bytes;
    return bytes;
}

void sizeBlocks(MemoryScript &script, const std::array<ComputeGraph, 3> &graphs, qint64 cells, qint64 windowCells,
                qint64 more, qint16 host)
{
    script.sizes.clear();
    script.sizes.reserve(script.blocks.size());
    for (const MemoryScript::Block &block : script.blocks) {
        std::array<qint64, 3> bytes{};
        for (size_t i = 0; i < bytes.size(); ++i)
            bytes[i] = bufferBytes(graphs[i][block.tensor], block.device == host, block.isCopy);
        MemoryScript::Size size;
        size.perCell = (bytes[1] - bytes[0]) / more;
        size.perWindowCell = (bytes[2] - bytes[0]) / more;
        size.fixed = bytes[0] - size.perCell * cells - size.perWindowCell * windowCells;
        script.sizes.push_back(size);
    }
}

std::vector<qint64> bufferSizes(const MemoryScript &script, qint64 cells, qint64 windowCells, qint16 host)
{
    thread_local std::vector<qint64> bytes;
    bytes.clear();
    for (const MemoryScript::Size &size : script.sizes)
        bytes.push_back(size.fixed + size.perCell * cells + size.perWindowCell * windowCells);
    return layOut(script, bytes, host);
}

std::vector<qint64> bufferSizes(const MemoryScript &script, const ComputeGraph &graph, qint16 host)
{
    thread_local std::vector<qint64> bytes;
    bytes.clear();
    for (const MemoryScript::Block &block : script.blocks)
        bytes.push_back(bufferBytes(graph[block.tensor], block.device == host, block.isCopy));
    return layOut(script, bytes, host);
}

} // namespace plimsoll::llamacpp
