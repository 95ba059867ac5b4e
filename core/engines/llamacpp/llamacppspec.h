// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/modelarchitecture.h"
#include "core/engines/llamacpp/graphspec.h"
#include "core/engines/llamacpp/llamacpptensors.h"

namespace plimsoll::llamacpp {

/// The graph of a model, from its shape, the names of its tensors and what its architecture is known to do.
/// Mixers that llama.cpp has and this has not (short convolutions, linear attention) are taken for Mamba 2 of the same
/// size; cross attention and compressed attention for plain attention.
ModelSpec modelSpec(const ModelArchitecture &model, const TensorTable &tensors);

/// The same with fewer layers: allocation repeats after a few layers of a kind, so a few of each sequence are enough.
/// The index of every layer that is left.
std::vector<qint32> layersThatMatter(const ModelSpec &model, const std::vector<qint16> &layerDevice);

} // namespace plimsoll::llamacpp
