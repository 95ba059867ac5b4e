// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/input.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

#include <cstdio>
#include <exception>
#include <filesystem>
#include <fstream>
#include <iostream>

#ifdef Q_OS_UNIX
#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>
#endif

namespace plimsoll {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Input)
};

constexpr int kPatienceMs = 5000;
constexpr qint64 kLongestPassedOver = qint64(1) << 28;
const char kStandardInput[] = "-";

Error unreadable(const QString &path, const QString &why)
{
    return {QStringLiteral("cannot-read"), {}, Text::tr("%1: %2").arg(path, why), ErrorKind::File};
}

/// Why a path is not a file to read, or an empty string. Pipes are left to the caller.
QString whyNotReadable(const QString &path)
{
    if (path.isEmpty())
        return Text::tr("no file was named");
    if (path.contains(QChar::Null))
        return Text::tr("a file name cannot contain a null character");
    const QFileInfo info(path);
    if (!info.exists())
        return Text::tr("there is no such file");
    if (info.isDir())
        return Text::tr("this is a folder: name a file in it");
    return {};
}

Result<QByteArray> readAll(QFile &file, const QString &path)
{
    QByteArray content;
    while (content.size() <= kLongestInput) {
        const QByteArray part = file.read(kLongestInput + 1 - content.size());
        if (part.isEmpty())
            break;
        content += part;
    }
    if (file.error() != QFileDevice::NoError)
        return unreadable(path, Text::tr("it cannot be read (%1)").arg(file.errorString()));
    if (content.size() > kLongestInput)
        return unreadable(path, Text::tr("it is larger than 16 MiB: this is not a plan"));
    return content;
}

#ifdef Q_OS_UNIX
/// Opens a pipe without waiting for ever for somebody to write to it. Below zero: nobody did.
int openPipe(const QByteArray &path)
{
    const int descriptor = ::open(path.constData(), O_RDONLY | O_NONBLOCK | O_CLOEXEC);
    if (descriptor < 0)
        return -1;
    pollfd waiting{descriptor, POLLIN, 0};
    if (::poll(&waiting, 1, kPatienceMs) > 0) {
        ::fcntl(descriptor, F_SETFL, ::fcntl(descriptor, F_GETFL) & ~O_NONBLOCK);
        return descriptor;
    }
    ::close(descriptor);
    return -1;
}
#endif

} // namespace

std::unique_ptr<QFile> openInput(const QString &path, Error *error)
{
    auto file = std::make_unique<QFile>();
    const auto fail = [&](const QString &why) {
        *error = unreadable(path, why);
        return nullptr;
    };
    if (path == QLatin1String(kStandardInput)) {
        if (file->open(stdin, QIODevice::ReadOnly))
            return file;
        *error = unreadable(Text::tr("standard input"), file->errorString());
        return nullptr;
    }
    if (const QString why = whyNotReadable(path); !why.isEmpty())
        return fail(why);
#ifdef Q_OS_UNIX
    struct stat status {
    };
    if (::stat(QFile::encodeName(path).constData(), &status) == 0 && !S_ISREG(status.st_mode)) {
        if (!S_ISFIFO(status.st_mode))
            return fail(Text::tr("this is a device, not a file; for standard input use -"));
        const int descriptor = openPipe(QFile::encodeName(path));
        if (descriptor < 0)
            return fail(Text::tr("nobody writes to this pipe: start its writer, or name a file"));
        if (!file->open(descriptor, QIODevice::ReadOnly, QFileDevice::AutoCloseHandle))
            return fail(file->errorString());
        return file;
    }
#endif
    file->setFileName(path);
    if (!file->open(QIODevice::ReadOnly))
        return fail(Text::tr("it cannot be opened (%1)").arg(file->errorString()));
    return file;
}

Result<QByteArray> readSmallFile(const QString &path)
{
    Error error;
    const std::unique_ptr<QFile> file = openInput(path, &error);
    if (!file)
        return error;
    return readAll(*file, path == QLatin1String(kStandardInput) ? Text::tr("standard input") : path);
}

LineReader::LineReader(std::unique_ptr<std::streambuf> owned, std::streambuf *buffer)
    : m_owned(std::move(owned))
    , m_buffer(buffer)
{
}

LineReader::~LineReader() = default;

std::unique_ptr<LineReader> LineReader::open(const QString &path, Error *error)
{
    if (path == QLatin1String(kStandardInput)) {
        std::ios::sync_with_stdio(false); // else every character is a call, and nothing is buffered
        return std::unique_ptr<LineReader>(new LineReader(nullptr, std::cin.rdbuf()));
    }
    if (const QString why = whyNotReadable(path); !why.isEmpty()) {
        *error = unreadable(path, why);
        return nullptr;
    }
    auto file = std::make_unique<std::filebuf>();
    if (!file->open(std::filesystem::path(path.toStdU16String()), std::ios::in | std::ios::binary)) {
        *error = unreadable(path, Text::tr("it cannot be opened: may you read it?"));
        return nullptr;
    }
    std::streambuf *buffer = file.get();
    return std::unique_ptr<LineReader>(new LineReader(std::move(file), buffer));
}

LineReader::State LineReader::next(QByteArray *line)
try {
    constexpr int end = std::char_traits<char>::eof();
    line->resize(0);
    qint64 length = 0;
    int c = m_buffer->sbumpc();
    if (c == end)
        return State::End;
    for (; c != end && c != '\n'; c = m_buffer->sbumpc()) {
        if (++length <= kLongestInput)
            line->append(char(c));
        else if (length > kLongestPassedOver)
            return State::Failed;
    }
    if (length > kLongestInput)
        return State::TooLong;
    if (line->endsWith('\r'))
        line->chop(1);
    return State::Line;
} catch (const std::exception &) {
    return State::Failed; // how the standard library says that reading failed
}

} // namespace plimsoll
