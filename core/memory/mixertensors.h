// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/memory/tensors.h"

namespace plimsoll {

/// The tensors of a token mixer whose layer is `hidden` wide.
std::vector<TensorClass> mixerTensors(const Mixer &mixer, qint64 hidden);

/// Parameters of one norm of that width.
qint64 normParameters(NormType type, qint64 width);

} // namespace plimsoll
