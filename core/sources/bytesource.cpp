// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sources/bytesource.h"

#include <QFileInfo>

#include <algorithm>
#include <cstring>

namespace plimsoll {

LocalFile::LocalFile(const QString &path)
    : m_file(path)
{
}

std::optional<Error> LocalFile::open()
{
    const QString path = m_file.fileName();
    const QFileInfo info(path);
    const auto failure = [&path](const char *code, const QString &why) {
        return Error{QString::fromLatin1(code), path, why, ErrorKind::File};
    };
    // A link that leads back to itself does not exist, as a missing file.
    if (!info.exists())
        return failure("no-such-file", tr("%1: There is no such file. Check the path and its links.").arg(path));
    if (!info.isFile())
        return failure("not-a-file", tr("%1 is not a regular file. Name the model's file or its folder.").arg(path));
    if (!m_file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return failure("unreadable-file",
                       tr("%1 cannot be read: %2. Check its permissions.").arg(path, m_file.errorString()));
    m_size = quint64(std::max<qint64>(m_file.size(), 0));
    return std::nullopt;
}

qint64 LocalFile::read(quint64 offset, char *to, qint64 count)
{
    if (offset != m_at && !m_file.seek(qint64(offset)))
        return 0;
    qint64 done = 0;
    while (done < count) {
        const qint64 got = m_file.read(to + done, count - done);
        if (got <= 0)
            break;
        done += got;
    }
    m_at = offset + quint64(done);
    return done;
}

Error LocalFile::shortRead(quint64 needed, const QString &place)
{
    return {QStringLiteral("file-shrank"), QStringLiteral("byte %1").arg(needed),
            tr("%1: It could not be read up to byte %2, though it was %3 bytes long when it was opened: it was cut "
               "short meanwhile, or its disk fails. Open it again when nothing writes to it.")
                .arg(place)
                .arg(needed)
                .arg(m_size),
            ErrorKind::File};
}

FileBeginning::FileBeginning(QByteArrayView bytes, quint64 fileSize, bool hasData)
    : m_bytes(bytes)
    , m_size(fileSize)
    , m_hasData(hasData)
{
}

qint64 FileBeginning::read(quint64 offset, char *to, qint64 count)
{
    const quint64 atHand = quint64(m_bytes.size());
    const qint64 given = offset >= atHand ? 0 : std::min(count, qint64(atHand - offset));
    if (given > 0)
        std::memcpy(to, m_bytes.data() + offset, size_t(given));
    return given;
}

Error FileBeginning::shortRead(quint64 needed, const QString &place)
{
    m_wanted = std::min(std::max(m_wanted, needed), m_size);
    return {QStringLiteral("more-bytes-needed"), QStringLiteral("byte %1").arg(needed),
            tr("%1: The header goes on to byte %2 at least, but only %3 bytes are here. Fetch more of it.")
                .arg(place)
                .arg(needed)
                .arg(m_bytes.size()),
            ErrorKind::File};
}

} // namespace plimsoll
