// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engines/enginerules.h"
#include "core/engines/torch/parallellayout.h"

#include <functional>

namespace plimsoll::torch {

/// What engines on PyTorch and Hugging Face checkpoints have in common: the formats of the comparison, the cache in
/// the type of the weights, and layouts of tensor, pipeline, data and expert parallel ranks.
class Server : public EngineRules
{
public:
    std::array<ComparisonFormat, kComparisonFormats> comparisonFormats() const override;
    QString defaultKvFormat(const ModelArchitecture &model, const Format &weights) const override;
    QString whyIllegal(const ModelArchitecture &model, const Parallel &parallel, Parallel *nearest) const override;

    bool pagesCache() const override { return true; }

protected:
    virtual ExpertSpread expertSpread() const { return ExpertSpread::WithinTensor; }

    /// Bytes of one element of activations and recurrent state: 4 with float32 weights, else 2.
    static qint32 activationBytes(const Format &format);

    /// Every kind of rank of a layout, in rank order: replica, then pipeline stage, then tensor parallel rank.
    static LayoutLoad loadRanks(const EngineInput &input, const Parallel &parallel, std::span<const Gpu *const> gpus,
                                std::span<const qint32> gpuIndices,
                                const std::function<RankLoad(const Stage &, const Gpu *)> &rankOn,
                                const LayoutRules &rules = {});
};

} // namespace plimsoll::torch
