// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sources/gguf/gguffile.h"
#include "core/sources/modelsource.h"

namespace plimsoll {

/// The model of a GGUF file, or of all parts of one that is split, in order. The first part says what the model is.
/// `files` are the names of the parts; `place` names the model in messages.
Result<ModelSource> ggufModel(std::vector<GgufFile> parts, const QStringList &files, const QString &place);

} // namespace plimsoll
