// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/modelarchitecture.h"
#include "core/planning/plan.h"

#include <QString>

namespace plimsoll::torch {

/// A pipeline stage: layers [begin, end) and which ends it holds.
struct Stage {
    qint32 index = 0;
    qint32 begin = 0, end = 0;
    bool first = false, last = false;
    bool samples = false; ///< this rank of the last stage picks the next tokens
};

/// How an engine lays ranks out.
struct LayoutRules {
    bool restOnLastStage = false; ///< layers that do not divide evenly, else see stageOf()
    bool driverSamples = false;   ///< logits are gathered on the first tensor parallel rank, which alone samples
};

/// The layers of a stage as vLLM cuts them (get_pp_indices): equal parts, and what remains goes one each
/// to the stages before the last, from the back, or all of it to the last (before vLLM pull request 13839).
/// `samples` is set on the last.
Stage stageOf(qint32 layers, qint32 pipeline, qint32 index, bool restOnLastStage = false);

/// Why the layout is not legal, empty when it is. `nearest` gets the nearest legal layout of the same number
/// of GPUs: the largest legal tensor parallel size, the rest as pipeline stages.
/// `engineName` is for the text.
QString whyIllegal(const ModelArchitecture &model, const Parallel &parallel, Parallel *nearest,
                   const QString &engineName);

} // namespace plimsoll::torch
