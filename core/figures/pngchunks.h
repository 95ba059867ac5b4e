// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <optional>

namespace plimsoll {

/// What a PNG file begins with.
bool isPng(const QByteArray &bytes);

/// A place in a file.
struct ByteRange {
    qsizetype begin = 0, size = 0;
};

/// A tEXt chunk of a PNG: the whole of it, and its text.
struct PngText {
    ByteRange chunk;
    QByteArray text;
};

/// The first tEXt chunk with this keyword. Nothing where there is none, where its checksum is wrong, and where the
/// file breaks off before its end. Other chunks are passed over.
std::optional<PngText> findPngText(const QByteArray &png, const QByteArray &keyword);

/// A tEXt chunk. `keyword`: 1 to 79 letters; `text`: Latin-1 without null.
QByteArray pngTextChunk(const QByteArray &keyword, const QByteArray &text);

/// Where chunks can be put in: before the end chunk. -1 where the file has none.
qsizetype pngEnd(const QByteArray &png);

} // namespace plimsoll
