// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/modelarchitecture.h"

#include <optional>

namespace plimsoll {

/// The multi-token-prediction module of a model as a model of its own: its layers, with what joins the hidden state and
/// the next token's embedding counted to the layer. Without embedding and head, which engines take from the main model;
/// see mtpOwnEmbeddings(). Empty where the model has no such module. Layouts: models.md, "MTP".
std::optional<ModelArchitecture> mtpModule(const ModelArchitecture &model);

/// Parameters of embeddings and heads that the checkpoint stores with the module once more.
qint64 mtpOwnEmbeddings(const ModelArchitecture &model);

} // namespace plimsoll
