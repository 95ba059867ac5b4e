// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/catalog.h"
#include "core/units/bytes.h"

#include <QString>

namespace plimsoll {

/// A model of the catalog that a log means.
struct MeantModel {
    QString id;           ///< empty = none found
    QString weights;      ///< format that the printed name ends in ("-AWQ"); empty = it says none
    bool isGuess = false; ///< the catalog has another model of this shape: the base model of a tuned one
};

/// Looks for a model by what engines print: an id, a folder, a cache of the Hub, a GGUF file, a title with blanks.
MeantModel modelMeant(const QString &printed, const Catalog &catalog);

/// The id of the GPU that a driver names so ("NVIDIA GeForce RTX 3090"); `memory` chooses between sizes, 0 = unknown.
/// Empty where none or several fit.
QString gpuMeant(const QString &printed, Bytes memory, const Catalog &catalog);

/// The format of weights that llama.cpp calls so: "Q4_K - Medium" is q4_k_m. Empty where the catalog has none.
QString ggufFormatMeant(const QString &printed, const Catalog &catalog);

} // namespace plimsoll
