// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/logs/logdelegate.h"

#include "ui/logs/logtable.h"
#include "ui/theme.h"
#include "ui/views/flatheader.h"

#include <QPainter>
#include <QPainterPath>
#include <QTreeView>

namespace plimsoll {
namespace {

constexpr int kWrap = Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap;
constexpr int kPadding = 3;
constexpr double kRoom = 1.65; ///< of a row, in heights of a line

LogTable::Kind kindOf(const QModelIndex &index)
{
    return LogTable::Kind(index.data(LogTable::KindRole).toInt());
}

int signSide(const QFontMetrics &metrics)
{
    return qRound(0.95 * metrics.height());
}

bool hasSign(const QModelIndex &index)
{
    return index.column() == LogTable::Inside && index.data(LogTable::VerdictRole).toInt() != LogTable::NoPrediction;
}

/// A check in a disc, a cross in a square: the shapes differ where colours do not.
void paintSign(QPainter *painter, const QRectF &rect, bool inside, Theme theme)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->translate(rect.center());
    painter->scale(rect.width() / 2, rect.height() / 2);
    painter->setPen(Qt::NoPen);
    painter->setBrush(theme.color(inside ? ThemeColor::OkMark : ThemeColor::BadMark));
    QPainterPath sign;
    if (inside) {
        painter->drawEllipse(QPointF(0, 0), 1, 1);
        sign.moveTo(-0.45, 0.03);
        sign.lineTo(-0.12, 0.36);
        sign.lineTo(0.46, -0.34);
    } else {
        painter->drawRoundedRect(QRectF(-0.9, -0.9, 1.8, 1.8), 0.2, 0.2);
        sign.moveTo(-0.4, -0.4);
        sign.lineTo(0.4, 0.4);
        sign.moveTo(0.4, -0.4);
        sign.lineTo(-0.4, 0.4);
    }
    painter->setBrush(Qt::NoBrush);
    painter->setPen(QPen(theme.color(ThemeColor::OnMark), 0.24, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter->drawPath(sign);
    painter->restore();
}

} // namespace

LogDelegate::LogDelegate(QTreeView *view)
    : QStyledItemDelegate(view)
    , m_view(view)
{
}

int LogDelegate::reasonWidth() const
{
    return std::max(80, m_view->viewport()->width() - 2 * m_view->indentation() - 2 * kPadding);
}

QSize LogDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QFontMetrics &metrics = option.fontMetrics;
    if (kindOf(index) == LogTable::Reason) {
        const QRect bounds =
            metrics.boundingRect(QRect(0, 0, reasonWidth(), 1 << 16), kWrap, index.data(Qt::DisplayRole).toString());
        // The text spans all columns: it must not widen the first.
        return {0, bounds.height() + 2 * kPadding};
    }
    const QSize size = QStyledItemDelegate::sizeHint(option, index);
    const int sign = hasSign(index) ? signSide(metrics) + 6 : 0;
    return {size.width() + sign + metrics.height(), std::max(size.height(), qRound(kRoom * metrics.height()))};
}

void LogDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    if (kindOf(index) == LogTable::Reason) {
        paintReason(painter, option, index);
        return;
    }
    const Theme theme = Theme::forPalette(option.palette);
    QStyleOptionViewItem cell = option;
    const bool besideNumbers = index.column() == LogTable::Ranks || index.column() == LogTable::Interval;
    const int left = besideNumbers ? FlatHeader::lastColumnGap(option.fontMetrics) : 0;
    if (left > 0 && (option.state & QStyle::State_Selected))
        painter->fillRect(option.rect, option.palette.brush(QPalette::Highlight));
    cell.rect.adjust(left, 0, 0, 0);
    if (kindOf(index) != LogTable::Row || (index.column() == LogTable::Inside && !hasSign(index)))
        cell.palette.setColor(QPalette::Text, theme.color(ThemeColor::MutedText));
    if (hasSign(index)) {
        const int side = signSide(option.fontMetrics);
        const QRectF sign(cell.rect.left() + 2, cell.rect.center().y() - side / 2.0 + 0.5, side, side);
        paintSign(painter, sign, index.data(LogTable::VerdictRole).toInt() == LogTable::IsInside, theme);
        cell.rect.adjust(side + 6, 0, 0, 0);
    }
    QStyledItemDelegate::paint(painter, cell, index);
}

void LogDelegate::paintReason(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Theme theme = Theme::forPalette(option.palette);
    const bool selected = option.state & QStyle::State_Selected;
    painter->save();
    painter->fillRect(option.rect,
                      selected ? option.palette.color(QPalette::Highlight) : theme.color(ThemeColor::Panel));
    painter->setFont(option.font);
    painter->setPen(selected ? option.palette.color(QPalette::HighlightedText) : theme.color(ThemeColor::Text));
    const QRect rect(option.rect.left() + kPadding, option.rect.top() + kPadding, reasonWidth(), option.rect.height());
    painter->drawText(rect, kWrap, index.data(Qt::DisplayRole).toString());
    painter->restore();
}

} // namespace plimsoll
