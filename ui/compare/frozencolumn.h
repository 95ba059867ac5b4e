// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTableView>

namespace plimsoll {

/// The first column of a table once more, at the left edge while the table is scrolled sideways: a picture, which takes
/// no focus and chooses nothing.
class FrozenColumn : public QTableView
{
    Q_OBJECT
public:
    /// Lies over `table`, which has its model and its delegate already and scrolls by pixels.
    explicit FrozenColumn(QTableView *table);

    /// Takes place, width and heights of rows of the table over; to be called when these have changed.
    void follow();
    /// Pixels of the table's viewport that are behind it.
    int coveredWidth() const { return isHidden() ? 0 : width(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QTableView *m_table;
};

} // namespace plimsoll
