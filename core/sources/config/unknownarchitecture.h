// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/modelarchitecture.h"
#include "core/sources/config/configkeys.h"

namespace plimsoll {

/// What was assumed of a model whose architecture is not known, and how far off its KV cache could be. `relative` is
/// the known architecture that it was taken for, or empty.
QString aboutUnknown(const ConfigKeys &in, const QString &relative, const ModelArchitecture &model);

/// True where an unknown model's feed-forward blocks are likely of two matrices: by its activation ("gelu", "relu2";
/// gated blocks have "silu"), or by their width.
bool hasPlainBlocks(const QJsonObject &config);

} // namespace plimsoll
