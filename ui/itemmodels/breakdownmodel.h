// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/planning/explanation.h"
#include "core/planning/resolvedplan.h"
#include "core/units/sizeformat.h"
#include "ui/theme.h"

#include <QAbstractItemModel>

#include <optional>
#include <vector>

namespace plimsoll {

/// Where the memory goes: one row for each item that takes some, then the total and the rule of thumb.
/// A row's children are its explanation, one line each; they are made when somebody opens the row.
class BreakdownModel : public QAbstractItemModel
{
    Q_OBJECT
public:
    enum Column { Name, PerGpu, All, Share, Why };
    static constexpr int kColumns = 5;

    enum class RowKind { Item, Total, RuleOfThumb, Explanation };
    enum class LineKind { Formula, Numbers, Step, Source };
    enum Role {
        RowKindRole = Qt::UserRole, ///< int(RowKind)
        ItemRole,                   ///< int(Item) of an item's row
        LineKindRole,               ///< int(LineKind) of a line of an explanation
        BytesRole,                  ///< qint64 behind PerGpu and All
    };

    explicit BreakdownModel(QObject *parent = nullptr);

    void setAnswer(const ResolvedPlan &plan, const Estimate &estimate, SizeUnit unit);
    void setTheme(Theme theme);

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    bool hasChildren(const QModelIndex &parent = {}) const override;
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Line {
        LineKind kind = LineKind::Formula;
        QString text;
    };
    /// A row keeps its key while the answer changes, so that an opened row stays open.
    struct Row {
        int key = 0; ///< int(Item), kTotalKey or kRuleKey
        bool opened = false;
        std::vector<Line> lines;
    };

    static constexpr int kTotalKey = kItemCount;
    static constexpr int kRuleKey = kItemCount + 1;

    static bool isItem(int key) { return key < kItemCount; }
    int rowOf(int key) const;
    Bytes bytesOf(int key, int column) const;
    const Explanation *explanationOf(int key) const;
    std::vector<Line> linesOf(int key) const;
    QVariant rowData(const Row &row, int column, int role) const;
    QString text(const Row &row, int column) const;
    void matchRows(const std::vector<int> &keys);
    void refreshLines(int row);

    std::optional<ResolvedPlan> m_plan;
    Estimate m_estimate;
    SizeUnit m_unit = SizeUnit::GiB;
    Theme m_theme = Theme::light();
    std::vector<Row> m_rows;
    mutable std::optional<std::vector<Explanation>> m_explanations; ///< made on first demand
};

} // namespace plimsoll
