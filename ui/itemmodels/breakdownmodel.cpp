// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/itemmodels/breakdownmodel.h"

#include "core/planning/sentences.h"

#include <QFont>

#include <algorithm>

namespace plimsoll {

namespace {

// The internal id of a top row is 0; of a line it is the key of its row + 1.
constexpr quintptr kTopLevel = 0;

} // namespace

BreakdownModel::BreakdownModel(QObject *parent)
    : QAbstractItemModel(parent)
{
}

void BreakdownModel::setAnswer(const ResolvedPlan &plan, const Estimate &estimate, SizeUnit unit)
{
    m_plan = plan;
    m_estimate = estimate;
    m_explanations.reset();
    m_unit = unit;

    std::vector<int> keys;
    for (int i = 0; i < kItemCount; ++i) {
        if (estimate.total.bytes[size_t(i)] > Bytes())
            keys.push_back(i);
    }
    keys.push_back(kTotalKey);
    keys.push_back(kRuleKey);
    matchRows(keys);

    Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, kColumns - 1));
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, kColumns - 1);
    for (int row = 0; row < rowCount(); ++row)
        refreshLines(row);
}

void BreakdownModel::setTheme(Theme theme)
{
    if (theme == m_theme)
        return;
    m_theme = theme;
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, kColumns - 1), {Qt::DecorationRole, Qt::ForegroundRole});
}

/// Takes out and puts in rows until their keys are these; keys ascend.
void BreakdownModel::matchRows(const std::vector<int> &keys)
{
    for (int row = int(m_rows.size()) - 1; row >= 0; --row) {
        if (!std::binary_search(keys.begin(), keys.end(), m_rows[size_t(row)].key)) {
            beginRemoveRows({}, row, row);
            m_rows.erase(m_rows.begin() + row);
            endRemoveRows();
        }
    }
    for (int row = 0; row < int(keys.size()); ++row) {
        if (row < int(m_rows.size()) && m_rows[size_t(row)].key == keys[size_t(row)])
            continue;
        beginInsertRows({}, row, row);
        m_rows.insert(m_rows.begin() + row, Row{keys[size_t(row)], false, {}});
        endInsertRows();
    }
}

void BreakdownModel::refreshLines(int row)
{
    Row &changed = m_rows[size_t(row)];
    if (!changed.opened)
        return;
    std::vector<Line> lines = linesOf(changed.key);
    const QModelIndex parent = index(row, 0);
    const int before = int(changed.lines.size());
    const int after = int(lines.size());
    if (after < before) {
        beginRemoveRows(parent, after, before - 1);
        changed.lines.resize(size_t(after));
        endRemoveRows();
    } else if (after > before) {
        beginInsertRows(parent, before, after - 1);
        changed.lines = std::move(lines);
        endInsertRows();
        lines = changed.lines;
    }
    changed.lines = std::move(lines);
    if (after > 0)
        Q_EMIT dataChanged(index(0, 0, parent), index(after - 1, kColumns - 1, parent));
}

int BreakdownModel::rowOf(int key) const
{
    const auto found = std::find_if(m_rows.begin(), m_rows.end(), [&](const Row &row) { return row.key == key; });
    return found == m_rows.end() ? -1 : int(found - m_rows.begin());
}

QModelIndex BreakdownModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, parent.isValid() ? quintptr(m_rows[size_t(parent.row())].key + 1) : kTopLevel);
}

QModelIndex BreakdownModel::parent(const QModelIndex &child) const
{
    if (!child.isValid() || child.internalId() == kTopLevel)
        return {};
    const int row = rowOf(int(child.internalId()) - 1);
    return row < 0 ? QModelIndex() : createIndex(row, 0, kTopLevel);
}

int BreakdownModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return int(m_rows.size());
    if (parent.internalId() != kTopLevel || parent.column() != 0)
        return 0;
    return int(m_rows[size_t(parent.row())].lines.size());
}

int BreakdownModel::columnCount(const QModelIndex &) const
{
    return kColumns;
}

bool BreakdownModel::hasChildren(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return !m_rows.empty();
    if (parent.internalId() != kTopLevel || parent.column() != 0)
        return false;
    const Row &row = m_rows[size_t(parent.row())];
    return row.opened ? !row.lines.empty() : row.key != kTotalKey;
}

bool BreakdownModel::canFetchMore(const QModelIndex &parent) const
{
    if (!parent.isValid() || parent.internalId() != kTopLevel || parent.column() != 0)
        return false;
    const Row &row = m_rows[size_t(parent.row())];
    return !row.opened && row.key != kTotalKey;
}

void BreakdownModel::fetchMore(const QModelIndex &parent)
{
    if (!canFetchMore(parent))
        return;
    Row &row = m_rows[size_t(parent.row())];
    row.opened = true;
    std::vector<Line> lines = linesOf(row.key);
    if (lines.empty())
        return;
    beginInsertRows(parent, 0, int(lines.size()) - 1);
    row.lines = std::move(lines);
    endInsertRows();
}

