// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

QT_FORWARD_DECLARE_CLASS(QAction)
QT_FORWARD_DECLARE_CLASS(QLineEdit)
QT_FORWARD_DECLARE_CLASS(QSortFilterProxyModel)
QT_FORWARD_DECLARE_CLASS(QTreeView)

namespace plimsoll {

/// The actions that have keys, a line each in columns: keys, name, what it does. Ends in a line feed.
QString shortcutsText(const QList<QAction *> &actions);

/// The keys of all actions, to search in, to copy and to print.
class ShortcutsDialog : public QDialog
{
    Q_OBJECT

public:
    explicit ShortcutsDialog(const QList<QAction *> &actions, QWidget *parent = nullptr);

    QLineEdit *searchLine() const { return m_line; }
    QTreeView *list() const { return m_list; }

private:
    QLineEdit *m_line;
    QTreeView *m_list;
    QSortFilterProxyModel *m_filter;
};

} // namespace plimsoll
