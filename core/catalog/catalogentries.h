// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/catalog.h"

namespace plimsoll {

/// What lists show of a model.
CatalogEntry modelEntry(const ModelArchitecture &model);

/// What lists show of a GPU, or of a MIG slice.
CatalogEntry gpuEntry(const Gpu &gpu);

/// The GPU's own entry, then one for each of its MIG slices.
std::vector<CatalogEntry> gpuEntries(const Gpu &gpu);

} // namespace plimsoll
