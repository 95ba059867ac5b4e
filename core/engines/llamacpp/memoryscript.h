// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engines/llamacpp/computegraph.h"

#include <vector>

namespace plimsoll::llamacpp {

/// The order in which the tensors of a planned step take and leave memory. It holds for every context: what grows with
/// the cells is the size of some tensors, never which operation follows which or whose memory it takes over.
struct MemoryScript {
    /// Memory that one tensor, or several one after another, has.
    struct Block {
        TensorId tensor = kNoTensor; ///< of the graph as it was built
        qint16 device = 0;
        bool isCopy = false; ///< of the tensor, on another device: without what its kernel asks for beside it
    };
    struct Event {
        qint32 block;
        bool release;
    };
    /// Bytes = fixed + perCell x cells of the full cache + perWindowCell x cells of the window.
    struct Size {
        qint64 fixed = 0, perCell = 0, perWindowCell = 0;
    };
    std::vector<Block> blocks;
    std::vector<Event> events;
    std::vector<Size> sizes; ///< of the blocks; empty until sizeBlocks()
};

/// Learns how blocks grow from three graphs of the same step: with some cells, with `more` cells in the full cache, and
/// with `more` cells in that of the window. `host` is the device that is no GPU.
void sizeBlocks(MemoryScript &script, const std::array<ComputeGraph, 3> &graphs, qint64 cells, qint64 windowCells,
                qint64 more, qint16 host);

/// Bytes of the compute buffer of every device up to `host`, as GraphPlan::reserve() says, with blocks that have sizes.
std::vector<qint64> bufferSizes(const MemoryScript &script, qint64 cells, qint64 windowCells, qint16 host);

/// The same with the blocks of another graph of this script: one whose weights are stored in another way.
std::vector<qint64> bufferSizes(const MemoryScript &script, const ComputeGraph &graph, qint16 host);

/// What a tensor takes of a buffer of the host or of a GPU. `scratch` is part of it.
qint64 bufferBytes(const Tensor &tensor, bool onHost, bool isCopy = false);

/// What offsets are multiples of.
qint64 bufferAlignment(bool onHost);

} // namespace plimsoll::llamacpp
