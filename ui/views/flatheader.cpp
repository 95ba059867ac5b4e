// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/flatheader.h"

#include "ui/theme.h"

#include <QPaintEvent>
#include <QPainter>

namespace plimsoll {

namespace {

/// As an item view indents the text of a cell.
constexpr int kTextMargin = 3;

} // namespace

FlatHeader::FlatHeader(QWidget *parent)
    : QHeaderView(Qt::Horizontal, parent)
{
}

QSize FlatHeader::sectionSizeFromContents(int section) const
{
    const QSize size = QHeaderView::sectionSizeFromContents(section);
    return {size.width(), qRound(1.9 * fontMetrics().height())};
}

void FlatHeader::paintEvent(QPaintEvent *event)
{
    QPainter painter(viewport());
    painter.fillRect(event->rect(), Theme::forPalette(palette()).color(ThemeColor::Panel));
    painter.end();
    QHeaderView::paintEvent(event);
}

void FlatHeader::paintSection(QPainter *painter, const QRect &rect, int section) const
{
    const Theme theme = Theme::forPalette(palette());
    painter->fillRect(rect, theme.color(ThemeColor::Panel));
    const auto alignment = Qt::Alignment(model()->headerData(section, orientation(), Qt::TextAlignmentRole).toInt());
    const int gap = section == count() - 1 ? lastColumnGap(fontMetrics()) : 0;
    const QRect room = rect.adjusted(kTextMargin + gap, 0, -kTextMargin, 0);
    const QString text = model()->headerData(section, orientation()).toString();
    painter->setFont(font());
    painter->setPen(theme.color(ThemeColor::MutedText));
    painter->drawText(room, int(alignment), fontMetrics().elidedText(text, Qt::ElideRight, room.width()));
}

} // namespace plimsoll
