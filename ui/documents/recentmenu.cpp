// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/documents/recentmenu.h"

#include <QDir>
#include <QFileInfo>

namespace plimsoll {

namespace {

constexpr qsizetype kMost = 10;

/// As a person writes it, with the home folder short.
QString shownFolder(const QString &path)
{
    const QString folder = QFileInfo(path).path();
    const QString home = QDir::homePath();
    if (folder == home || folder.startsWith(home + QLatin1Char('/')))
        return QDir::toNativeSeparators(QLatin1Char('~') + folder.mid(home.size()));
    return QDir::toNativeSeparators(folder);
}

QString escaped(QString text)
{
    return text.replace(QLatin1Char('&'), QStringLiteral("&&"));
}

} // namespace

RecentMenu::RecentMenu(const QString &title, QWidget *parent)
    : QMenu(title, parent)
    , m_missing(this, [this](const QStringList &missing) { mark(missing); })
{
    connect(this, &QMenu::aboutToShow, this, &RecentMenu::look);
    setFiles({});
}

void RecentMenu::setFiles(const QStringList &files)
{
    m_files = files;
    clear();
    for (qsizetype row = 0; row < files.size(); ++row) {
        QAction *action = addAction(entryText(row, true));
        action->setStatusTip(QDir::toNativeSeparators(files.at(row)));
        connect(action, &QAction::triggered, this, [this, path = files.at(row)] { Q_EMIT chosen(path); });
    }
    if (files.isEmpty()) {
        addAction(tr("No plans yet"))->setEnabled(false);
        return;
    }
    addSeparator();
    connect(addAction(tr("&Clear list")), &QAction::triggered, this, &RecentMenu::clearChosen);
}

void RecentMenu::look()
{
    m_missing.ask([files = m_files](const LatestAnswer<QStringList>::Stopped &) {
        QStringList missing;
        for (const QString &file : files) {
            if (!QFileInfo::exists(file))
                missing += file;
        }
        return missing;
    });
}

void RecentMenu::mark(const QStringList &missing)
{
    for (qsizetype row = 0; row < m_files.size(); ++row)
        actions().at(row)->setText(entryText(row, !missing.contains(m_files.at(row))));
}

QString RecentMenu::entryText(qsizetype row, bool isThere) const
{
    const QString &path = m_files.at(row);
    const QString name = escaped(QFileInfo(path).fileName());
    const QString key = row < kMost - 1 ? QStringLiteral("&%1").arg(row + 1) : QStringLiteral("1&0");
    return isThere ? tr("%1  %2 - %3").arg(key, name, escaped(shownFolder(path)))
                   : tr("%1  %2 - not there: %3").arg(key, name, escaped(shownFolder(path)));
}

QStringList withRecentFile(const QStringList &files, const QString &path)
{
    QStringList recent = files;
    recent.removeAll(path);
    recent.prepend(path);
    return recent.mid(0, kMost);
}

} // namespace plimsoll
