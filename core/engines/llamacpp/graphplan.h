// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engines/llamacpp/computegraph.h"
#include "core/engines/llamacpp/graphallocator.h"
#include "core/engines/llamacpp/memoryscript.h"

#include <vector>

namespace plimsoll::llamacpp {

/// Where a graph runs. Devices 0 to gpus - 1 are GPUs, device `gpus` is the host.
struct Placement {
    qint16 gpus = 1;
    bool opOffload = true; ///< large steps on weights of the host run on a GPU all the same
    qint32 copies = 1;     ///< of every split's inputs: 4 where a pipeline over GPUs is on
    qint16 host() const { return gpus; }
};

/// Divides a graph among devices and lays its tensors out in one compute buffer a device, as the scheduler of ggml does
/// (ggml/src/ggml-backend.cpp, ggml_backend_sched_split_graph; ggml/src/ggml-alloc.c, ggml_gallocr_alloc_graph_impl).
/// Nothing is allocated: the result is the size of each buffer.
class GraphPlan
{
public:
    /// Bytes of the compute buffer of every device, the host last. The graph's operands are replaced by copies where
    /// they cross from one device to another.
    std::vector<qint64> reserve(ComputeGraph &graph, const Placement &placement);

    /// What reserve() did, to be done again with other sizes.
    const MemoryScript &script() const { return m_script; }

private:
    struct Split {
        qint16 device = 0;
        size_t begin = 0, end = 0;
        std::vector<TensorId> inputs;
    };
    struct Step {
        TensorId node;
        qint16 device;
    };

    void assign();
    void expandDevices(bool gpusOnly, bool upwards);
    qint16 deviceByOperands(const Tensor &tensor) const;
    void split();
    bool needsNewSplit(const Tensor &node, const Split &split) const;
    TensorId copyOn(qint16 device, TensorId source, Split &split);
    void duplicateInput(TensorId input);
    void listSteps();
    void keepAlive(const ComputeGraph::Kept &kept, qint16 device);

    void countUses();
    void allocateSteps();
    void allocate(TensorId id, qint16 device);
    bool takeOver(TensorId id, TensorId operand);
    void release(TensorId id);
    void added(TensorId source, qint16 device);
    qint16 homeOf(TensorId id) const;

    struct State {
        qint32 children = 0, views = 0;
        qint16 device = 0;
        bool own = false;
        qint32 block = -1; ///< of the script
    };

    ComputeGraph *m_graph = nullptr;
    Placement m_placement;
    std::vector<qint16> m_device; ///< of every tensor; -1 = not decided
    std::vector<Split> m_splits;
    std::vector<TensorId> m_copies;      ///< of tensor x device, kNoTensor where there is none
    std::vector<TensorId> m_inputCopies; ///< inputs of the graph and their further copies, in order
    size_t m_originals = 0;
    std::vector<TensorId> m_sources; ///< of the tensors that were added to the graph
    std::vector<Step> m_steps;
    std::vector<Step> m_first; ///< allocated before the first step
    std::vector<State> m_states;
    std::vector<GraphAllocator> m_allocators;
    std::vector<qint64> m_offsets, m_bytes; ///< of the script's blocks
    MemoryScript m_script;
};

} // namespace plimsoll::llamacpp