const Explanation *BreakdownModel::explanationOf(int key) const
{
    if (!m_plan || key == kTotalKey)
        return nullptr;
    if (!m_explanations)
        m_explanations = explain(*m_plan, m_estimate, QLocale());
    if (m_explanations->empty())
        return nullptr;
    if (key == kRuleKey)
        return &m_explanations->back();
    for (size_t i = 0; i + 1 < m_explanations->size(); ++i) {
        if (int((*m_explanations)[i].item) == key)
            return &(*m_explanations)[i];
    }
    return nullptr;
}

std::vector<BreakdownModel::Line> BreakdownModel::linesOf(int key) const
{
    const Explanation *explanation = explanationOf(key);
    std::vector<Line> lines;
    if (!explanation)
        return lines;
    if (!explanation->formula.isEmpty())
        lines.push_back({LineKind::Formula, explanation->formula});
    if (!explanation->numbers.isEmpty())
        lines.push_back({LineKind::Numbers, explanation->numbers});
    for (const QString &step : explanation->steps)
        lines.push_back({LineKind::Step, step});
    for (const QString &source : explanation->sources)
        lines.push_back({LineKind::Source, tr("Source: %1").arg(source)});
    return lines;
}

Bytes BreakdownModel::bytesOf(int key, int column) const
{
    if (key == kRuleKey)
        return column == All ? m_estimate.ruleOfThumb : Bytes();
    const bool perGpu = column == PerGpu;
    if (perGpu && (!m_estimate.hasGpus || m_estimate.deviceClasses == 0))
        return {};
    const ItemBytes &items = perGpu ? m_estimate.devices[size_t(m_estimate.fullest)].items : m_estimate.total;
    return key == kTotalKey ? items.total() : items.bytes[size_t(key)];
}

QString BreakdownModel::text(const Row &row, int column) const
{
    switch (column) {
    case Name:
        if (row.key == kTotalKey)
            return tr("Total");
        return row.key == kRuleKey ? tr("Rule of thumb") : itemName(Item(row.key));
    case PerGpu:
        if (row.key == kRuleKey || !m_estimate.hasGpus)
            return {};
        return formatSize(bytesOf(row.key, column), m_unit, QLocale());
    case All:
        return formatSize(bytesOf(row.key, column), m_unit, QLocale());
    case Share: {
        const double total = double(m_estimate.total.total().count());
        if (!isItem(row.key) || total <= 0)
            return {};
        const double percent = 100 * double(bytesOf(row.key, All).count()) / total;
        return percent < 0.5 ? tr("< 1 %") : tr("%1 %").arg(QLocale().toString(percent, 'f', 0));
    }
    case Why:
        if (const Explanation *explanation = explanationOf(row.key))
            return explanation->why;
        return {};
    }
    return {};
}

QVariant BreakdownModel::rowData(const Row &row, int column, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
        return text(row, column);
    case Qt::ToolTipRole: {
        const QString whole = text(row, column);
        return column == Why && !whole.isEmpty() ? QVariant(whole) : QVariant();
    }
    case Qt::DecorationRole:
        return column == Name && isItem(row.key) ? QVariant(m_theme.itemFill(Item(row.key))) : QVariant();
    case Qt::TextAlignmentRole:
        return int((column == Name || column == Why ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    case Qt::FontRole: {
        QFont font;
        font.setBold(row.key == kTotalKey);
        return row.key == kTotalKey ? QVariant(font) : QVariant();
    }
    case Qt::ForegroundRole:
        return m_theme.color(column == Why || row.key == kRuleKey ? ThemeColor::MutedText : ThemeColor::Text);
    case Qt::AccessibleTextRole:
        return text(row, column);
    case RowKindRole:
        return int(isItem(row.key) ? RowKind::Item : row.key == kTotalKey ? RowKind::Total : RowKind::RuleOfThumb);
    case ItemRole:
        return isItem(row.key) ? QVariant(row.key) : QVariant();
    case BytesRole:
        return column == PerGpu || column == All ? QVariant(bytesOf(row.key, column).count()) : QVariant();
    default:
        return {};
    }
}

QVariant BreakdownModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (index.internalId() == kTopLevel)
        return rowData(m_rows[size_t(index.row())], index.column(), role);

    const int row = rowOf(int(index.internalId()) - 1);
    const Line &line = m_rows[size_t(row)].lines[size_t(index.row())];
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return index.column() == Name ? QVariant(line.text) : QVariant();
    case Qt::ForegroundRole:
        return m_theme.color(line.kind == LineKind::Source ? ThemeColor::MutedText : ThemeColor::Text);
    case RowKindRole:
        return int(RowKind::Explanation);
    case LineKindRole:
        return int(line.kind);
    default:
        return {};
    }
}

QVariant BreakdownModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((section == Name || section == Why ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name:
        return tr("Where it goes");
    case PerGpu:
        return m_estimate.deviceClasses > 1 ? tr("Fullest GPU") : tr("Per GPU");
    case All:
        return tr("All");
    case Share:
        return tr("Share");
    case Why:
        return tr("Why");
    }
    return {};
}

} // namespace plimsoll
