// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/modelarchitecture.h"

namespace plimsoll {

/// Parameters by part, counted from the architecture. The formulas are those of models.md.
struct ParameterCounts {
    qint64 text = 0;   ///< main language model, a tied head once
    qint64 active = 0; ///< text less idle experts
    qint64 vision = 0; ///< encoder and projector, or the stated size
    qint64 audio = 0;
    qint64 mtp = 0;
    qint64 scales = 0; ///< FP8 block scales stored as tensors of their own (published checkpoints)

    qint64 total() const { return text + vision + audio + mtp; }
};

ParameterCounts countParameters(const ModelArchitecture &model);

/// The count in the scope of the published figure (publishedIncludes), to compare with it.
qint64 publishedScopeCount(const ModelArchitecture &model);

/// "mha", "gqa", "mqa", "mla", "hybrid", "sliding-window", "mamba", ...: the kind of attention in one word.
QString attentionKind(const ModelArchitecture &model);

} // namespace plimsoll
