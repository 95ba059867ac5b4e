// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/figures/pngchunks.h"

#include <QByteArrayView>
#include <QtEndian>

#include <array>

namespace plimsoll {
namespace {

constexpr QByteArrayView kSignature("\x89PNG\r\n\x1a\n");
constexpr qsizetype kFrame = 12; ///< of a chunk: length, type and checksum

constexpr std::array<quint32, 256> kCrcTable = [] {
    std::array<quint32, 256> table{};
    for (quint32 byte = 0; byte < table.size(); ++byte) {
        quint32 crc = byte;
        for (int bit = 0; bit < 8; ++bit)
            crc = (crc & 1) != 0 ? 0xedb88320U ^ (crc >> 1) : crc >> 1;
        table[byte] = crc;
    }
    return table;
}();

quint32 crcOf(QByteArrayView bytes)
{
    quint32 crc = 0xffffffffU;
    for (const char c : bytes)
        crc = kCrcTable[(crc ^ quint8(c)) & 0xff] ^ (crc >> 8);
    return ~crc;
}

struct Chunk {
    ByteRange place;
    QByteArrayView type, data;
    bool isWhole = false; ///< its checksum is right
};

/// The chunk that begins there; nothing where the file ends within it.
std::optional<Chunk> chunkAt(const QByteArray &png, qsizetype begin)
{
    if (begin > png.size() - kFrame)
        return std::nullopt;
    const qsizetype length = qFromBigEndian<quint32>(png.constData() + begin);
    if (length > png.size() - kFrame - begin)
        return std::nullopt;
    const QByteArrayView bytes(png);
    const quint32 crc = qFromBigEndian<quint32>(png.constData() + begin + 8 + length);
    return Chunk{{begin, length + kFrame},
                 bytes.sliced(begin + 4, 4),
                 bytes.sliced(begin + 8, length),
                 crc == crcOf(bytes.sliced(begin + 4, 4 + length))};
}

QByteArray bigEndian(quint32 number)
{
    QByteArray bytes(4, Qt::Uninitialized);
    qToBigEndian(number, bytes.data());
    return bytes;
}

} // namespace

bool isPng(const QByteArray &bytes)
{
    return bytes.startsWith(kSignature);
}

std::optional<PngText> findPngText(const QByteArray &png, const QByteArray &keyword)
{
    if (!isPng(png))
        return std::nullopt;
    const QByteArray head = keyword + '\0';
    qsizetype at = kSignature.size();
    while (const std::optional<Chunk> chunk = chunkAt(png, at)) {
        if (chunk->type == QByteArrayView("tEXt") && chunk->data.startsWith(head)) {
            if (!chunk->isWhole)
                return std::nullopt;
            return PngText{chunk->place, chunk->data.sliced(head.size()).toByteArray()};
        }
        at += chunk->place.size;
    }
    return std::nullopt;
}

QByteArray pngTextChunk(const QByteArray &keyword, const QByteArray &text)
{
    const QByteArray checked = "tEXt" + keyword + '\0' + text;
    return bigEndian(quint32(checked.size() - 4)) + checked + bigEndian(crcOf(checked));
}

qsizetype pngEnd(const QByteArray &png)
{
    if (!isPng(png))
        return -1;
    qsizetype at = kSignature.size();
    while (const std::optional<Chunk> chunk = chunkAt(png, at)) {
        if (chunk->type == QByteArrayView("IEND"))
            return at;
        at += chunk->place.size;
    }
    return -1;
}

} // namespace plimsoll
