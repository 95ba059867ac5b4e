// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/planning/fit/modelmatrix.h"
#include "ui/whatfits/cellmatrix.h"
#include "ui/whatfits/latestanswer.h"

#include <optional>

namespace plimsoll {

/// Models are rows, named by the vertical header, GPUs columns: a person's own, the plan's, and a few that are common.
class ModelMatrix : public CellMatrix
{
    Q_OBJECT

public:
    explicit ModelMatrix(const Catalog &catalog, QObject *parent = nullptr);

    /// Whatever model and layout the plan has, it is one question; of its GPUs the kind counts.
    void ask(const Plan &plan) override;
    bool isRunning() const override { return m_latest.isRunning(); }
    FitChoice choice(const QModelIndex &index) const override;
    /// Takes effect with the next question, as does setOnlyOwn().
    void setOwn(const QStringList &gpus) override;
    /// Only a person's own GPUs; all where they have marked none.
    void setOnlyOwn(bool only);
    const std::vector<Gpu> &gpus() const { return m_answer.gpus; }
    const std::vector<ModelRow> &rows() const { return m_answer.rows; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

protected:
    const FitCell &cellAt(int row, int column) const override
    {
        return m_answer.rows[size_t(row)].cells[size_t(column)];
    }
    const Gpu &gpuAt(int, int column) const override { return m_answer.gpus[size_t(column)]; }
    QString subject(int row, int column) const override;
    QString rowId(int row) const override { return m_answer.rows[size_t(row)].model; }
    QString rowName(int row) const override { return m_answer.rows[size_t(row)].name; }

private:
    struct Answer {
        std::vector<Gpu> gpus;
        std::vector<ModelRow> rows;
    };
    struct Question {
        Plan plan;
        QStringList gpus;
        friend bool operator==(const Question &, const Question &) = default;
    };
    QStringList columnsFor(const Plan &plan) const;
    static bool hasSameCells(const Answer &a, const Answer &b);

    Catalog m_catalog;
    Answer m_answer;
    QStringList m_own;
    bool m_onlyOwn = false;
    std::optional<Question> m_asked;
    LatestAnswer<Result<Answer>> m_latest;
};

} // namespace plimsoll
