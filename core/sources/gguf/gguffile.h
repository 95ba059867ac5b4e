// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "core/sources/bytesource.h"
#include "core/sources/gguf/ggufmetadata.h"
#include "core/sources/storedtensors.h"

namespace plimsoll {

/// The header of one GGUF file: what it says about itself and its list of tensors. Layout of versions 1 to 3:
/// docs/gguf.md of ggml-org/ggml; version 1 has 32-bit lengths.
struct GgufFile {
    quint32 version = 0;
    bool bigEndian = false;
    GgufMetadata metadata;
    StoredTensors tensors;
    quint64 headerBytes = 0;
    quint64 dataOffset = 0; ///< of the first tensor, from the beginning of the file
};

/// Reads the header alone. Tensors that overlap are refused, and those that lie past the end where the source has data.
Result<GgufFile> readGgufFile(ByteSource &source, const QString &place);

/// True when the bytes are the beginning of a GGUF file.
bool isGguf(QByteArrayView beginning);

} // namespace plimsoll
