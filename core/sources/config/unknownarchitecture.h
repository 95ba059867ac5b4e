// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/modelarchitecture.h"
#include "core/sources/config/configkeys.h"

namespace plimsoll {

/// What was assumed of a model whose architecture is not known, and how far off its KV cache could be. `relative` is
/// the known architecture that it was taken for, or empty.
QString aboutUnknown(const ConfigKeys &in, const QString &relative, const ModelArchitecture &model);

} // namespace plimsoll
