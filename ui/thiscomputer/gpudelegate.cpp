// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/thiscomputer/gpudelegate.h"

#include "ui/theme.h"
#include "ui/thiscomputer/gputree.h"

#include <QApplication>
#include <QPainter>

namespace plimsoll {
namespace {

constexpr int kBarHeight = 6;
constexpr int kRoomAbove = 4;             ///< of the text
constexpr int kBarRoom = 12 + kRoomAbove; ///< with what is above and below it
constexpr int kTextMargin = 3;            ///< as an item view indents the text of a cell
constexpr double kLineHeights = 1.35;

} // namespace

QSize GpuDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QSize hint = QStyledItemDelegate::sizeHint(option, index);
    const int least = qRound(kLineHeights * option.fontMetrics.height());
    const int bar = index.data(GpuTree::UsedRole).isValid() ? kBarRoom : 0;
    return {hint.width(), qMax(hint.height(), least) + bar};
}

/// Above the bar instead of over it.
void GpuDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    if (index.data(GpuTree::UsedRole).isValid())
        option->displayAlignment = Qt::AlignLeft | Qt::AlignTop;
}

void GpuDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QVariant used = index.data(GpuTree::UsedRole);
    if (!used.isValid()) {
        QStyledItemDelegate::paint(painter, option, index);
        return;
    }
    QStyleOptionViewItem panel = option;
    initStyleOption(&panel, index);
    const QStyle *style = option.widget ? option.widget->style() : QApplication::style();
    style->drawPrimitive(QStyle::PE_PanelItemViewItem, &panel, painter, option.widget);
    QStyleOptionViewItem text = option;
    text.rect.setTop(option.rect.top() + kRoomAbove);
    QStyledItemDelegate::paint(painter, text, index);
    const Theme theme = Theme::forPalette(option.palette);
    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    const QColor ink = theme.color(isSelected ? ThemeColor::OnAccent : ThemeColor::MutedText);
    const QRect bar(option.rect.left() + kTextMargin, option.rect.bottom() - kBarHeight - 4,
                    option.rect.width() - 3 * kTextMargin, kBarHeight);
    painter->save();
    painter->setPen(ink);
    painter->setBrush(Qt::NoBrush);
    painter->drawRect(bar.adjusted(0, 0, -1, -1));
    painter->fillRect(QRect(bar.topLeft(), QSize(qRound(bar.width() * used.toDouble()), bar.height())), ink);
    painter->restore();
}

} // namespace plimsoll
