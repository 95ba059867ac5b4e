// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sources/bytereader.h"

#include <algorithm>

namespace plimsoll {
namespace {

constexpr quint64 kFirstBuffer = 16 * 1024;    // enough for the header of a small file
constexpr quint64 kLargestBuffer = 256 * 1024; // reads of this size keep the buffer in the processor's cache

} // namespace

ByteReader::ByteReader(ByteSource &source, const QString &place)
    : m_source(source)
    , m_place(place)
    , m_size(source.size())
    , m_buffer(size_t(std::min(m_size, kFirstBuffer)))
{
}

bool ByteReader::refill(quint64 count)
{
    if (m_error)
        return false;
    if (count > remaining()) {
        failTruncated(count);
        return false;
    }
    const size_t kept = m_filled - m_at;
    const bool wasFull = m_filled > 0 && m_filled == m_buffer.size(); // so there is more where that came from
    std::memmove(m_buffer.data(), m_buffer.data() + m_at, kept);
    m_base += m_at;
    m_at = 0;
    if (wasFull || m_buffer.size() < count)
        m_buffer.resize(size_t(std::min(m_size, kLargestBuffer)));
    const quint64 from = m_base + kept;
    const qint64 room = qint64(std::min<quint64>(m_buffer.size() - kept, m_size - from));
    const qint64 got = m_source.read(from, m_buffer.data() + kept, room);
    m_filled = kept + size_t(std::max<qint64>(got, 0));
    if (m_filled >= count)
        return true;
    m_error = m_source.shortRead(std::max(m_base + count, m_announced), m_place);
    return false;
}

QByteArrayView ByteReader::view(quint64 count)
{
    if (count > longestView) {
        fail(QStringLiteral("text-too-long"), {},
             tr("a name or key of %1 bytes is announced; %2 are the most.").arg(count).arg(longestView));
        return {};
    }
    if (!need(count))
        return {};
    const QByteArrayView bytes(m_buffer.data() + m_at, qsizetype(count));
    m_at += count;
    return bytes;
}

void ByteReader::skip(quint64 count)
{
    if (m_error)
        return;
    if (count > remaining()) {
        failTruncated(count);
        return;
    }
    if (m_filled - m_at >= count) {
        m_at += count;
        return;
    }
    m_base += m_at + count;
    m_at = m_filled = 0;
}

void ByteReader::skipTexts(quint64 count, int lengthBytes)
{
    const quint64 least = quint64(lengthBytes);
    if (count > remaining() / least) {
        failTruncated(count);
        return;
    }
    announce(count * least);
    for (quint64 i = 0; i < count && ok(); ++i)
        skip(lengthBytes == 4 ? number<quint32>() : number<quint64>());
}

void ByteReader::fail(const QString &code, const QString &field, const QString &what)
{
    if (m_error)
        return;
    if (field.isEmpty()) {
        m_error = Error{code, QStringLiteral("byte %1").arg(offset()),
                        tr("%1: At byte %2: %3").arg(m_place).arg(offset()).arg(what), ErrorKind::File};
        return;
    }
    m_error = Error{code, field, tr("%1: %2, before byte %3: %4").arg(m_place, field).arg(offset()).arg(what),
                    ErrorKind::File};
}

void ByteReader::failTruncated(quint64 needed)
{
    fail(QStringLiteral("truncated-file"), {},
         tr("%1 more bytes or entries are announced, but the file ends %2 bytes further on. It may be only partly "
            "downloaded: fetch it again.")
             .arg(needed)
             .arg(remaining()));
}

} // namespace plimsoll
