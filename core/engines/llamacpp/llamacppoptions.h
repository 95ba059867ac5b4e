// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engines/enginerules.h"
#include "core/engines/llamacpp/graphspec.h"

#include <vector>

namespace plimsoll::llamacpp {

/// What a program that is built on llama.cpp chooses where a person says nothing.
struct Preset {
    QString id, name;
    bool isMeasured = true;
    qint64 batch = 2048, microBatch = 512; ///< n_batch, n_ubatch: tokens
    bool unified = true;                   ///< one pool of cells for all sequences
    bool outputsOfSlots = true;            ///< logits of one token a sequence instead of all of a step
    bool flashAttention = true;
    QString source;
};

/// The rules of one range of versions.
struct VersionRules {
    QString from;
    bool isMeasured = true;
    bool limitsOutputs = true; ///< llama-server asks for the logits of one token a slot
    GraphRules graph;
    QString source;
};

/// The options of llama.cpp as a plan gives them, with defaults filled in.
struct Options {
    Options(const QJsonObject &given, const Preset &preset, const VersionRules &version);

    GraphRules graph;
    qint64 batch, microBatch;
    bool unified, outputsOfSlots, flashAttention;
    bool wholeWindow = false; ///< swaFull: windowed layers keep every token
    bool opOffload = true, offloadCache = true;
    qint64 gpuLayers = -1; ///< of layers + 1, the last being the output; -1 = all
    bool cuda = true, onGpu = true;
    bool layerSplit = true, oneGpu = false;
    std::vector<double> shares; ///< tensorSplit; empty = by memory
};

/// `presets` begins with the default.
QList<EngineOption> optionList(const std::vector<Preset> &presets);

} // namespace plimsoll::llamacpp
