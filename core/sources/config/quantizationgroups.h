// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sources/config/quantization.h"

namespace plimsoll {

/// The layout that an algorithm of ModelOpt stands for ("W4A16_NVFP4"), or nothing.
std::optional<WeightScheme> schemeOfAlgorithm(const QString &algorithm, qint64 group);

/// ModelOpt's list of modules with an algorithm each, into `out.assigns`. False where there is none.
bool readQuantizedLayers(const ConfigKeys &in, Quantization &out);

/// compressed-tensors: groups of layouts with the modules that they are for, and what is ignored.
void readCompressedTensors(const ConfigKeys &in, Quantization &out);

/// AMD's Quark. False where its format is not known.
bool readQuark(const ConfigKeys &in, Quantization &out);

} // namespace plimsoll
