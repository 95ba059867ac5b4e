// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/logs/logcomparison.h"
#include "core/units/sizeformat.h"

#include <QAbstractItemModel>

#include <array>
#include <vector>

namespace plimsoll {

/// The rows of a comparison; below each what likely explains it and what every rank reported.
class LogTable : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Column { Item, Measured, Ranks, Predicted, Difference, Interval, Inside, ColumnCount };
    enum Role { KindRole = Qt::UserRole, VerdictRole };
    enum Kind { Row, Reason, Rank, Heading };
    enum Verdict { NoPrediction, IsInside, IsOutside };

    using QAbstractItemModel::QAbstractItemModel;

    /// `others`: figures of the same start that are compared with nothing; a heading has them below it.
    void show(const LogComparison &comparison, const std::vector<LogFigure> &others, SizeUnit unit);
    void clear();

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    struct Line {
        std::array<QString, ColumnCount> cells;
        Kind kind = Row;
        Verdict verdict = NoPrediction;
        QString description; ///< the row in one sentence
    };
    struct Group {
        Line line;
        std::vector<Line> children;
    };

    Group groupOf(const LogComparisonRow &row, const LogComparison &comparison, SizeUnit unit) const;
    Group groupOf(const std::vector<LogFigure> &others) const;
    const Line &lineOf(const QModelIndex &index) const;

    std::vector<Group> m_groups;
};

} // namespace plimsoll
