// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engines/llamacpp/computegraph.h"
#include "core/engines/llamacpp/graphspec.h"

#include <functional>
#include <vector>

namespace plimsoll::llamacpp {

/// Where the layers lie and how their matrices are stored.
struct ModelPlacement {
    std::vector<qint16> layerDevice; ///< of every layer of the spec
    qint16 outputDevice = 0;
    qint16 host = 1;
    bool pinNorms = false; ///< everything is on GPUs: a layer's first norm runs where the layer is
    /// Storage of a weight of a layer (-1: outside); what it says matters only where weights are copied.
    std::function<Storage(qint32 layer, const char *name)> storage;
};

/// Builds the graph that llama.cpp reserves its compute buffers for, from src/llama-graph.cpp and src/models/ of
/// ggml-org/llama.cpp (0.5.0): the operations and their order, nothing of what they compute.
class GraphBuilder
{
public:
    GraphBuilder(ComputeGraph &graph, const ModelSpec &model, const StepSpec &step, const ModelPlacement &placement);
    void build();

private:
    TensorId weight(const char *name, qint64 in, qint64 out, qint64 copies = 1);
    TensorId vector(const char *name, qint64 size);
    TensorId project(const char *name, TensorId x, qint64 out);
    TensorId addBias(const char *name, TensorId x);
    TensorId norm(const char *name, TensorId x, bool bias = false);

    TensorId embeddings();
    void inputs();
    TensorId layer(TensorId x);
    TensorId sequential(const LayerSpec &spec, TensorId x);
    TensorId parallel(const LayerSpec &spec, TensorId x);
    TensorId single(const LayerSpec &spec, TensorId x);
    TensorId mixer(const LayerSpec &spec, TensorId x);
    TensorId feedForward(const LayerSpec &spec, TensorId x);
    TensorId chosenRows(TensorId x);
    TensorId chosen(TensorId x);
    bool keepsAllRows() const { return m_model.keepsAllRows && m_step.rules.lateRows; }
    void output(TensorId x);

    TensorId attention(const AttentionSpec &spec, TensorId x);
    TensorId latentAttention(const LatentSpec &spec, TensorId x);
    struct Heads {
        TensorId query, key, value;
    };
    TensorId ropeFactors(qint64 size);
    Heads heads(const AttentionSpec &spec, TensorId x);
    TensorId cachedAttention(const AttentionSpec &spec, Heads heads);
    void storeValues(TensorId cache, TensorId value, qint64 width, TensorId index);
    struct Scores {
        qint64 keyDim = 0, valueDim = 0, kvHeads = 0, cells = 0;
        TensorId mask = kNoTensor, sinks = kNoTensor;
        TensorId decompress = kNoTensor; ///< MLA: values from the latent
        bool softcap = false;
    };
    TensorId attend(TensorId query, TensorId key, TensorId value, const Scores &scores);
    TensorId rotate(TensorId x, TensorId rotation);

    TensorId projectIn(const MambaSpec &spec, TensorId x, qint64 width);
    TensorId mamba(const MambaSpec &spec, TensorId x);
    struct Scan {
        TensorId x, dt, b, c;
        qint64 headDim, heads;
    };
    TensorId scan(const MambaSpec &spec, const Scan &parts);
    TensorId states(TensorId cache, qint64 size);
    void loadStates(TensorId cache, qint64 size, TensorId result);

    TensorId dense(const char *prefix, const DenseSpec &spec, TensorId x);
    TensorId expertMix(const ExpertsSpec &spec, TensorId x);
    struct Choice {
        TensorId chosen, weights;
    };
    Choice route(const ExpertsSpec &spec, TensorId x);
    TensorId selectGroups(const ExpertsSpec &spec, TensorId scores);
    TensorId expertProject(const char *name, const ExpertsSpec &spec, TensorId x, TensorId chosen, qint64 in,
                           qint64 out);
    TensorId runExperts(const ExpertsSpec &spec, TensorId x, const Choice &choice);

    ComputeGraph &m_graph;
    const ModelSpec &m_model;
    const StepSpec &m_step;
    const ModelPlacement &m_placement;
    qint32 m_layer = -1;
    qint16 m_device = 0;
    bool m_last = false;
    struct Cache {
        TensorId mask = kNoTensor, keyIndex = kNoTensor, valueIndex = kNoTensor;
        TensorId keyRotation = kNoTensor, valueRotation = kNoTensor;
        qint64 cells = 0;
    } m_full, m_window;
    std::vector<TensorId> m_ropeFactors; ///< by device
    TensorId m_positions = kNoTensor, m_rows = kNoTensor, m_stateIndex = kNoTensor;
    TensorId m_stateMain = kNoTensor, m_stateExtra = kNoTensor;
};

} // namespace plimsoll::llamacpp
