// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sources/storedtensors.h"

namespace plimsoll {

/// The storage of a ggml type by its number in GGUF files; nullptr where no such type is known.
const StorageType *ggmlType(quint32 id);

/// The same by its name ("Q4_K").
const StorageType *ggmlType(QByteArrayView name);

/// "Q4_0_4_4" and the like: types that once were written, so that a message can say what to do. nullptr otherwise.
const char *removedGgmlType(quint32 id);

} // namespace plimsoll
