// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/modelarchitecture.h"

#include <QJsonObject>

namespace plimsoll::torch {

/// What a forward pass holds at its peak, for each token of the step: b (3 I/tp + 3.4 H), I being the width of the
/// feed-forward block, or of all experts that a token visits. The factors are those of vLLM's profile runs.
struct ForwardPass {
    double perIntermediate = 3.0, perHidden = 3.4;
    double logitBytes = 8; ///< a vocabulary entry and sequence

    static ForwardPass fromJson(const QJsonObject &json);

    double bytesPerToken(const ModelArchitecture &model, qint32 elementBytes, qint32 tensor) const;
    double logits(const ModelArchitecture &model, qint64 sequences) const;
};

} // namespace plimsoll::torch
