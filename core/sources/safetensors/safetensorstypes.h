// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sources/storedtensors.h"

namespace plimsoll {

/// The storage of a safetensors dtype by its name ("BF16", "F8_E4M3"); nullptr where no such dtype is known.
const StorageType *safetensorsType(QByteArrayView dtype);

} // namespace plimsoll
