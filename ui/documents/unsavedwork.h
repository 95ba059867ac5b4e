// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/documents/unsavedstate.h"

#include <QStringList>

#include <memory>
#include <optional>

QT_FORWARD_DECLARE_CLASS(QLockFile)

namespace plimsoll {

/// A file of unsaved work. While the lock is held it is nobody else's; the lock of a program that was killed is free.
struct UnsavedWork {
    QString file;
    std::unique_ptr<QLockFile> lock;
    UnsavedState state;

    UnsavedWork();
    UnsavedWork(UnsavedWork &&) noexcept;
    UnsavedWork &operator=(UnsavedWork &&) noexcept;
    ~UnsavedWork();
};

struct FoundWork {
    std::optional<UnsavedWork> newest;
    int more = 0;         ///< that other starts can take up
    QStringList setAside; ///< where files went that cannot be read
};

/// Where the program keeps unsaved work; several of its processes share it.
QString unsavedFolder();

/// Work whose program is gone, in that folder. Files that cannot be read are set aside.
FoundWork findUnsavedWork(const QString &folder);

/// A file of its own in that folder, locked and not yet written. Nothing where the folder cannot be written.
std::optional<UnsavedWork> newUnsavedWork(const QString &folder);

} // namespace plimsoll
