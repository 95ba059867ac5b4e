// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QFile>
#include <QtGlobal>

#include <malloc.h>

namespace plimsoll::bench {

/// A line of /proc/self/status in bytes: "VmHWM" is the most memory that was resident, "VmRSS" what is.
inline qint64 residentMemory(const QByteArray &line)
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        qFatal("cannot read /proc/self/status");
    for (const QByteArray &text : status.readAll().split('\n')) {
        if (text.startsWith(QByteArray(line + ':')))
            return text.mid(line.size() + 1).trimmed().split(' ').front().toLongLong() * 1024;
    }
    return 0;
}

/// Memory that the work takes at its height, above what was taken before. Linux alone.
template <typename Work>
qint64 peakOf(const Work &work)
{
    malloc_trim(0);
    QFile reset(QStringLiteral("/proc/self/clear_refs"));
    if (!reset.open(QIODevice::WriteOnly) || reset.write("5") != 1)
        qFatal("cannot reset the height of memory");
    reset.close();
    const qint64 before = residentMemory("VmRSS");
    work();
    return residentMemory("VmHWM") - before;
}

} // namespace plimsoll::bench
