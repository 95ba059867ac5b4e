// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/logs/logtable.h"

#include "core/logs/logcells.h"

#include <algorithm>

namespace plimsoll {
namespace {

constexpr quintptr kTop = 0; ///< internal id of a row; that of a child is the row of its parent plus one

QString rankName(const QString &rank, qint32 count)
{
    const QString name = rank.isEmpty() ? LogTable::tr("(no name)") : rank;
    return count > 1 ? LogTable::tr("%1, for %n rank(s)", nullptr, count).arg(name) : name;
}

QString lineName(qint64 line)
{
    return LogTable::tr("line %1").arg(line);
}

bool isNumber(int column)
{
    return column == LogTable::Measured || column == LogTable::Predicted || column == LogTable::Difference;
}

} // namespace

void LogTable::show(const LogComparison &comparison, const std::vector<LogFigure> &others, SizeUnit unit)
{
    std::vector<Group> groups;
    for (const LogComparisonRow &row : comparison.rows)
        groups.push_back(groupOf(row, comparison, unit));
    if (!others.empty())
        groups.push_back(groupOf(others));
    // Kept where the rows are the same ones, so that what was opened and chosen stays.
    const bool same =
        std::equal(groups.begin(), groups.end(), m_groups.begin(), m_groups.end(), [](const Group &a, const Group &b) {
            return a.line.cells[Item] == b.line.cells[Item] && a.children.size() == b.children.size();
        });
    if (!same) {
        beginResetModel();
        m_groups = std::move(groups);
        endResetModel();
        return;
    }
    m_groups = std::move(groups);
    for (int row = 0; row < rowCount(); ++row) {
        const QModelIndex top = index(row, 0);
        Q_EMIT dataChanged(top, index(row, ColumnCount - 1));
        if (rowCount(top) > 0)
            Q_EMIT dataChanged(index(0, 0, top), index(rowCount(top) - 1, ColumnCount - 1, top));
    }
}

void LogTable::clear()
{
    beginResetModel();
    m_groups.clear();
    endResetModel();
}

LogTable::Group LogTable::groupOf(const LogComparisonRow &row, const LogComparison &comparison, SizeUnit unit) const
{
    const QLocale locale;
    Group group;
    Line &line = group.line;
    line.cells = {logItemText(row),
                  logValueText(row.measured, row.item, unit, locale),
                  logRangeText(row, unit, locale),
                  row.predicted ? logValueText(*row.predicted, row.item, unit, locale) : QString(),
                  logDifferenceText(row, unit, locale),
                  logIntervalText(row, unit, locale),
                  row.predicted ? logVerdictText(row) : tr("no prediction")};
    if (row.predicted) {
        line.verdict = row.inside() ? IsInside : IsOutside;
        line.description = tr("%1: measured %2, predicted %3, %4 the interval from %5")
                               .arg(line.cells[Item], line.cells[Measured], line.cells[Predicted], line.cells[Inside],
                                    line.cells[Interval]);
    } else {
        line.description = tr("%1: measured %2, no prediction").arg(line.cells[Item], line.cells[Measured]);
    }
    if (const QString ranks = logRanksText(row, unit, locale); !ranks.isEmpty())
        line.description = tr("%1. Of the ranks the %2").arg(line.description, ranks);
    for (const QString &reason : logReasonTexts(row, comparison)) {
        Line child;
        child.kind = Reason;
        child.cells[Item] = tr("Likely reason: %1").arg(reason);
        child.description = child.cells[Item];
        group.children.push_back(child);
    }
    for (const LogComparisonRow::Rank &rank : row.ranks) {
        Line child;
        child.kind = Rank;
        child.cells[Item] = rankName(rank.rank, rank.count);
        child.cells[Measured] = logValueText(rank.value, row.item, unit, locale);
        child.cells[Inside] = lineName(rank.line);
        if (rank.predicted) {
            LogComparisonRow own = row; // the same in the words of a row
            own.ranks.clear();
            own.measured = rank.value;
            own.predicted = rank.predicted;
            own.low = rank.low;
            own.high = rank.high;
            child.verdict = row.inside(rank) ? IsInside : IsOutside;
            child.cells[Predicted] = logValueText(*rank.predicted, row.item, unit, locale);
            child.cells[Difference] = logDifferenceText(own, unit, locale);
            child.cells[Interval] = logIntervalText(own, unit, locale);
            child.cells[Inside] = tr("%1, %2").arg(logVerdictText(own), lineName(rank.line));
        }
        child.description = tr("%1: %2, %3").arg(child.cells[Item], child.cells[Measured], child.cells[Inside]);
        group.children.push_back(child);
    }
    return group;
}

LogTable::Group LogTable::groupOf(const std::vector<LogFigure> &others) const
{
    Group group;
    group.line.kind = Heading;
    group.line.cells[Item] = tr("Also in the log");
    group.line.description = tr("What stands in the log besides and is compared with nothing");
    for (const LogFigure &figure : others) {
        Line child;
        child.kind = Rank;
        const QString name = measuredName(figure.what);
        child.cells[Item] = figure.rank.isEmpty() ? name : tr("%1, %2").arg(name, figure.rank);
        child.cells[Measured] = measuredUnit(figure.what) == MeasuredUnit::Bytes
                                    ? formatSmallSize(figure.bytes, QLocale())
                                    : figure.printed;
        child.cells[Inside] = lineName(figure.line);
        child.description = tr("%1: %2, %3").arg(child.cells[Item], child.cells[Measured], child.cells[Inside]);
        group.children.push_back(child);
    }
    return group;
}

const LogTable::Line &LogTable::lineOf(const QModelIndex &index) const
{
    if (index.internalId() == kTop)
        return m_groups[size_t(index.row())].line;
    return m_groups[size_t(index.internalId() - 1)].children[size_t(index.row())];
}

QModelIndex LogTable::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, parent.isValid() ? quintptr(parent.row()) + 1 : kTop);
}

QModelIndex LogTable::parent(const QModelIndex &child) const
{
    if (!child.isValid() || child.internalId() == kTop)
        return {};
    return createIndex(int(child.internalId()) - 1, 0, kTop);
}

int LogTable::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return int(m_groups.size());
    const bool hasChildren = parent.internalId() == kTop && parent.column() == 0;
    return hasChildren ? int(m_groups[size_t(parent.row())].children.size()) : 0;
}

int LogTable::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

QVariant LogTable::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Line &line = lineOf(index);
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return line.cells[size_t(index.column())];
    case Qt::AccessibleDescriptionRole:
    case Qt::ToolTipRole:
        return line.description;
    case Qt::TextAlignmentRole:
        return QVariant::fromValue((isNumber(index.column()) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case KindRole:
        return int(line.kind);
    case VerdictRole:
        return int(line.verdict);
    default:
        return {};
    }
}

QVariant LogTable::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((isNumber(section) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Item:
        return tr("Item");
    case Measured:
        return tr("Measured");
    case Ranks:
        return tr("Over ranks");
    case Predicted:
        return tr("Predicted");
    case Difference:
        return tr("Difference");
    case Interval:
        return tr("90 % interval");
    case Inside:
        return tr("Inside?");
    default:
        return {};
    }
}

} // namespace plimsoll
