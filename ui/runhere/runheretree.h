// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/planning/fit/runhere.h"
#include "core/units/sizeformat.h"

#include <QAbstractItemModel>
#include <QSortFilterProxyModel>

namespace plimsoll {

/// The models that run, a row each in the format to take, and below it a row for each other format.
class RunHereTree : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Column { Name, Place, Weights, Speed, Context, ToSpare, ColumnCount };

    using QAbstractItemModel::QAbstractItemModel;

    void setModels(const std::vector<RunnableModel> &models);
    void setUnit(SizeUnit unit);
    const RunnableModel &model(const QModelIndex &index) const;
    const RunnableFormat &format(const QModelIndex &index) const;

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &index) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    QString text(const QModelIndex &index) const;
    QString tip(const QModelIndex &index) const;

    std::vector<RunnableModel> m_models;
    SizeUnit m_unit = SizeUnit::GiB;
};

/// Models in which every typed word occurs, with all their formats; where asked for only those on this disk.
class RunHereFilter : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    explicit RunHereFilter(RunHereTree *tree, QObject *parent = nullptr);

    void setTyped(const QString &typed);
    void setOnlyLocal(bool only);

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    RunHereTree *m_tree;
    QStringList m_words;
    bool m_onlyLocal = false;
};

} // namespace plimsoll
