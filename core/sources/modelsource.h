// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/modelarchitecture.h"
#include "core/sources/storedtensors.h"

#include <QStringList>

namespace plimsoll {

enum class SourceKind {
    LanguageModel,
    Encoder,   ///< an embedding or reranking model: no tokens are generated
    Projector, ///< the towers of a multimodal model in a file of their own (mmproj); goes with a language model
    Adapter,   ///< LoRA: goes with a language model
    Weights,   ///< of a model that is not known: only their size counts
};

/// More weights than any model has, and few enough that no sum of sizes leaves 64 bits.
inline constexpr qint64 kMostWeights = qint64(1) << 50;

/// What was read from somebody's file or folder.
struct ModelSource {
    SourceKind kind = SourceKind::LanguageModel;
    ModelArchitecture architecture;
    StoredTensors tensors; ///< empty where the file lists none, as config.json
    QStringList files;     ///< names of the files that were read, without their folder; StoredTensor::file is an index
    QStringList warnings;  ///< translated sentences: what was assumed
    bool isKnown = true;   ///< false: an architecture that nobody told the program of, read as a plain transformer
};

/// What a warning of a source is for scripts: the first one of an unknown architecture says what it was taken for.
inline QString noteCode(bool modelIsKnown, qsizetype index)
{
    return modelIsKnown || index > 0 ? QStringLiteral("model-file") : QStringLiteral("unknown-architecture");
}

} // namespace plimsoll
