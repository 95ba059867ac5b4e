// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDir>
#include <QFile>
#include <QString>

/// Files such as those below /sys.
namespace plimsoll::systemfiles {

inline void write(const QString &root, const QString &file, const QString &text)
{
    const QString path = QDir(root).filePath(file);
    QDir().mkpath(QFileInfo(path).path());
    QFile out(path);
    if (!out.open(QIODevice::WriteOnly) || out.write(text.toUtf8() + '\n') < 0)
        qFatal("cannot write %s", qPrintable(path));
}

/// A graphics card with its PCI ids; "sys/class/drm/card<number>/device/".
inline QString card(const QString &root, int number, const QString &vendor, const QString &device,
                    const QString &revision, const QString &driver, const QString &address)
{
    const QString folder = QStringLiteral("sys/class/drm/card%1/device/").arg(number);
    write(root, folder + QStringLiteral("vendor"), vendor);
    write(root, folder + QStringLiteral("device"), device);
    write(root, folder + QStringLiteral("revision"), revision);
    write(root, folder + QStringLiteral("uevent"),
          QStringLiteral("DRIVER=%1\nPCI_CLASS=30000\nPCI_SLOT_NAME=%2").arg(driver, address));
    return folder;
}

inline void memory(const QString &root, qint64 totalKb, qint64 availableKb)
{
    write(root, QStringLiteral("proc/meminfo"),
          QStringLiteral("MemTotal:       %1 kB\nMemFree:        1 kB\nMemAvailable:   %2 kB")
              .arg(totalKb)
              .arg(availableKb));
}

} // namespace plimsoll::systemfiles
