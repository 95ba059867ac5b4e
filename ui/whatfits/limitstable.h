// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/planning/fit/limitrows.h"

#include <QAbstractTableModel>

namespace plimsoll {

/// The rows, questions first.
class LimitsTable : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Question, Answer, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void setRows(const std::vector<LimitRow> &rows);
    const std::vector<LimitRow> &rows() const { return m_rows; }
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
