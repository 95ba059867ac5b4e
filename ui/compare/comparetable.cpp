// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/comparetable.h"

namespace plimsoll {

namespace {

const QString kMore = QStringLiteral("\u25b2");
const QString kLess = QStringLiteral("\u25bc");
const QString kOther = QStringLiteral("\u2260");

} // namespace

std::vector<size_t> CompareTable::rowsToShow() const
{
    std::vector<size_t> rows;
    for (size_t i = 0; i < m_comparison.rows.size(); ++i) {
        if (!m_differencesOnly || m_comparison.rows[i].differs())
            rows.push_back(i);
    }
    return rows;
}

QStringList CompareTable::shownIds() const
{
    QStringList ids;
    for (size_t row : m_shown)
        ids << m_comparison.rows[row].id;
    return ids;
}

void CompareTable::setComparison(const PlanComparison &comparison, const Pins &pins)
{
    CompareTable next;
    next.m_differencesOnly = m_differencesOnly;
    next.m_comparison = comparison;
    next.m_shown = next.rowsToShow();
    // Kept where the cells are the same ones, so that what is chosen stays.
    const bool same = columnCount() > 0 && columnCount() == next.columnCount() && shownIds() == next.shownIds();
    if (!same)
        beginResetModel();
    m_comparison = std::move(next.m_comparison);
    m_shown = std::move(next.m_shown);
    m_pins = pins;
    if (!same) {
        endResetModel();
        return;
    }
    Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
}

void CompareTable::setDifferencesOnly(bool only)
{
    if (only == m_differencesOnly)
        return;
    beginResetModel();
    m_differencesOnly = only;
    m_shown = rowsToShow();
    endResetModel();
}

bool CompareTable::anyDifference() const
{
    for (const ComparisonRow &row : m_comparison.rows) {
        if (row.differs())
            return true;
    }
    return false;
}

int CompareTable::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() || m_comparison.names.empty() ? 0 : int(m_shown.size()) + 1;
}

int CompareTable::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_comparison.names.size());
}

/// Numbers say which way they differ, all else only that it does.
QString CompareTable::mark(const ComparisonRow &row, const ComparisonCell &cell) const
{
    if (!cell.differs)
        return {};
    const std::optional<double> &first = row.cells.front().value;
    if (!first || !cell.value || *first == *cell.value)
        return kOther;
    return *cell.value > *first ? kMore : kLess;
}

QString CompareTable::inWords(const ComparisonRow &row, const ComparisonCell &cell) const
{
    const QString sign = mark(row, cell);
    if (sign.isEmpty())
        return cell.text;
    const QString &first = row.cells.front().text;
    if (sign == kMore)
        return tr("%1, more than the %2 of this plan").arg(cell.text, first);
    return sign == kLess ? tr("%1, less than the %2 of this plan").arg(cell.text, first)
                         : tr("%1, this plan: %2").arg(cell.text, first);
}

QVariant CompareTable::linkData(int column, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return column == 0 ? tr("what you see") : tr("Go back to it");
    case Qt::ToolTipRole:
        return column == 0 ? QString() : tr("Makes \"%1\" the plan to work on").arg(m_comparison.names[size_t(column)]);
    case LinkRole:
        return column > 0;
    default:
        return {};
    }
}

QVariant CompareTable::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (index.row() == 0)
        return linkData(index.column(), role);
    const ComparisonRow &row = this->row(index.row());
    const ComparisonCell &cell = row.cells[size_t(index.column())];
    switch (role) {
    case Qt::DisplayRole:
        return cell.text;
    case Qt::AccessibleTextRole:
        return inWords(row, cell);
    case Qt::ToolTipRole:
        return cell.detail.isEmpty() ? inWords(row, cell) : inWords(row, cell) + QLatin1Char('\n') + cell.detail;
    case MarkRole:
        return mark(row, cell);
    case WrapRole:
        return row.unit == ComparisonRow::Unit::Text;
    case FirstResultRole:
        return !row.isChoice && (index.row() == 1 || this->row(index.row() - 1).isChoice);
    default:
        return {};
    }
}

QVariant CompareTable::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignLeft | Qt::AlignVCenter);
    if (orientation == Qt::Vertical) {
        if (role != Qt::DisplayRole || section >= rowCount())
            return {};
        return section == 0 ? QString() : row(section).name;
    }
    if (section < 0 || section >= columnCount())
        return {};
    const QString &name = m_comparison.names[size_t(section)];
    switch (role) {
    case Qt::DisplayRole:
        return section == 0 ? name : tr("%1  %2").arg(section).arg(name);
    case Qt::EditRole:
        return section > 0 && size_t(section) <= m_pins.size() ? m_pins.list()[size_t(section) - 1].name : name;
    case Qt::ToolTipRole:
        return section == 0 ? name : tr("%1\nA double click or F2 renames it, dragging moves it").arg(name);
    default:
        return {};
    }
}

} // namespace plimsoll
