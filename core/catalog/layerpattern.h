// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/recordreader.h"

namespace plimsoll {

/// One letter a layer. The field holds all of them ("SSSSSF..."), a short run that repeats ("SSSSSF" for at least
/// twice as many layers), or runs with counts, the last letter going on to the end ("3D+E").
QString layerPattern(RecordReader &in, QLatin1String key, const QString &fallback, int layers, QLatin1String letters);

} // namespace plimsoll
