// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/breakdowndelegate.h"

#include "ui/itemmodels/breakdownmodel.h"
#include "ui/theme.h"
#include "ui/themepaint.h"
#include "ui/views/flatheader.h"

#include <QPainter>
#include <QTreeView>

namespace plimsoll {

namespace {

constexpr int kTextFlags = Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap;
constexpr int kPadding = 3;

BreakdownModel::RowKind kindOf(const QModelIndex &index)
{
    return BreakdownModel::RowKind(index.data(BreakdownModel::RowKindRole).toInt());
}

QFont lineFont(const QModelIndex &index, QFont font)
{
    const auto kind = BreakdownModel::LineKind(index.data(BreakdownModel::LineKindRole).toInt());
    font.setItalic(kind == BreakdownModel::LineKind::Formula);
    return font;
}

} // namespace

BreakdownDelegate::BreakdownDelegate(QTreeView *view)
    : QStyledItemDelegate(view)
    , m_view(view)
{
}

int BreakdownDelegate::explanationWidth() const
{
    return std::max(80, m_view->viewport()->width() - 2 * m_view->indentation() - 2 * kPadding);
}

void BreakdownDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    // The swatch is drawn here, with its pattern.
    option->features &= ~QStyleOptionViewItem::HasDecoration;
    option->icon = {};
}

QSize BreakdownDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    if (kindOf(index) != BreakdownModel::RowKind::Explanation) {
        const QSize size = QStyledItemDelegate::sizeHint(option, index);
        return {size.width() + 8, std::max(size.height(), qRound(1.65 * option.fontMetrics.height()))};
    }
    const QFontMetrics metrics(lineFont(index, option.font));
    const QRect bounds = metrics.boundingRect(QRect(0, 0, explanationWidth(), 1 << 16), kTextFlags,
                                              index.data(Qt::DisplayRole).toString());
    // The text spans all columns: it must not widen the first.
    return {0, bounds.height() + 2 * kPadding};
}

void BreakdownDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    // The model names colours of its own, so the greyed palette does not reach them.
    if (!(option.state & QStyle::State_Enabled))
        painter->setOpacity(0.4);
    if (kindOf(index) == BreakdownModel::RowKind::Explanation)
        paintExplanation(painter, option, index);
    else
        paintCell(painter, option, index);
    painter->restore();
}

void BreakdownDelegate::paintCell(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem cell = option;
    const QVariant item = index.data(BreakdownModel::ItemRole);
    const Theme theme = Theme::forPalette(option.palette);
    if (index.column() == BreakdownModel::Name) {
        const int side = qRound(0.75 * option.fontMetrics.height());
        const int room = side + 8;
        if (option.state & QStyle::State_Selected)
            painter->fillRect(option.rect, option.palette.brush(QPalette::Highlight));
        if (item.isValid()) {
            const QRectF swatch(option.rect.left() + 2, option.rect.center().y() - side / 2.0 + 0.5, side, side);
            paintSwatch(painter, swatch, Item(item.toInt()), theme);
        }
        cell.rect.adjust(room, 0, 0, 0);
    } else if (index.column() == BreakdownModel::Why) {
        cell.rect.adjust(FlatHeader::lastColumnGap(option.fontMetrics), 0, 0, 0);
    }
    QStyledItemDelegate::paint(painter, cell, index);
    if (kindOf(index) == BreakdownModel::RowKind::Total) {
        painter->setPen(QPen(theme.color(ThemeColor::Outline), 1));
        painter->drawLine(option.rect.topLeft(), option.rect.topRight());
    }
}

void BreakdownDelegate::paintExplanation(QPainter *painter, const QStyleOptionViewItem &option,
                                         const QModelIndex &index) const
{
    const Theme theme = Theme::forPalette(option.palette);
    const bool selected = option.state & QStyle::State_Selected;
    painter->fillRect(option.rect,
                      selected ? option.palette.color(QPalette::Highlight) : theme.color(ThemeColor::Panel));
    painter->setFont(lineFont(index, option.font));
    painter->setPen(selected ? option.palette.color(QPalette::HighlightedText)
                             : index.data(Qt::ForegroundRole).value<QColor>());
    const QRect rect(option.rect.left() + kPadding, option.rect.top() + kPadding, explanationWidth(),
                     option.rect.height());
    painter->drawText(rect, kTextFlags, index.data(Qt::DisplayRole).toString());
}

} // namespace plimsoll
