// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/modelarchitecture.h"

#include <QByteArray>

namespace plimsoll {

/// One tensor of a GGUF file that has yet to be written: `copies` matrices of `rows` x `columns`.
struct GgufTensorLayout {
    QByteArray name;
    qint64 columns = 0; ///< the inner dimension, whose blocks are quantised
    qint64 rows = 1;
    qint64 copies = 1;
    int dimensions = 1;
    bool ofMtp = false; ///< of a layer that predicts further tokens, which llama.cpp loads only when asked to

    qint64 elements() const { return columns * rows * copies; }
};

/// The tensors that convert_hf_to_gguf.py of llama.cpp writes for a model, by the layout of its architecture: which
/// projections are fused, how latent attention is taken apart, whether the MTP module is kept. Frequencies of rotary
/// embeddings are left out. The order is that of the layers.
std::vector<GgufTensorLayout> ggufLayout(const ModelArchitecture &model);

} // namespace plimsoll
