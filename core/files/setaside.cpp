// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/files/setaside.h"

#include <QDateTime>
#include <QFile>

namespace plimsoll {

QString setAside(const QString &path)
{
    const QString name =
        path + QStringLiteral(".broken-") + QDateTime::currentDateTime().toString(QStringLiteral("yyyyMMdd-HHmmss"));
    constexpr int kAttempts = 100;
    for (int i = 1; i <= kAttempts; ++i) {
        const QString free = i == 1 ? name : name + QLatin1Char('-') + QString::number(i);
        if (!QFile::exists(free))
            return QFile::rename(path, free) ? free : QString();
    }
    return {};
}

} // namespace plimsoll
