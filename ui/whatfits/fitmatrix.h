// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/planning/fit/formatmatrix.h"
#include "ui/whatfits/cellmatrix.h"
#include "ui/whatfits/latestanswer.h"

#include <optional>

namespace plimsoll {

/// GPUs are rows, named by the vertical header, precisions columns.
class FitMatrix : public CellMatrix
{
    Q_OBJECT

public:
    explicit FitMatrix(const Catalog &catalog, QObject *parent = nullptr);

    /// Whatever GPUs and precision the plan has, it is one question.
    void ask(const Plan &plan) override;
    bool isRunning() const override { return m_latest.isRunning(); }
    FitChoice choice(const QModelIndex &index) const override;
    void setOwn(const QStringList &gpus) override;
    const FitMatrixAnswer &answer() const { return m_answer; }
    const FitCell &cell(const QModelIndex &index) const { return m_answer.cell(index.row(), index.column()); }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

protected:
    const FitCell &cellAt(int row, int column) const override { return m_answer.cell(row, column); }
    const Gpu &gpuAt(int row, int) const override { return m_answer.gpus[size_t(row)]; }
    QString subject(int row, int column) const override;
    QString rowId(int row) const override { return m_answer.gpus[size_t(row)].id; }
    QString rowName(int row) const override { return m_answer.gpus[size_t(row)].name; }

private:
    static bool hasSameCells(const FitMatrixAnswer &a, const FitMatrixAnswer &b);

    Catalog m_catalog;
    FitMatrixAnswer m_answer;
    QStringList m_own;
    std::optional<Plan> m_asked;
    LatestAnswer<Result<FitMatrixAnswer>> m_latest;
};

} // namespace plimsoll
