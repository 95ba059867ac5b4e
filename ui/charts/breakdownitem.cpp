// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/breakdownitem.h"

#include "ui/themepaint.h"

#include <QPainter>

namespace plimsoll {

BreakdownItem::BreakdownItem(const BreakdownPicture *picture)
    : m_picture(picture)
{
}

void BreakdownItem::setTheme(Theme theme)
{
    m_theme = theme;
    update();
}

void BreakdownItem::refresh(QSizeF size)
{
    if (size != m_size)
        prepareGeometryChange();
    m_size = size;
    update();
}

void BreakdownItem::paint(QPainter *painter, const QStyleOptionGraphicsItem *, QWidget *)
{
    painter->fillRect(boundingRect(), m_theme.color(ThemeColor::Panel));
    painter->setPen(QPen(m_theme.color(ThemeColor::Outline), m_picture->stroke));
    for (const QLineF &line : m_picture->lines)
        painter->drawLine(line);
    for (const PlacedBar &bar : m_picture->bars) {
        // The rule knows no items: it has the colour of none.
        if (bar.kind == BreakdownRow::Kind::RuleOfThumb)
            painter->fillRect(bar.rect, m_theme.color(ThemeColor::MutedText));
        for (const auto &[item, rect] : bar.segments) {
            painter->fillRect(rect, m_theme.itemFill(item));
            paintPattern(painter, rect, item, m_theme);
        }
    }
    for (const PlacedSwatch &swatch : m_picture->swatches)
        paintSwatch(painter, swatch.rect, swatch.item, m_theme);
    paintTexts(painter, m_picture->texts, m_theme);
}

} // namespace plimsoll
