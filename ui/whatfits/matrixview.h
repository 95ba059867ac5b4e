// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/planning/fit/fitquestions.h"
#include "ui/whatfits/fitmatrix.h"
#include "ui/whatfits/latestanswer.h"

#include <QTableView>

QT_FORWARD_DECLARE_CLASS(QAbstractButton)

namespace plimsoll {

class FitFilter;

/// The matrix of GPUs and precisions, worked out in the background. A click or Enter chooses a cell.
class MatrixView : public QTableView
{
    Q_OBJECT

public:
    explicit MatrixView(const Catalog &catalog, QWidget *parent = nullptr);

    /// A plan that was asked about last, whatever GPUs and precision it has, is not asked about again.
    void ask(const Plan &plan);
    void setTheme(Theme theme);
    bool isRunning() const { return m_answer.isRunning(); }
    FitMatrix *matrix() const { return m_matrix; }
    FitFilter *filter() const { return m_filter; }
    /// Why there is no answer; empty where there is one.
    const QString &problem() const { return m_problem; }

Q_SIGNALS:
    void started();
    void answered();
    void cellChosen(const plimsoll::GpuFit &fit, const QString &format);

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void fitColumns();
    void choose(const QModelIndex &index);

    Catalog m_catalog;
    FitMatrix *m_matrix;
    FitFilter *m_filter;
    std::optional<Plan> m_asked;
    QString m_problem;
    QAbstractButton *m_corner;
    LatestAnswer<Result<FitMatrixAnswer>> m_answer;
};

} // namespace plimsoll
