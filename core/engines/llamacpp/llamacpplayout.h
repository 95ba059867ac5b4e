// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engines/enginerules.h"
#include "core/engines/llamacpp/graphbuilder.h"
#include "core/engines/llamacpp/llamacppcache.h"
#include "core/engines/llamacpp/llamacpptensors.h"
#include "core/engines/llamacpp/memoryscript.h"

#include <memory>

namespace plimsoll::llamacpp {

/// What all layouts of a plan share.
struct ModelData : EngineData {
    ModelData(const EngineInput &input, const Options &options);

    Options options;
    TensorTable tensors;
    ModelSpec spec;
    std::vector<LayerCache> caches;
    std::array<KvFormats, kFormatSlots> kv;
    bool brainKeys, brainValues; ///< BF16, which is as long as F16
    qint64 window = 0;           ///< tokens; 0 = no layer has one
    qint64 widestValues = 0;
    qint32 allLayers = 0; ///< with those of the MTP module, which count when layers are dealt out
};

/// What was planned for one workload and holds for every other that differs in the context alone.
struct PlannedGraphs {
    StepSpec step; ///< without cells
    std::array<std::shared_ptr<const MemoryScript>, kFormatSlots> scripts;
    qint64 cells = 0, windowCells = 0; ///< of the workload itself
    /// Bytes of every device's compute buffer with so many cells; empty where another format has the same.
    std::array<std::vector<qint64>, kFormatSlots> sizes;
};

/// Layers on devices, and what follows from a workload there.
class Layout
{
public:
    /// `weights` are shares of the layers, one a GPU: memory or what the plan says.
    Layout(std::shared_ptr<const ModelData> data, std::vector<double> weights);

    qint16 gpus() const { return m_gpus; }
    const Options &options() const { return m_data->options; }
    /// Weights of device `at` (the host after the GPUs).
    Bytes weights(qint16 at, int format) const;

    struct Buffers {
        Bytes cache, state, compute;
    };
    /// Of every device, the host last, for one format.
    using DeviceBuffers = std::vector<Buffers>;
    /// Uses what of `graphs` holds for this workload, and leaves there what it planned.
    std::array<DeviceBuffers, kFormatSlots> buffers(Workload workload, PlannedGraphs &graphs) const;
    /// What of the `graphs` of the same layout with weights of other formats holds for these: those of equal caches.
    PlannedGraphs sharedGraphs(const Layout &other, const PlannedGraphs &graphs) const;

private:
    void deal(const std::vector<double> &shares);
    void leaveOutTwins();
    void addCaches(const StepSpec &step, int format, DeviceBuffers &devices) const;
    Bytes poolBytes(qint16 at, const StepSpec &step) const;
    void build(ComputeGraph &graph, const StepSpec &step, int format) const;
    std::shared_ptr<const MemoryScript> sized(const MemoryScript &script, StepSpec step, int format) const;
    std::vector<qint64> computeBytes(const StepSpec &step, int format, const std::shared_ptr<const MemoryScript> &like,
                                     std::shared_ptr<const MemoryScript> &script) const;
    StepSpec stepFor(StepSpec step, int format) const;
    bool hasCacheOf(int format, const Layout &other, int otherFormat) const;
    bool dependsOnWeights() const { return m_hasHostLayers && m_data->options.opOffload && m_gpus > 0; }
    Bytes bytesOn(qint16 at, const Placed &placed) const { return at == m_gpus ? placed.host : placed.gpu; }

    std::shared_ptr<const ModelData> m_data;
    qint16 m_gpus = 1;
    std::vector<qint16> m_layerDevice;
    qint16 m_outputDevice = 0;
    bool m_hasHostLayers = false;
    ModelSpec m_reduced; ///< the layers that the compute buffers need
    std::vector<qint32> m_kept;
    std::vector<qint16> m_keptDevice;
    std::vector<qint16> m_twin; ///< of every device: the one whose buffer its own is like, itself where it is planned
};

/// What applyWorkload() works on.
struct PlacedLayout : EngineData {
    std::shared_ptr<const Layout> layout;
    PlannedGraphs graphs;
};

} // namespace plimsoll::llamacpp
