// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace plimsoll {

/// Cells of CompareTable: what differs is bold and has a sign before it, the way back is a link, and a line parts the
/// choices from what follows.
class CompareDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    /// Of a cell that wraps its text: for the width of option.rect.
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

    /// A line of text and the room around it.
    static int lineHeight(const QFontMetrics &metrics) { return qRound(1.6 * metrics.height()); }

private:
    static constexpr int kMostLines = 6;
};

} // namespace plimsoll
