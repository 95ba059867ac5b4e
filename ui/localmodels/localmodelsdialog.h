// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/units/sizeformat.h"

#include <QDialog>
#include <QProcessEnvironment>

QT_FORWARD_DECLARE_CLASS(QLineEdit)
QT_FORWARD_DECLARE_CLASS(QProgressBar)
QT_FORWARD_DECLARE_CLASS(QPushButton)
QT_FORWARD_DECLARE_CLASS(QTreeView)

namespace plimsoll {

class ElidedLabel;
class LocalModelsFilter;
class LocalModelsSearch;
class LocalModelsTable;

/// The models on this computer, found while one looks. A click plans with one and leaves the list open, to try
/// another; Enter or a double click closes it.
class LocalModelsDialog : public QDialog
{
    Q_OBJECT

public:
    explicit LocalModelsDialog(QWidget *parent = nullptr);

    /// Where to look instead of by the variables and home folder of this process.
    void lookIn(const QProcessEnvironment &environment, const QString &home);
    void setUnit(SizeUnit unit);

    QLineEdit *searchLine() const { return m_line; }
    QTreeView *list() const { return m_list; }
    ElidedLabel *status() const { return m_status; }
    /// Stops a search, or starts another.
    QPushButton *searchButton() const { return m_again; }
    bool isSearching() const;

Q_SIGNALS:
    void chosen(const QString &path);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void arrange();
    void connectParts();
    void search();
    void showFolder(const QString &folder);
    void showEnd(bool stopped);
    void choose(const QModelIndex &index);

    QProcessEnvironment m_environment;
    QString m_home;
    LocalModelsSearch *m_search;
    LocalModelsTable *m_table;
    LocalModelsFilter *m_filter;
    QLineEdit *m_line;
    QTreeView *m_list;
    ElidedLabel *m_status;
    QProgressBar *m_busy;
    QPushButton *m_again;
    bool m_searched = false;
};

} // namespace plimsoll
