// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/whatfits/cellmatrix.h"

#include <QTableView>

QT_FORWARD_DECLARE_CLASS(QAbstractButton)

namespace plimsoll {

class FitFilter;

/// A matrix of what fits. A click or Enter chooses a cell.
class MatrixView : public QTableView
{
    Q_OBJECT

public:
    /// Takes the matrix over. `corner` names its rows.
    MatrixView(CellMatrix *matrix, const QString &corner, QWidget *parent = nullptr);

    void setTheme(Theme theme);
    CellMatrix *matrix() const { return m_matrix; }
    FitFilter *filter() const { return m_filter; }

Q_SIGNALS:
    void cellChosen(const plimsoll::FitChoice &choice);

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void fitColumns();
    void choose(const QModelIndex &index);

    CellMatrix *m_matrix;
    FitFilter *m_filter;
    QString m_cornerText;
    QAbstractButton *m_corner;
};

} // namespace plimsoll
