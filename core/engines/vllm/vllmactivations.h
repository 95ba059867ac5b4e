// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/format.h"
#include "core/catalog/modelarchitecture.h"
#include "core/engines/vllm/vllmconstants.h"

namespace plimsoll::vllm {

/// Sizes that the activation peak depends on.
struct ActivationShape {
    qint64 maxNumSeqs = 256;           ///< S
    qint64 maxNumBatchedTokens = 2048; ///< T
    qint64 vocabulary = 0;             ///< V
    qint64 hidden = 0;                 ///< H
    qint64 intermediate = 0;           ///< I, of an expert where there are experts
    qint32 expertsPerToken = 0;        ///< k; 0 = dense
    qint32 elementBytes = 2;           ///< b, of the activation type
    bool expertsInMxfp4 = false;       ///< their kernels need no intermediate of their own
    bool vision = false;
};

ActivationShape activationShape(const ModelArchitecture &model, const Format &format, qint64 maxNumSeqs,
                                qint64 maxNumBatchedTokens);

/// The peak of PyTorch memory above the weights while the engine profiles.
///
/// Where tokens are sampled it is the larger of the sampler and the forward pass:
///     sampler = S V (s + b) + T H b + fixed + MoE + vision
///     forward = b T (3 I/tp + 3.4 H) + fixed
///     MoE     = b T k (max(2 I/tp, H) + max(I/tp, H))
/// and on a rank that does not sample (a stage before the last, and in V0 all tensor parallel ranks but the first)
///     b T (3 I/tp + 5.4 H) + fixed.
/// The sampler holds the logits in the activation type (b) and in float32; s = 12.5 with the sampler of 0.15 and later,
/// and 36 before it, where a sorted copy, its int64 indices, probabilities and their running sums lay beside them. The
/// experts' workspace (MoE) outlives the forward pass from 0.15 on and is counted with the sampler only then. The fixed
/// part is other workspaces.
Bytes activationPeak(const ActivationShape &shape, qint32 tensorParallel, bool samples,
                     const Constants::Activation &constants);

/// The encoder of a model with cross attention over one image a sequence, which V0 profiles with: each of the image's
/// tokens (tiles x positions, in steps of 8) holds the features for the projection, both sides of the feed-forward
/// block, the projected state and the residual stream, 2 bytes each. 0 for other models. Measured on one row (V060:
/// 36.63 GiB).
Bytes crossEncoderPeak(const ModelArchitecture &model, qint64 sequences);

/// b (3 I/tp + 3.4 H), or without the sampler 5.4 H: what the forward pass takes for each token.
Bytes forwardPerToken(const ActivationShape &shape, qint32 tensorParallel, bool samples,
                      const Constants::Activation &constants);

} // namespace plimsoll::vllm
