// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/catalog.h"

namespace plimsoll {

/// How the published checkpoint of a model stores its weights: what "native" means for it. Its name says it to people
/// ("BF16", "MXFP4 experts, BF16 rest"). A model that says nothing is taken to be BF16.
Format nativeFormat(const Catalog &catalog, const ModelArchitecture &model);

} // namespace plimsoll
