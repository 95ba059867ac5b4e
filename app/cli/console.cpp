// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/console.h"

#include <QCoreApplication>

#include <cstdio>

namespace plimsoll {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Console)
};

void writeErrorLine(const QString &text)
{
    QString line = QStringLiteral("plimsoll: ") + text;
    // What was typed may be quoted in a message; it must not break the line or steer the terminal.
    for (QChar &c : line) {
        if (c.category() == QChar::Other_Control || c == QChar::LineSeparator || c == QChar::ParagraphSeparator)
            c = QLatin1Char(' ');
    }
    const QByteArray bytes = line.toUtf8() + '\n';
    std::fflush(stdout);
    std::fwrite(bytes.constData(), 1, size_t(bytes.size()), stderr);
}

} // namespace

void print(const QByteArray &text)
{
    std::fwrite(text.constData(), 1, size_t(text.size()), stdout);
}

void print(const QString &text)
{
    print(text.toUtf8());
}

bool flushOutput()
{
    return std::fflush(stdout) == 0 && std::ferror(stdout) == 0;
}

void complain(const QString &text)
{
    writeErrorLine(text);
}

int complain(const Error &error)
{
    writeErrorLine(error.text);
    return error.kind == ErrorKind::File ? ExitFile : ExitTyped;
}

void note(const QString &text)
{
    writeErrorLine(Text::tr("note: %1").arg(text));
}

int finish(int status)
{
    if (flushOutput())
        return status;
    complain(Text::tr("standard output cannot be written: is the disk full, or was it closed?"));
    return ExitFile;
}

} // namespace plimsoll
