// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/documents/unsavedwork.h"

#include "core/files/setaside.h"

#include <QDir>
#include <QFile>
#include <QLockFile>
#include <QStandardPaths>
#include <QUuid>

namespace plimsoll {

namespace {

constexpr QLatin1String kEnding(".unsaved");
constexpr qint64 kLargest = 64 << 20; ///< several plans, each at most 16 MiB

/// Null where the owner still runs.
std::unique_ptr<QLockFile> lockOf(const QString &file)
{
    auto lock = std::make_unique<QLockFile>(file + QStringLiteral(".lock"));
    lock->setStaleLockTime(0); // a window may stay open for weeks; only a dead owner frees it
    return lock->tryLock(0) ? std::move(lock) : nullptr;
}

} // namespace

UnsavedWork::UnsavedWork() = default;
UnsavedWork::UnsavedWork(UnsavedWork &&) noexcept = default;
UnsavedWork &UnsavedWork::operator=(UnsavedWork &&) noexcept = default;
UnsavedWork::~UnsavedWork() = default;

QString unsavedFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + QStringLiteral("/plimsoll/unsaved");
}

FoundWork findUnsavedWork(const QString &folder)
{
    FoundWork found;
    const QStringList names = QDir(folder).entryList({QLatin1Char('*') + kEnding}, QDir::Files, QDir::Time);
    for (const QString &name : names) {
        UnsavedWork work;
        work.file = QDir(folder).filePath(name);
        work.lock = lockOf(work.file);
        QFile file(work.file);
        if (!work.lock || !file.exists()) // another start has just taken it up
            continue;
        const bool isReadable = file.open(QIODevice::ReadOnly) && file.size() <= kLargest;
        const Result<UnsavedState> state = unsavedFromBytes(isReadable ? file.readAll() : QByteArray(), work.file);
        file.close();
        if (!state) {
            const QString aside = setAside(work.file);
            if (!aside.isEmpty())
                found.setAside += aside;
        } else if (found.newest) {
            ++found.more;
        } else {
            work.state = *state;
            found.newest = std::move(work);
        }
    }
    return found;
}

std::optional<UnsavedWork> newUnsavedWork(const QString &folder)
{
    UnsavedWork work;
    if (!QDir().mkpath(folder))
        return std::nullopt;
    work.file = QDir(folder).filePath(QUuid::createUuid().toString(QUuid::WithoutBraces) + kEnding);
    work.lock = lockOf(work.file);
    if (!work.lock)
        return std::nullopt;
    return work;
}

} // namespace plimsoll
