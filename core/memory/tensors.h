// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/modelarchitecture.h"
#include "core/catalog/tensorrole.h"

#include <vector>

namespace plimsoll {

/// How tensor parallelism divides a tensor.
enum class Split : quint8 {
    Replicated, ///< whole on every rank
    Columns,    ///< output rows divided
    Rows,       ///< inputs divided
    Heads,      ///< output rows divided by whole heads; replicated heads once there are more ranks than heads
    Vocabulary, ///< rows divided after padding
    Experts,    ///< the width of every expert divided; with expert parallel, whole experts
};

/// Tensors that engines store as one allocation share a module within a layer.
enum class Module : quint8 { Alone, Qkv, GateUp, ExpertGateUp, ExpertDown, SharedGateUp, StateIn, LatentDown };

/// One kind of tensor: `copies` matrices of `rows` x `columns`, rows being outputs. A vector has one column.
struct TensorClass {
    TensorRole role = TensorRole::Other;
    Split split = Split::Replicated;
    Module module = Module::Alone;
    qint64 rows = 0;
    qint64 columns = 1;
    qint32 copies = 1; ///< experts
    qint32 heads = 0;  ///< for Split::Heads: how many heads make up the rows

    qint64 elements() const { return rows * columns * copies; }
};

/// The tensors of one layer of that group. Sums to the layer's parameters, to the last one.
std::vector<TensorClass> layerTensors(const ModelArchitecture &model, const LayerGroup &group);

/// The tensors before the first layer (embeddings) and after the last (final norm, head).
std::vector<TensorClass> inputTensors(const ModelArchitecture &model);
std::vector<TensorClass> outputTensors(const ModelArchitecture &model);

} // namespace plimsoll
