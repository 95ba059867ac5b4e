// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "core/sources/modelsource.h"

namespace plimsoll {

class SourceFolder;

/// The model of a GGUF file in that folder. Of a file that is split, any part may be named.
Result<ModelSource> openGguf(SourceFolder &folder, const QString &name);

/// The model of a GGUF file on this computer. Of a file that is split, any part may be named; the others are next to
/// it.
Result<ModelSource> openGguf(const QString &path);

} // namespace plimsoll
