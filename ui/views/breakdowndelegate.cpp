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
    // The view sets the widths: see fitColumns().
    if (kindOf(index) != BreakdownModel::RowKind::Explanation)
        return {0, qRound(1.65 * option.fontMetrics.height())};
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
    if (option.state & QStyle::State_Selected) // beside the text, too
        painter->fillRect(option.rect, option.palette.brush(QPalette::Highlight));
    if (index.column() == BreakdownModel::Name) {
        const int side = qRound(0.75 * option.fontMetrics.height());
        const int room = side + 8;
        if (item.isValid()) {
            const QRectF swatch(option.rect.left() + 2, option.rect.center().y() - side / 2.0 + 0.5, side, side);
            paintSwatch(painter, swatch, Item(item.toInt()), theme);
        }
        cell.rect.adjust(room, 0, 0, 0);
    } else if (index.column() == BreakdownModel::Why) {
        cell.rect.adjust(FlatHeader::lastColumnGap(option.fontMetrics), 0, 0, 0);
    }
    paintText(painter, cell, index);
    if (kindOf(index) == BreakdownModel::RowKind::Total) {
        painter->setPen(QPen(theme.color(ThemeColor::Outline), 1));
        painter->drawLine(option.rect.topLeft(), option.rect.topRight());
    }
}

/// As the style draws a cell, which would shape its text four times.
void BreakdownDelegate::paintText(QPainter *painter, QStyleOptionViewItem cell, const QModelIndex &index) const
{
    initStyleOption(&cell, index);
    const QStyle *style = m_view->style();
    style->drawPrimitive(QStyle::PE_PanelItemViewItem, &cell, painter, m_view);
    const bool isSelected = cell.state & QStyle::State_Selected;
    const int margin = style->pixelMetric(QStyle::PM_FocusFrameHMargin, &cell, m_view) + 1;
    const QRect room = cell.rect.adjusted(margin, 0, -margin, 0);
    painter->setFont(cell.font);
    painter->setPen(cell.palette.color(isSelected ? QPalette::HighlightedText : QPalette::Text));
    painter->drawText(room, int(cell.displayAlignment) | Qt::TextSingleLine,
                      cell.fontMetrics.elidedText(cell.text, cell.textElideMode, room.width()));
    if (!(cell.state & QStyle::State_HasFocus))
        return;
    QStyleOptionFocusRect focus;
    focus.QStyleOption::operator=(cell);
    focus.state |= QStyle::State_KeyboardFocusChange | QStyle::State_Item;
    focus.backgroundColor = cell.palette.color(isSelected ? QPalette::Highlight : QPalette::Window);
    style->drawPrimitive(QStyle::PE_FrameFocusRect, &focus, painter, m_view);
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
