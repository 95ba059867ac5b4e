// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/planning/fit/fitquestions.h"
#include "core/units/sizeformat.h"

#include <QAbstractTableModel>
#include <QSortFilterProxyModel>

#include <vector>

namespace plimsoll {

/// GPUs of the catalog, a row each, with the fewest of them that carry the plan.
class FitTable : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Name, Count, Headroom, Speed, Price, TokenPrice, Watts, ColumnCount };
    enum Role { FitsRole = Qt::UserRole, SortRole, GpuRole };

    using QAbstractTableModel::QAbstractTableModel;

    void setFits(const std::vector<GpuFit> &fits);
    void setUnit(SizeUnit unit);
    const GpuFit &fit(int row) const { return m_fits[size_t(row)]; }
    int fitting() const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    QString text(const GpuFit &fit, int column) const;
    QString tip(const GpuFit &fit, int column) const;
    QVariant sortKey(const GpuFit &fit, int column) const;

    std::vector<GpuFit> m_fits;
    SizeUnit m_unit = SizeUnit::GiB;
};

/// Rows in which every typed word occurs; those that do not carry the plan only where they are asked for, and last.
/// What is not known comes after what is, whichever way a column is sorted.
class FitFilter : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    explicit FitFilter(FitTable *table, QObject *parent = nullptr);

    void setTyped(const QString &typed);
    void setShowsAll(bool all);

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;
    bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;

private:
    QStringList m_words;
    bool m_showsAll = false;
};

} // namespace plimsoll
