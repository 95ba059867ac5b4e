// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/modelarchitecture.h"

namespace plimsoll {

/// Parameters of the encoder with its projection into a language model `hidden` wide, or the stated size.
qint64 visionParameters(const VisionTower &tower, qint64 hidden);

/// Of these, the ones that engines divide by tensor parallelism: the matrices of the blocks, and the merger of the
/// Qwen towers. Four fifths of a tower of which only the size is known, none of one that engines take from
/// Transformers (Gemma 4). Source: vllm/model_executor/models, the QKVParallelLinear,
/// ColumnParallelLinear and RowParallelLinear of each tower.
qint64 shardedVisionParameters(const VisionTower &tower, qint64 hidden);

/// True when the tower's type is one that visionParameters() counts.
bool isKnownVisionType(const QString &type);

} // namespace plimsoll
