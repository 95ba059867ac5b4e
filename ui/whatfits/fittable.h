// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/planning/fit/fitquestions.h"
#include "core/units/sizeformat.h"

#include <QAbstractTableModel>
#include <QSortFilterProxyModel>

#include <optional>
#include <vector>

namespace plimsoll {

/// GPUs of the catalog, a row each, with the fewest of them that carry the plan.
class FitTable : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Name, Count, Headroom, Speed, Price, MonthPrice, TokenPrice, Watts, ColumnCount };
    /// Those of both lists: whether the cell's and the row's GPU carries the plan, its id and its name.
    enum Role { FitsRole = Qt::UserRole, SortRole, GpuRole, RowFitsRole, NameRole };

    using QAbstractTableModel::QAbstractTableModel;

    void setFits(const std::vector<GpuFit> &fits);
    void setUnit(SizeUnit unit);
    /// US dollars for one GPU and hour in place of the catalog's.
    void setOwnPrice(std::optional<double> price);
    /// Ids of GPUs that a person has: their check marks.
    void setOwn(const QStringList &gpus);
    const QStringList &own() const { return m_own; }
    const GpuFit &fit(int row) const { return m_fits[size_t(row)]; }
    /// The same with a person's own price where they have one.
    GpuFit pricedFit(int row) const { return priced(m_fits[size_t(row)]); }
    int fitting() const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;

Q_SIGNALS:
    /// A person checked or unchecked one.
    void ownEdited(const QStringList &gpus);

private:
    GpuFit priced(GpuFit fit) const;
    QString text(const GpuFit &fit, int column) const;
    QString tip(const GpuFit &fit, int column) const;
    QVariant sortKey(const GpuFit &fit, int column) const;

    std::vector<GpuFit> m_fits;
    QStringList m_own;
    std::optional<double> m_ownPrice;
    SizeUnit m_unit = SizeUnit::GiB;
};

/// Rows of the list or the matrix in which every typed word occurs; those that do not carry the plan only where they
/// are asked for, and last. What is not known comes after what is, whichever way a column is sorted.
class FitFilter : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    explicit FitFilter(QAbstractItemModel *table, QObject *parent = nullptr);

    void setTyped(const QString &typed);
    void setShowsAll(bool all);
    /// Keeps to these GPUs where `only`.
    void setOwn(const QStringList &gpus, bool only);

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;
    bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;

private:
    QStringList m_words;
    QStringList m_own;
    bool m_showsAll = false;
    bool m_onlyOwn = false;
};

} // namespace plimsoll
