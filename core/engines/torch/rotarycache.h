// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/modelarchitecture.h"
#include "core/units/bytes.h"

#include <vector>

namespace plimsoll::torch {

/// Cosines and sines of the rotary embedding, one table for every base that the model rotates with, whole on
/// every rank: positions x rotary width x bytes.
///
/// The positions are those that the model was scaled to: max_position_embeddings, times the factor of linear
/// scaling, and both tables of LongRoPE. The width is the rotated part of head_dim. Gemma 3 and 4 rotate
/// windowed layers with a base of their own, over unscaled positions; without `scalesOwnBases` the other table of
/// such a model is unscaled, too (SGLang: python/sglang/srt/models/gemma3_causal.py; S003). Tables of MLA and of
/// gpt-oss are float32, others have the activation type. Models that learn positions or use none (ALiBi, attention
/// beside Mamba) have no table. Source: vllm/model_executor/layers/rotary_embedding; SGLang took the folder over.
std::vector<Bytes> rotaryTables(const ModelArchitecture &model, qint32 activationBytes, bool scalesOwnBases = true);

} // namespace plimsoll::torch
