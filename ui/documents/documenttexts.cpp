// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/documents/documenttexts.h"

#include <QCoreApplication>
#include <QDir>

namespace plimsoll {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(DocumentTexts)
};

} // namespace

QString workRestoredText(const QString &name, int more)
{
    const QString text = Text::tr("Unsaved changes to %1 are back: Plimsoll ended before they were saved.").arg(name);
    if (more == 0)
        return text;
    return text + QLatin1Char(' ')
           + Text::tr("%n more unsaved plans are waiting: start Plimsoll again for the next.", nullptr, more);
}

QString workWaitingText(const QString &name)
{
    return Text::tr("Unsaved changes to %1 are waiting: Plimsoll ended before they were saved.").arg(name);
}

QString filesSetAsideText(const QStringList &paths)
{
    QStringList shown;
    for (const QString &path : paths)
        shown += QDir::toNativeSeparators(path);
    return Text::tr("Unsaved changes of an earlier start could not be read. What is left of them is in %1.")
        .arg(shown.join(QStringLiteral(", ")));
}

QString settingsSetAsideText(const QString &path)
{
    return Text::tr("The settings could not be read, so this is the window with the defaults. The old file is now %1.")
        .arg(QDir::toNativeSeparators(path));
}

QString fileGoneText(const QString &path)
{
    return Text::tr("%1 is not there any more. It may have been moved or renamed, or its drive is away.")
        .arg(QDir::toNativeSeparators(path));
}

} // namespace plimsoll
