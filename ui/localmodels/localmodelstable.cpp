// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/localmodels/localmodelstable.h"

#include <QDir>

#include <algorithm>

namespace plimsoll {

void LocalModelsTable::clear()
{
    beginResetModel();
    m_models.clear();
    endResetModel();
}

void LocalModelsTable::append(const LocalModel &model)
{
    const int row = int(m_models.size());
    beginInsertRows({}, row, row);
    m_models.push_back(model);
    endInsertRows();
}

void LocalModelsTable::setUnit(SizeUnit unit)
{
    if (unit == m_unit)
        return;
    m_unit = unit;
    if (!m_models.empty())
        Q_EMIT dataChanged(index(0, Size), index(rowCount() - 1, Size), {Qt::DisplayRole});
}

int LocalModelsTable::problems() const
{
    return int(std::count_if(m_models.begin(), m_models.end(),
                             [](const LocalModel &model) { return !model.problem.isEmpty(); }));
}

int LocalModelsTable::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_models.size());
}

int LocalModelsTable::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QString LocalModelsTable::text(const LocalModel &model, int column) const
{
    switch (column) {
    case Name:
        return model.name;
    case Weights:
        return model.format;
    case Store:
        return storeName(model.store);
    case Parameters:
        return model.parameters > 0 ? formatParameters(model.parameters, QLocale()) : QString();
    case Size:
        return model.bytes > Bytes(0) ? formatSize(model.bytes, m_unit, QLocale()) : QString();
    default:
        return {};
    }
}

QVariant LocalModelsTable::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const LocalModel &model = m_models[size_t(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return text(model, index.column());
    case Qt::ToolTipRole: {
        const QString path = QDir::toNativeSeparators(model.path);
        return model.problem.isEmpty() ? path : path + QLatin1Char('\n') + model.problem;
    }
    case Qt::TextAlignmentRole: {
        const bool isNumber = index.column() == Parameters || index.column() == Size;
        return QVariant::fromValue((isNumber ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    }
    case PathRole:
        return model.path;
    case SortRole:
        if (index.column() == Parameters)
            return model.parameters;
        if (index.column() == Size)
            return model.bytes.count();
        return text(model, index.column());
    default:
        return {};
    }
}

QVariant LocalModelsTable::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole) {
        const bool isNumber = section == Parameters || section == Size;
        return QVariant::fromValue((isNumber ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    }
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name:
        return tr("Model");
    case Weights:
        return tr("Weights");
    case Store:
        return tr("Found in");
    case Parameters:
        return tr("Parameters");
    case Size:
        return tr("Size");
    default:
        return {};
    }
}

Qt::ItemFlags LocalModelsTable::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    const Qt::ItemFlags flags = QAbstractTableModel::flags(index) | Qt::ItemNeverHasChildren;
    return m_models[size_t(index.row())].problem.isEmpty() ? flags : flags & ~Qt::ItemIsEnabled;
}

LocalModelsFilter::LocalModelsFilter(LocalModelsTable *table, QObject *parent)
    : QSortFilterProxyModel(parent)
{
    setSourceModel(table);
    setSortRole(LocalModelsTable::SortRole);
    setSortCaseSensitivity(Qt::CaseInsensitive);
    setDynamicSortFilter(true);
}

void LocalModelsFilter::setTyped(const QString &typed)
{
    m_words = typed.toLower().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    invalidateFilter();
}

bool LocalModelsFilter::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    QString all;
    for (int column = 0; column < LocalModelsTable::ColumnCount; ++column)
        all += sourceModel()->index(row, column, parent).data().toString().toLower() + QLatin1Char(' ');
    return std::all_of(m_words.begin(), m_words.end(), [&all](const QString &word) { return all.contains(word); });
}

/// What cannot be planned comes last, whichever way the column is sorted.
bool LocalModelsFilter::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    const bool leftGood = left.flags().testFlag(Qt::ItemIsEnabled);
    const bool rightGood = right.flags().testFlag(Qt::ItemIsEnabled);
    if (leftGood != rightGood)
        return leftGood == (sortOrder() == Qt::AscendingOrder);
    return QSortFilterProxyModel::lessThan(left, right);
}

} // namespace plimsoll
