// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/whatfits/latestanswer.h"

#include <QMenu>
#include <QStringList>

namespace plimsoll {

/// The list of plans that were open last. Those that are no longer there are marked, not dropped: a drive may be
/// away for a while.
class RecentMenu : public QMenu
{
    Q_OBJECT

public:
    explicit RecentMenu(const QString &title, QWidget *parent = nullptr);

    /// Newest first.
    void setFiles(const QStringList &files);
    QStringList files() const { return m_files; }

Q_SIGNALS:
    void chosen(const QString &path);
    void clearChosen();

private:
    void look();
    void mark(const QStringList &missing);
    QString entryText(qsizetype row, bool isThere) const;

    QStringList m_files;
    LatestAnswer<QStringList> m_missing; ///< a file of another computer may answer late
};

/// `files` with `path` in front, each once, at most ten.
QStringList withRecentFile(const QStringList &files, const QString &path);

} // namespace plimsoll
