// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/catalog.h"

#include <QAbstractListModel>
#include <QSortFilterProxyModel>
#include <QStringList>

#include <vector>

namespace plimsoll {

/// The entries of a catalog for a picker, after one row of its own ("Free size", "No GPU") with an empty id.
class CatalogModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        IdRole = Qt::UserRole,
        DetailRole,
        SearchRole,
        TrailingRole, ///< stands at the right end of a row: a shortcut
        HeadingRole,  ///< of the group that a row belongs to; empty where there are none
    };

    CatalogModel(const CatalogEntry &firstRow, const std::vector<CatalogEntry> &entries, QObject *parent = nullptr);

    /// Others in their place; the first row stays.
    void setEntries(const std::vector<CatalogEntry> &entries);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

    /// The row of an id, -1 when it is not there.
    int rowOf(const QString &id) const;
    const CatalogEntry &entry(int row) const { return m_rows[size_t(row)]; }
    /// Lower-case words of a row, also as people run them together ("llama3.1").
    const QString &searchText(int row) const;

private:
    void fill(const CatalogEntry &firstRow, const std::vector<CatalogEntry> &entries);

    std::vector<CatalogEntry> m_rows;
    mutable std::vector<QString> m_searchTexts; ///< made when somebody searches
};

/// Rows in which every typed word occurs. Those whose name begins with the first word come first and parts
/// of a GPU last; among equals the catalog's order holds.
class CatalogFilter : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    explicit CatalogFilter(CatalogModel *model, QObject *parent = nullptr);

    void setTyped(const QString &typed);

protected:
    /// The words are others; the rows are sorted next.
    virtual void wordsChanged() { }
    /// How good a match a row is, where all words occur in it: less is better.
    int rank(int row) const;

    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;
    bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;

private:
    const CatalogModel *m_model;
    QStringList m_words;
};

} // namespace plimsoll
