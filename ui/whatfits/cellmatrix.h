// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/planning/fit/whatfits.h"
#include "core/units/sizeformat.h"
#include "ui/theme.h"
#include "ui/whatfits/fitchoice.h"

#include <QAbstractTableModel>

namespace plimsoll {

/// A matrix whose cells say how many of a GPU carry a plan: which GPU, and what else differs from cell to cell, is the
/// matter of who derives from it. Worked out in the background. An empty cell says that no number does; what its
/// colour says its text says too.
class CellMatrix : public QAbstractTableModel
{
    Q_OBJECT

public:
    using QAbstractTableModel::QAbstractTableModel;

    /// A plan that was asked about last is not asked about again.
    virtual void ask(const Plan &plan) = 0;
    virtual bool isRunning() const = 0;
    /// Of a cell that fits.
    virtual FitChoice choice(const QModelIndex &index) const = 0;
    /// Rows that carry the plan in one column at least.
    int fitting() const;
    /// Why there is no answer; empty where there is one.
    const QString &problem() const { return m_problem; }

    void setUnit(SizeUnit unit) { m_unit = unit; }
    void setTheme(Theme theme);
    virtual void setOwn(const QStringList &gpus) = 0;

    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

Q_SIGNALS:
    void started();
    void answered();

protected:
    virtual const FitCell &cellAt(int row, int column) const = 0;
    virtual const Gpu &gpuAt(int row, int column) const = 0;
    /// "H100 in FP8".
    virtual QString subject(int row, int column) const = 0;
    /// Id and name of a row, by which it is searched.
    virtual QString rowId(int row) const = 0;
    virtual QString rowName(int row) const = 0;

    GpuFit fitOf(int row, int column) const;
    void redraw(const QList<int> &roles);
    /// Takes over what was worked out. Where rows and columns are the `same`, as with another workload, they stay as
    /// they are, and with them a person's place.
    template <typename Answer>
    void take(Answer &into, const Result<Answer> &answer, bool (*same)(const Answer &, const Answer &));

private:
    bool takesSeveralNodes(int row, int column) const;
    bool anyFits(int row) const;
    QString tip(int row, int column) const;

    QString m_problem;
    SizeUnit m_unit = SizeUnit::GiB;
    Theme m_theme = Theme::light();
};

template <typename Answer>
void CellMatrix::take(Answer &into, const Result<Answer> &answer, bool (*same)(const Answer &, const Answer &))
{
    m_problem = answer ? QString() : answer.error().text;
    Answer now = answer ? answer.value() : Answer();
    const bool stays = same(now, into);
    if (!stays)
        beginResetModel();
    into = std::move(now);
    if (stays)
        redraw({});
    else
        endResetModel();
    Q_EMIT answered();
}

} // namespace plimsoll
