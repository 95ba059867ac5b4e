// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sources/local/localmodels.h"
#include "core/units/sizeformat.h"

#include <QAbstractTableModel>
#include <QSortFilterProxyModel>

#include <vector>

namespace plimsoll {

/// The models found on this computer, a row each, as they are found.
class LocalModelsTable : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Name, Weights, Store, Parameters, Size, ColumnCount };
    enum Role { PathRole = Qt::UserRole, SortRole };

    using QAbstractTableModel::QAbstractTableModel;

    void clear();
    void append(const LocalModel &model);
    void setUnit(SizeUnit unit);
    /// Models that cannot be planned.
    int problems() const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    /// A model that cannot be planned is listed but not enabled.
    Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    QString text(const LocalModel &model, int column) const;

    std::vector<LocalModel> m_models;
    SizeUnit m_unit = SizeUnit::GiB;
};

/// Rows in which every typed word occurs, in the order of the column that was chosen.
class LocalModelsFilter : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    explicit LocalModelsFilter(LocalModelsTable *table, QObject *parent = nullptr);

    void setTyped(const QString &typed);

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;
    bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;

private:
    QStringList m_words;
};

} // namespace plimsoll
