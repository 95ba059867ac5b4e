// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/planning/plancomparison.h"

#include <QAbstractTableModel>

namespace plimsoll {

/// Plans side by side: a column a plan, this one first; the first row leads back to a pinned plan, each other one is
/// something that is compared.
class CompareTable : public QAbstractTableModel
{
    Q_OBJECT

public:
    /// What else a cell says, for its delegate.
    enum Role {
        MarkRole = Qt::UserRole, ///< how it differs from this plan, as a sign; empty = it does not
        WrapRole,                ///< whether it takes more than a line
        FirstResultRole,         ///< whether its row is the first of what follows from the choices
        LinkRole,                ///< whether a click goes back to the plan
    };

    using QAbstractTableModel::QAbstractTableModel;

    /// `pins`: the plain names, to edit.
    void setComparison(const PlanComparison &comparison, const Pins &pins);
    void setDifferencesOnly(bool only);
    bool differencesOnly() const { return m_differencesOnly; }
    /// Whether any plan differs from this one in anything.
    bool anyDifference() const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    const ComparisonRow &row(int row) const { return m_comparison.rows[m_shown[size_t(row) - 1]]; }
    std::vector<size_t> rowsToShow() const;
    QStringList shownIds() const;
    QVariant linkData(int column, int role) const;
    QString mark(const ComparisonRow &row, const ComparisonCell &cell) const;
    QString inWords(const ComparisonRow &row, const ComparisonCell &cell) const;

    PlanComparison m_comparison;
    Pins m_pins;
    std::vector<size_t> m_shown; ///< the rows of the comparison that are
    bool m_differencesOnly = false;
};

} // namespace plimsoll
