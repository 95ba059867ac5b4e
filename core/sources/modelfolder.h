// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sources/modelsource.h"
#include "core/sources/sourcefolder.h"

namespace plimsoll {

/// The model of one file of a folder, by its ending; of whatever the folder has where `name` is empty: safetensors
/// before GGUF before config.json alone. Only headers are read.
Result<ModelSource> openModelIn(SourceFolder &folder, const QString &name);

/// The model of the content of a config.json. `where` names it in errors.
Result<ModelSource> modelOfConfig(const QByteArray &json, const QString &where, const QByteArray &quantConfig = {});

/// Whether a file of this name has weights, by its ending.
bool hasWeightsEnding(const QString &fileName);

/// Whether a person who opens this means a model: a folder, a config.json or a file of weights, by its name alone.
bool looksLikeModel(const QString &path);

} // namespace plimsoll
