// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engines/enginerules.h"

#include <vector>

namespace plimsoll::llamacpp {

/// What a program that is built on llama.cpp chooses where a person says nothing.
struct Preset {
    qint64 batch = 2048, microBatch = 512; ///< n_batch, n_ubatch: tokens
    bool unified = true;                   ///< one pool of cells for all sequences
    bool outputsOfSlots = true;            ///< logits of one token a sequence instead of all of a step
    bool flashAttention = true;
    QString keyFormat = QStringLiteral("fp16");
};

/// The options of llama.cpp as a plan gives them, with defaults filled in.
struct Options {
    Options(const QJsonObject &given, const Preset &server, const Preset &library);

    qint64 batch, microBatch;
    bool unified, outputsOfSlots, flashAttention;
    bool wholeWindow = false; ///< swaFull: windowed layers keep every token
    bool opOffload = true, offloadCache = true;
    qint64 gpuLayers = -1; ///< of layers + 1, the last being the output; -1 = all
    bool cuda = true, onGpu = true;
    bool layerSplit = true, oneGpu = false;
    std::vector<double> shares; ///< tensorSplit; empty = by memory
};

QList<EngineOption> optionList(const Preset &server, bool hasPresets);

} // namespace plimsoll::llamacpp
