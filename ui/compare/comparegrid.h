// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme.h"

#include <QTableView>

QT_FORWARD_DECLARE_CLASS(QAbstractButton)

namespace plimsoll {

class CompareTable;
class FrozenColumn;
class PinHeader;

/// The table of plans side by side. Of the plan of the current column: Enter goes back to it, F2 renames it, Alt with
/// Left or Right moves it, Delete removes it. Pins are counted from 0.
class CompareGrid : public QTableView
{
    Q_OBJECT
public:
    /// `table` must live as long.
    explicit CompareGrid(CompareTable *table, QWidget *parent = nullptr);

    PinHeader *names() const { return m_names; }
    /// The pinned plan of the current column; -1 = none.
    int currentPin() const;
    void renameCurrent();
    /// By one place, to the left where `by` is negative.
    void moveCurrent(int by);
    void removeCurrent();

    void setTheme(Theme theme);
    /// To be called when what is shown has changed.
    void refresh();
    /// This plan's column, which stays in sight.
    FrozenColumn *frozen() const { return m_frozen; }

    void scrollTo(const QModelIndex &index, ScrollHint hint = EnsureVisible) override;

Q_SIGNALS:
    void backAsked(int pin);
    void renameAsked(int pin, const QString &name);
    void moveAsked(int from, int to);
    void removeAsked(int pin);
    void currentPinChanged();

protected:
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void fitCells();
    void move(int from, int to);

    CompareTable *m_table;
    PinHeader *m_names;
    FrozenColumn *m_frozen = nullptr;
    QAbstractButton *m_corner;
    int m_follow = -1; ///< the pin that is to be current once it has moved
};

} // namespace plimsoll
