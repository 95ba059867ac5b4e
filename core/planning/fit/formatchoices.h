// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/catalog.h"

#include <QStringList>

namespace plimsoll {

/// Weight formats that an engine loads or makes, from the most bits a weight to the fewest; of equal ones the one that
/// is more common first. "native" is not among them.
QStringList formatChoices(const Catalog &catalog, const QString &engine);

/// True where an engine runs on a GPU at all: NVIDIA alone for TensorRT-LLM, no Apple for the engines on PyTorch.
bool runsOn(const QString &engine, const Gpu &gpu);

} // namespace plimsoll
