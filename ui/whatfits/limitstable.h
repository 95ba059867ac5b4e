// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/planning/plan.h"
#include "core/units/sizeformat.h"

#include <QAbstractTableModel>
#include <QString>

#include <functional>
#include <optional>
#include <vector>

namespace plimsoll {

class Catalog;
struct ResolvedPlan;

/// A row of the page: a reverse question with its answer, or a step with what it changes.
struct LimitRow {
    QString question;         ///< "Longest context", "1 more user"
    QString answer;           ///< one sentence
    std::optional<Plan> plan; ///< the plan that the row leads to; absent where there is no answer
    bool isStep = false;
    bool fits = true;
    bool isTitle = false; ///< `question` names the rows below it
};

/// Every reverse question and every step of a plan. Takes some tens of milliseconds, so not on the GUI thread.
std::vector<LimitRow> limitRows(const Plan &plan, const ResolvedPlan &resolved, const Catalog &catalog, SizeUnit unit,
                                const std::function<bool()> &stopped);

/// The rows, questions first.
class LimitsTable : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Question, Answer, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void setRows(const std::vector<LimitRow> &rows);
    const LimitRow &row(int row) const { return m_rows[size_t(row)]; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

    Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    std::vector<LimitRow> m_rows;
};

} // namespace plimsoll
