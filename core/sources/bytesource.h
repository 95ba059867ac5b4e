// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QCoreApplication>
#include <QFile>

#include <optional>

namespace plimsoll {

/// The bytes of one file, wherever they are. Readers take only what they need, so a file of 400 GB costs what its
/// header costs.
class ByteSource
{
public:
    virtual ~ByteSource() = default;

    /// Length of the whole file, also of what is not at hand.
    virtual quint64 size() const = 0;
    /// What lies behind the header is there as well, or should be.
    virtual bool hasData() const = 0;
    /// Copies [offset, offset + count) and returns how many bytes it had. Never asked for bytes beyond size().
    virtual qint64 read(quint64 offset, char *to, qint64 count) = 0;
    /// Why read() gave less than a reader needs, which is everything up to `needed`.
    virtual Error shortRead(quint64 needed, const QString &place) = 0;
};

/// A file on this computer. Read, not mapped: a mapped file that shrinks kills the program.
class LocalFile final : public ByteSource
{
    Q_DECLARE_TR_FUNCTIONS(LocalFile)
public:
    explicit LocalFile(const QString &path);
    /// Refuses what is no regular file: opening a FIFO would wait for a writer for ever.
    std::optional<Error> open();

    quint64 size() const override { return m_size; }
    bool hasData() const override { return true; }
    qint64 read(quint64 offset, char *to, qint64 count) override;
    Error shortRead(quint64 needed, const QString &place) override;

private:
    QFile m_file;
    quint64 m_size = 0;
    quint64 m_at = 0;
};

/// The beginning of a file of which more can be fetched, as from a server that sends ranges.
class FileBeginning final : public ByteSource
{
    Q_DECLARE_TR_FUNCTIONS(FileBeginning)
public:
    /// `bytes` is not copied and must live on. `fileSize` is that of the whole file, as the server says.
    FileBeginning(QByteArrayView bytes, quint64 fileSize, bool hasData = false);

    /// After a reader failed: how many bytes from the beginning it takes to get further; 0 = more would not help.
    quint64 wanted() const { return m_wanted; }

    quint64 size() const override { return m_size; }
    bool hasData() const override { return m_hasData; }
    qint64 read(quint64 offset, char *to, qint64 count) override;
    Error shortRead(quint64 needed, const QString &place) override;

private:
    QByteArrayView m_bytes;
    quint64 m_size = 0;
    quint64 m_wanted = 0;
    bool m_hasData = false;
};

} // namespace plimsoll
