// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engines/vllm/vllmactivations.h"

#include <algorithm>

namespace plimsoll::vllm {

ActivationShape activationShape(const ModelArchitecture &model, const Format &format, qint64 maxNumSeqs,
                                qint64 maxNumBatchedTokens)
{
    ActivationShape shape;
    shape.maxNumSeqs = maxNumSeqs;
    shape.maxNumBatchedTokens = maxNumBatchedTokens;
    shape.vocabulary = model.vocabSize;
    shape.hidden = model.hiddenSize;
    shape.elementBytes = format.block == BitsPerWeight{4, 1} ? 4 : 2;
    shape.vision = model.vision.has_value();
    for (const LayerGroup &group : model.groups) {
        if (group.moe) {
            shape.intermediate = group.moe->intermediateSize;
            shape.expertsPerToken = group.moe->expertsPerToken;
            const BitsPerWeight experts = format.blockFor(TensorRole::ExpertDown, 0, 1);
            shape.expertsInMxfp4 = experts == BitsPerWeight{17, 32};
            break;
        }
        if (group.dense)
            shape.intermediate = std::max(shape.intermediate, group.dense->intermediateSize);
    }
    return shape;
}

namespace {

double perToken(const ActivationShape &s, qint32 tensorParallel, bool samples, const Constants::Activation &c)
{
    const double perHidden = samples ? c.forwardPerHidden : c.stagePerHidden;
    return s.elementBytes
           * (c.forwardPerIntermediate * double(s.intermediate) / tensorParallel + perHidden * double(s.hidden));
}

} // namespace

Bytes crossEncoderPeak(const ModelArchitecture &model, qint64 sequences)
{
    if (!model.vision || model.vision->globalDepth == 0)
        return {};
    const VisionTower &tower = *model.vision;
    const qint64 tokens = tower.tiles * roundUp(tower.positions, 8);
    const qint64 width =
        tower.projectionIn + 2 * qint64(tower.intermediate) + model.hiddenSize + 2 * qint64(tower.hidden);
    return Bytes(2 * tokens * width) * sequences;
}

Bytes forwardPerToken(const ActivationShape &shape, qint32 tensorParallel, bool samples,
                      const Constants::Activation &constants)
{
    return Bytes::rounded(perToken(shape, tensorParallel, samples, constants));
}

Bytes activationPeak(const ActivationShape &s, qint32 tensorParallel, bool samples, const Constants::Activation &c)
{
    constexpr double gib = 1073741824.0;
    const double b = s.elementBytes;
    const double tokens = double(s.maxNumBatchedTokens);
    const double hidden = double(s.hidden);
    const double share = double(s.intermediate) / tensorParallel;
    const double fixed = c.fixedGiB * gib;
    const double forward = tokens * perToken(s, tensorParallel, samples, c) + fixed;
    if (!samples)
        return Bytes::rounded(forward);
    double moe = 0;
    if (c.expertWorkspaceStays && s.expertsPerToken > 0 && !s.expertsInMxfp4)
        moe = b * tokens * s.expertsPerToken * (std::max(2 * share, hidden) + std::max(share, hidden));
    const double sampler = double(s.maxNumSeqs) * double(s.vocabulary) * (c.samplerBytesPerLogit + b)
                           + tokens * hidden * b + fixed + moe + (s.vision ? c.visionGiB * gib : 0);
    return Bytes::rounded(std::max(sampler, forward));
}

} // namespace plimsoll::vllm
