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

} // namespace

QSize PickerDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    const int lines = QFontMetrics(option.font).height() + QFontMetrics(detailFont(option.font)).height();
    return {option.fontMetrics.averageCharWidth() * 30, lines + kMargin};
}

void PickerDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem item = option;
    initStyleOption(&item, index);
    item.text.clear();
    const QStyle *style = item.widget ? item.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &item, painter, item.widget);

    const bool selected = item.state & QStyle::State_Selected;
    const QRect inside = item.rect.adjusted(kMargin, kMargin / 2, -kMargin, -kMargin / 2);
    const QFontMetrics nameMetrics(option.font);
    const QFont small = detailFont(option.font);
    const QFontMetrics detailMetrics(small);
    const QString name = nameMetrics.elidedText(index.data().toString(), Qt::ElideRight, inside.width());
    const QString detail =
        detailMetrics.elidedText(index.data(CatalogModel::DetailRole).toString(), Qt::ElideRight, inside.width());
    painter->save();
    painter->setFont(option.font);
    painter->setPen(item.palette.color(selected ? QPalette::HighlightedText : QPalette::Text));
    painter->drawText(QRect(inside.topLeft(), QSize(inside.width(), nameMetrics.height())),
                      Qt::AlignLeft | Qt::AlignVCenter, name);
    painter->setFont(small);
    painter->setPen(item.palette.color(selected ? QPalette::HighlightedText : QPalette::PlaceholderText));
    painter->drawText(QRect(inside.left(), inside.top() + nameMetrics.height(), inside.width(), detailMetrics.height()),
                      Qt::AlignLeft | Qt::AlignVCenter, detail);
    painter->restore();
}

} // namespace plimsoll
