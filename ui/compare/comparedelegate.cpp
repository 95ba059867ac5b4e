// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/comparedelegate.h"

#include "ui/compare/comparetable.h"
#include "ui/theme.h"

#include <QApplication>
#include <QPainter>

#include <algorithm>

namespace plimsoll {

namespace {

constexpr int kMargin = 3; ///< as an item view indents the text of a cell

int signWidth(const QFontMetrics &metrics)
{
    return qRound(1.05 * metrics.height());
}

QFont fontOf(const QStyleOptionViewItem &option, const QModelIndex &index)
{
    QFont font = option.font;
    font.setBold(!index.data(CompareTable::MarkRole).toString().isEmpty());
    font.setUnderline(index.data(CompareTable::LinkRole).toBool());
    return font;
}

/// Between words, and within those alone that are wider than a line.
int wrapFlags(const QString &text, const QFontMetrics &metrics, int width)
{
    const QStringList words = text.split(QLatin1Char(' '));
    const bool fit = std::all_of(words.begin(), words.end(),
                                 [&](const QString &word) { return metrics.horizontalAdvance(word) <= width; });
    return Qt::AlignLeft | (fit ? Qt::TextWordWrap : Qt::TextWrapAnywhere);
}

int heightOf(const QString &text, const QFontMetrics &metrics, int width)
{
    return metrics.boundingRect(QRect(0, 0, width, 1 << 16), wrapFlags(text, metrics, width), text).height();
}

/// As many words of it as the room holds.
QString shortened(const QString &text, const QFontMetrics &metrics, QSize room)
{
    QString shown = text;
    for (qsizetype end = text.size(); end > 0 && heightOf(shown, metrics, room.width()) > room.height();) {
        end = text.lastIndexOf(QLatin1Char(' '), end - 1);
        shown = text.left(std::max<qsizetype>(end, 0)) + QStringLiteral(" \u2026");
    }
    return shown;
}

QRect textRect(const QStyleOptionViewItem &option)
{
    return option.rect.adjusted(kMargin + signWidth(option.fontMetrics), 0, -2 * kMargin, 0);
}

} // namespace

void CompareDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Theme theme = Theme::forPalette(option.palette);
    QStyleOptionViewItem ground = option;
    initStyleOption(&ground, index);
    const QStyle *style = option.widget ? option.widget->style() : QApplication::style();
    style->drawPrimitive(QStyle::PE_PanelItemViewItem, &ground, painter, option.widget);

    painter->save();
    if (index.data(CompareTable::FirstResultRole).toBool()) {
        painter->setPen(theme.color(ThemeColor::Outline));
        painter->drawLine(option.rect.topLeft(), option.rect.topRight());
    }
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const bool isLink = index.data(CompareTable::LinkRole).toBool();
    const bool isMuted = index.row() == 0 && !isLink;
    QColor ink = theme.color(isLink ? ThemeColor::Accent : isMuted ? ThemeColor::MutedText : ThemeColor::Text);
    if (selected)
        ink = option.palette.color(QPalette::HighlightedText);
    const QFont font = fontOf(option, index);
    const QFontMetrics metrics(font);
    const QRect room = textRect(option);
    painter->setPen(ink);
    painter->setFont(font);
    const QString text = index.data().toString();
    if (index.data(CompareTable::WrapRole).toBool()) {
        const QString shown = shortened(text, metrics, room.size());
        painter->drawText(room, wrapFlags(shown, metrics, room.width()) | Qt::AlignVCenter, shown);
    } else {
        painter->drawText(room, Qt::AlignLeft | Qt::AlignVCenter,
                          metrics.elidedText(text, Qt::ElideRight, room.width()));
    }
    painter->setFont(option.font);
    painter->drawText(QRect(option.rect.left() + kMargin, room.top(), signWidth(option.fontMetrics), room.height()),
                      Qt::AlignLeft | Qt::AlignVCenter, index.data(CompareTable::MarkRole).toString());
    painter->restore();
}

QSize CompareDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const int line = lineHeight(option.fontMetrics);
    if (!index.data(CompareTable::WrapRole).toBool())
        return {0, line};
    const QFontMetrics metrics(fontOf(option, index));
    const int height = heightOf(index.data().toString(), metrics, textRect(option).width());
    return {0, line - metrics.height() + std::min(height, kMostLines * metrics.lineSpacing())};
}

} // namespace plimsoll
