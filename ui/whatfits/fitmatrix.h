// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/planning/fit/whatfits.h"
#include "core/units/sizeformat.h"
#include "ui/theme.h"

#include <QAbstractTableModel>

#include <vector>

namespace plimsoll {

/// A plan on every GPU in every precision of its engine.
struct FitMatrixAnswer {
    std::vector<Gpu> gpus;      ///< those that the engine runs on, by name
    QStringList formats;        ///< ids, the checkpoint's own ("native") first
    QStringList formatNames;    ///< parallel to `formats`
    std::vector<FitCell> cells; ///< by GPU, then by format, none missing
    const FitCell &cell(int gpu, int format) const
    {
        return cells[size_t(gpu) * size_t(formats.size()) + size_t(format)];
    }
};

/// Errors are those of resolve(). `stopped`: true ends it early with an empty answer.
Result<FitMatrixAnswer> fitMatrix(const Plan &plan, const Catalog &catalog, const std::function<bool()> &stopped);

/// The matrix: GPUs are rows, named by the vertical header, precisions columns. A cell says how many of the GPU carry
/// the plan; an empty one that none do. What its colour says its text says too.
class FitMatrix : public QAbstractTableModel
{
    Q_OBJECT

public:
    using QAbstractTableModel::QAbstractTableModel;

    void setAnswer(FitMatrixAnswer answer);
    void setUnit(SizeUnit unit);
    void setTheme(Theme theme);
    void setOwn(const QStringList &gpus);
    const FitMatrixAnswer &answer() const { return m_answer; }
    const FitCell &cell(const QModelIndex &index) const { return m_answer.cell(index.row(), index.column()); }
    /// GPUs that carry the plan in one precision at least.
    int fitting() const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    bool takesSeveralNodes(const QModelIndex &index) const;
    QString tip(const QModelIndex &index) const;
    void redraw(const QList<int> &roles);

    FitMatrixAnswer m_answer;
    QStringList m_own;
    SizeUnit m_unit = SizeUnit::GiB;
    Theme m_theme = Theme::light();
};

} // namespace plimsoll
