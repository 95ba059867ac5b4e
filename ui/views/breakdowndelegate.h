// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

QT_FORWARD_DECLARE_CLASS(QTreeView)

namespace plimsoll {

/// Draws the breakdown: swatches as the chart's legend, a line above the total, and explanations wrapped
/// over the whole width.
class BreakdownDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    explicit BreakdownDelegate(QTreeView *view);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;

private:
    int explanationWidth() const;
    void paintCell(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;
    void paintText(QPainter *painter, QStyleOptionViewItem cell, const QModelIndex &index) const;
    void paintExplanation(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;

    QTreeView *m_view;
};

} // namespace plimsoll
