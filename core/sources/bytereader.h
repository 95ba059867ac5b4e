// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sources/bytesource.h"

#include <QByteArrayView>
#include <QCoreApplication>
#include <QtEndian>

#include <algorithm>
#include <cstring>
#include <optional>
#include <vector>

namespace plimsoll {

/// Reads numbers and texts one after another. The first failure is kept; what is read after it is zero, so a reader
/// of a whole structure checks once. Keeps one buffer, never larger than the file.
class ByteReader
{
    Q_DECLARE_TR_FUNCTIONS(ByteReader)
public:
    static constexpr quint64 longestView = 64 * 1024;

    /// `place` names the file in messages. `source` must live on.
    ByteReader(ByteSource &source, const QString &place);

    void setBigEndian(bool bigEndian) { m_bigEndian = bigEndian; }
    quint64 offset() const { return m_base + quint64(m_at); }
    quint64 size() const { return m_size; }
    quint64 remaining() const { return m_size - std::min(m_size, offset()); }

    template <typename T>
    T number()
    {
        if (!need(sizeof(T)))
            return {};
        const char *from = m_buffer.data() + m_at;
        m_at += sizeof(T);
        return m_bigEndian ? qFromBigEndian<T>(from) : qFromLittleEndian<T>(from);
    }
    /// The next bytes, at most longestView; valid until the next call. Empty after a failure.
    QByteArrayView view(quint64 count);
    void skip(quint64 count);
    /// Says that at least so many bytes follow, so that who fetches a file bit by bit can fetch them at once.
    void announce(quint64 count) { m_announced = std::max(m_announced, offset() + std::min(count, remaining())); }
    /// Skips `count` texts, each behind its length of 4 or 8 bytes.
    void skipTexts(quint64 count, int lengthBytes);

    bool ok() const { return !m_error; }
    const Error &error() const { return *m_error; }
    /// Only the first failure is kept. `field` names a key, or is empty for the offset.
    void fail(const QString &code, const QString &field, const QString &what);
    /// The file ends before what it claims to hold.
    void failTruncated(quint64 needed);
    const QString &place() const { return m_place; }

private:
    bool need(quint64 count) { return m_filled - m_at >= count || refill(count); }
    bool refill(quint64 count);

    ByteSource &m_source;
    QString m_place;
    quint64 m_size;
    quint64 m_base = 0;      ///< of the buffer in the file
    quint64 m_announced = 0; ///< where the file reaches to at least
    size_t m_at = 0, m_filled = 0;
    std::vector<char> m_buffer;
    bool m_bigEndian = false;
    std::optional<Error> m_error;
};

} // namespace plimsoll
