// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/controls/pickerdelegate.h"

#include "ui/itemmodels/catalogmodel.h"

#include <QApplication>
#include <QPainter>

namespace plimsoll {

namespace {

constexpr int kMargin = 6;

QFont detailFont(const QFont &font)
{
    QFont small = font;
    if (font.pointSizeF() > 0)
        small.setPointSizeF(font.pointSizeF() * 0.9);
    return small;
}

/// Of the group that begins with this row; empty within one.
QString headingOf(const QModelIndex &index)
{
    const QString heading = index.data(CatalogModel::HeadingRole).toString();
    if (index.row() == 0 || heading.isEmpty())
        return heading;
    return index.siblingAtRow(index.row() - 1).data(CatalogModel::HeadingRole) == heading ? QString() : heading;
}

int headingHeight(const QFont &font)
{
    return QFontMetrics(detailFont(font)).height() + 2 * kMargin;
}

} // namespace

QSize PickerDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    int lines = QFontMetrics(option.font).height() + QFontMetrics(detailFont(option.font)).height();
    if (!headingOf(index).isEmpty())
        lines += headingHeight(option.font);
    return {option.fontMetrics.averageCharWidth() * 30, lines + kMargin};
}

void PickerDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem item = option;
    initStyleOption(&item, index);
    item.text.clear();
    if (const QString heading = headingOf(index); !heading.isEmpty()) {
        paintHeading(painter, item, heading);
        item.rect.setTop(item.rect.top() + headingHeight(option.font));
    }
    const QStyle *style = item.widget ? item.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &item, painter, item.widget);

    const bool selected = item.state & QStyle::State_Selected;
    const QRect inside = item.rect.adjusted(kMargin, kMargin / 2, -kMargin, -kMargin / 2);
    const QFontMetrics nameMetrics(option.font);
    const QFont small = detailFont(option.font);
    const QFontMetrics detailMetrics(small);
    const QPalette::ColorGroup group = item.state & QStyle::State_Enabled ? QPalette::Active : QPalette::Disabled;
    const QColor muted = item.palette.color(group, selected ? QPalette::HighlightedText : QPalette::PlaceholderText);
    const QString trailing = index.data(CatalogModel::TrailingRole).toString();
    const int nameWidth = inside.width() - (trailing.isEmpty() ? 0 : detailMetrics.horizontalAdvance(trailing) + 12);
    const QString name = nameMetrics.elidedText(index.data().toString(), Qt::ElideRight, nameWidth);
    const QString detail =
        detailMetrics.elidedText(index.data(CatalogModel::DetailRole).toString(), Qt::ElideRight, inside.width());
    painter->save();
    painter->setFont(option.font);
    painter->setPen(item.palette.color(group, selected ? QPalette::HighlightedText : QPalette::Text));
    painter->drawText(QRect(inside.topLeft(), QSize(inside.width(), nameMetrics.height())),
                      Qt::AlignLeft | Qt::AlignVCenter, name);
    painter->setFont(small);
    painter->setPen(muted);
    painter->drawText(QRect(inside.topLeft(), QSize(inside.width(), nameMetrics.height())),
                      Qt::AlignRight | Qt::AlignVCenter, trailing);
    painter->drawText(QRect(inside.left(), inside.top() + nameMetrics.height(), inside.width(), detailMetrics.height()),
                      Qt::AlignLeft | Qt::AlignVCenter, detail);
    painter->restore();
}

void PickerDelegate::paintHeading(QPainter *painter, const QStyleOptionViewItem &option, const QString &heading) const
{
    QFont font = detailFont(option.font);
    font.setBold(true);
    const QRect row(option.rect.left() + kMargin, option.rect.top(), option.rect.width() - 2 * kMargin,
                    headingHeight(option.font));
    painter->save();
    painter->setFont(font);
    painter->setPen(option.palette.color(QPalette::Active, QPalette::PlaceholderText));
    painter->drawText(row, Qt::AlignLeft | Qt::AlignVCenter, heading);
    const int text = QFontMetrics(font).horizontalAdvance(heading) + 8;
    painter->setPen(option.palette.color(QPalette::Active, QPalette::Mid));
    painter->drawLine(row.left() + text, row.center().y(), row.right(), row.center().y());
    painter->restore();
}

} // namespace plimsoll
