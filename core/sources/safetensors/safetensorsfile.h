// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "core/sources/bytesource.h"
#include "core/sources/storedtensors.h"

namespace plimsoll {

/// Longest header that the format allows, in bytes.
inline constexpr quint64 kLongestSafetensorsHeader = 100'000'000;

/// Appends the tensors of one file to `tensors`, as those of `file`. Reads the header alone: eight bytes of its length
/// and a JSON object. Tensors past the end are refused where the source has data; the caller looks for names that are
/// there twice and for data that overlaps, once for all files.
std::optional<Error> readSafetensorsFile(ByteSource &source, const QString &place, quint16 file,
                                         StoredTensors &tensors);

} // namespace plimsoll
