// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/whatfits/limitstable.h"

namespace plimsoll {

void LimitsTable::setRows(const std::vector<LimitRow> &rows)
{
    // Kept where the rows are the same ones, so that a selection stays.
    const bool same = rows.size() == m_rows.size();
    if (same) {
        m_rows = rows;
        if (!m_rows.empty())
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
        return;
    }
    beginResetModel();
    m_rows = rows;
    endResetModel();
}

int LimitsTable::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int LimitsTable::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant LimitsTable::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const LimitRow &row = m_rows[size_t(index.row())];
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return index.column() == Question ? row.question : row.answer;
    case Qt::ToolTipRole:
        return row.plan ? tr("%1\nEnter or a double click takes this over").arg(row.answer) : row.answer;
    default:
        return {};
    }
}

Qt::ItemFlags LimitsTable::flags(const QModelIndex &index) const
{
    const bool isTitle = index.isValid() && m_rows[size_t(index.row())].isTitle;
    return isTitle ? Qt::NoItemFlags : QAbstractTableModel::flags(index);
}

QVariant LimitsTable::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole)
        return int(Qt::AlignLeft | Qt::AlignVCenter);
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == Question ? tr("Question") : tr("Answer");
}

} // namespace plimsoll
