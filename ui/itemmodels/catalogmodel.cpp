// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/itemmodels/catalogmodel.h"

#include <algorithm>

namespace plimsoll {

namespace {

QString searchTextOf(const CatalogEntry &entry)
{
    QString joined = entry.name.toLower();
    joined.remove(QLatin1Char(' '));
    joined.remove(QLatin1Char('-'));
    return entry.searchText.toLower() + QLatin1Char(' ') + entry.name.toLower() + QLatin1Char(' ') + joined;
}

} // namespace

CatalogModel::CatalogModel(const CatalogEntry &firstRow, const std::vector<CatalogEntry> &entries, QObject *parent)
    : QAbstractListModel(parent)
{
    fill(firstRow, entries);
}

void CatalogModel::setEntries(const std::vector<CatalogEntry> &entries)
{
    beginResetModel();
    const CatalogEntry firstRow = m_rows.front();
    m_rows.clear();
    m_searchTexts.clear();
    fill(firstRow, entries);
    endResetModel();
}

void CatalogModel::fill(const CatalogEntry &firstRow, const std::vector<CatalogEntry> &entries)
{
    m_rows.reserve(entries.size() + 1);
    m_rows.push_back(firstRow);
    m_rows.insert(m_rows.end(), entries.begin(), entries.end());
}

const QString &CatalogModel::searchText(int row) const
{
    if (m_searchTexts.empty()) {
        m_searchTexts.reserve(m_rows.size());
        for (const CatalogEntry &each : m_rows)
            m_searchTexts.push_back(searchTextOf(each));
    }
    return m_searchTexts[size_t(row)];
}

int CatalogModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant CatalogModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const CatalogEntry &row = entry(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return row.name;
    case Qt::AccessibleTextRole:
        return row.detail.isEmpty() ? row.name : tr("%1, %2").arg(row.name, row.detail);
    case Qt::ToolTipRole:
        return row.id.isEmpty() ? row.detail : row.id + QLatin1Char('\n') + row.detail;
    case IdRole:
        return row.id;
    case DetailRole:
        return row.detail;
    case SearchRole:
        return searchText(index.row());
    default:
        return {};
    }
}

int CatalogModel::rowOf(const QString &id) const
{
    const auto found = std::find_if(m_rows.begin(), m_rows.end(), [&](const CatalogEntry &row) {
        return row.id.compare(id, Qt::CaseInsensitive) == 0;
    });
    return found == m_rows.end() ? -1 : int(found - m_rows.begin());
}

CatalogFilter::CatalogFilter(CatalogModel *model, QObject *parent)
    : QSortFilterProxyModel(parent)
    , m_model(model)
{
    setSourceModel(model);
    sort(0);
}

void CatalogFilter::setTyped(const QString &typed)
{
    const QStringList words = typed.toLower().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    if (words == m_words)
        return;
    m_words = words;
    wordsChanged();
    invalidate();
}

int CatalogFilter::rank(int row) const
{
    if (m_words.isEmpty())
        return 0;
    const CatalogEntry &entry = m_model->entry(row);
    const bool begins = entry.name.startsWith(m_words.front(), Qt::CaseInsensitive);
    const bool isSlice = entry.searchText.contains(QLatin1String("mig slice"));
    return (begins ? 0 : 1) + (isSlice ? 2 : 0);
}

bool CatalogFilter::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    const int leftRank = rank(left.row());
    const int rightRank = rank(right.row());
    return leftRank != rightRank ? leftRank < rightRank : left.row() < right.row();
}

bool CatalogFilter::filterAcceptsRow(int row, const QModelIndex &) const
{
    const QString &text = m_model->searchText(row);
    return std::all_of(m_words.begin(), m_words.end(), [&](const QString &word) { return text.contains(word); });
}

} // namespace plimsoll
