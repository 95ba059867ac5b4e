// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QFile>
#include <QString>

#include <memory>
#include <streambuf>

namespace plimsoll {

/// The largest plan that is read, and the longest line of a batch.
inline constexpr qsizetype kLongestInput = qsizetype(16) << 20;

/// Opens a file of any size; "-" is standard input. Null, and *error of kind File set, for folders, devices, pipes that
/// nobody writes to and what cannot be opened.
std::unique_ptr<QFile> openInput(const QString &path, Error *error);

/// The content of a small file; "-" is standard input. Folders, devices, pipes that nobody writes to and
/// whatever is larger than kLongestInput are errors of kind File.
Result<QByteArray> readSmallFile(const QString &path);

/// Reads a file or standard input ("-") line by line, each as soon as it is there.
class LineReader
{
public:
    enum class State { Line, TooLong, End, Failed };

    /// Nothing, and *error set, where the file cannot be read.
    static std::unique_ptr<LineReader> open(const QString &path, Error *error);
    ~LineReader();

    /// The next line without its end (LF or CR LF). TooLong: it was longer than kLongestInput and is passed over.
    /// Failed: the file broke off, or such a line did not end.
    State next(QByteArray *line);

private:
    explicit LineReader(std::unique_ptr<std::streambuf> owned, std::streambuf *buffer);

    std::unique_ptr<std::streambuf> m_owned;
    std::streambuf *m_buffer;
};

} // namespace plimsoll
