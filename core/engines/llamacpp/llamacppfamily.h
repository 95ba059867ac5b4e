// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/modelarchitecture.h"

namespace plimsoll::llamacpp {

/// What llama.cpp's graph of an architecture does beyond what the shapes of its tensors say.
struct Family {
    bool honoursWindow = false; ///< has a cache of its own for windowed layers
    bool scaledEmbedding = false, scaledLogits = false, softcapLogits = false;
    bool scaledQuery = false, softcap = false;
    bool layerNorm = false;     ///< LayerNorm, also where the file has no bias for it
    bool residualFirst = false; ///< the sum after the feed-forward block names the residual first
    bool rotates = true;
    bool weightBefore = false;    ///< experts work on weighted inputs
    bool softmaxOfChosen = false; ///< the router's softmax is over the chosen experts
    bool unnormalised = false;    ///< weights of the chosen experts are not made to sum to one
    bool scaledExperts = false;   ///< and are multiplied by a constant
    bool keepsAllRows = false;    ///< the last layer goes on with every token, for a module that drafts the next ones
};

/// By the architecture's name in GGUF files or in config.json ("gemma3", "Gemma3ForCausalLM").
Family familyOf(const ModelArchitecture &model);

} // namespace plimsoll::llamacpp
