// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/waterfallitem.h"

#include "ui/themepaint.h"

#include <QPainter>

#include <cmath>

namespace plimsoll {

WaterfallItem::WaterfallItem(const WaterfallInput *input, const WaterfallPicture *picture)
    : m_input(input)
    , m_picture(picture)
{
}

void WaterfallItem::setTheme(Theme theme)
{
    m_theme = theme;
    update();
}

void WaterfallItem::setHighlighted(int row)
{
    m_highlighted = row;
    update();
}

void WaterfallItem::setShown(int rows)
{
    m_shown = rows;
    update();
}

void WaterfallItem::refresh(QSizeF size)
{
    if (size != m_size)
        prepareGeometryChange();
    m_size = size;
    update();
}

void WaterfallItem::paint(QPainter *painter, const QStyleOptionGraphicsItem *, QWidget *)
{
    paintGrid(painter);
    paintHighlight(painter);
    for (size_t row = 0; row < m_picture->steps.size(); ++row) {
        if (isShown(row))
            paintStep(painter, row);
    }
    if (m_picture->loadLine >= 0) {
        QPen pen(m_theme.color(ThemeColor::LoadLine), 2.2 * m_picture->stroke);
        pen.setDashPattern({4, 2});
        pen.setCapStyle(Qt::FlatCap);
        painter->setPen(pen);
        painter->drawLine(QPointF(m_picture->loadLine, m_picture->plot.top()),
                          QPointF(m_picture->loadLine, m_picture->plot.bottom()));
    }
    paintTexts(painter, m_picture->texts, m_theme);
    for (size_t row = 0; row < m_picture->stepTexts.size(); ++row) {
        if (isShown(row))
            paintRowTexts(painter, row);
    }
}

/// What covers the load line below a text has the colour of the row.
void WaterfallItem::paintRowTexts(QPainter *painter, size_t row) const
{
    std::vector<PlacedText> texts = m_picture->stepTexts[row];
    if (int(row) == m_highlighted) {
        for (PlacedText &text : texts) {
            if (!text.plate)
                continue;
            const QRectF plate = text.rect.adjusted(-3, 0, 3, 0);
            painter->fillRect(plate, m_theme.color(ThemeColor::Panel));
            painter->fillRect(plate, wash());
            text.plate = false;
        }
    }
    paintTexts(painter, texts, m_theme);
}

QColor WaterfallItem::wash() const
{
    QColor wash = m_theme.color(ThemeColor::Accent);
    wash.setAlphaF(0.09F);
    return wash;
}

void WaterfallItem::paintGrid(QPainter *painter) const
{
    painter->fillRect(boundingRect(), m_theme.color(ThemeColor::Panel));
    const QRectF &plot = m_picture->plot;
    for (int i = 0; i <= m_picture->ticks.intervals; ++i) {
        // Whole pixels and no smoothing keep a hairline a hairline.
        const double x = std::floor(plot.left() + plot.width() * i / m_picture->ticks.intervals) + 0.5;
        painter->setPen(QPen(m_theme.color(i == 0 ? ThemeColor::Outline : ThemeColor::Grid), m_picture->stroke));
        painter->drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()));
    }
}

void WaterfallItem::paintHighlight(QPainter *painter) const
{
    if (m_highlighted < 0 || m_highlighted >= int(m_picture->steps.size()))
        return;
    painter->setPen(QPen(m_theme.color(ThemeColor::Accent), m_picture->stroke));
    painter->setBrush(wash());
    const QRectF area = m_picture->steps[size_t(m_highlighted)].area;
    painter->drawRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), 5, 5);
}

void WaterfallItem::paintStep(QPainter *painter, size_t row) const
{
    const PlacedStep &step = m_picture->steps[row];
    if (row >= m_input->rows.size()) {
        for (const auto &[item, rect] : step.segments) {
            painter->fillRect(rect, m_theme.itemFill(item));
            paintPattern(painter, rect, item, m_theme);
        }
        return;
    }
    if (isShown(row + 1)) {
        painter->setPen(QPen(m_theme.color(ThemeColor::MutedText), m_picture->stroke));
        painter->drawLine(step.joint);
    }
    // The rule knows no items: it has the colour of none.
    const QColor fill = row == 0 ? m_theme.color(ThemeColor::MutedText) : m_theme.itemFill(m_input->rows[row].item);
    if (step.takesAway) {
        paintHatching(painter, step.bar, fill, 7 * m_picture->stroke);
        painter->setPen(QPen(fill, 1.5 * m_picture->stroke));
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(step.bar);
        return;
    }
    painter->fillRect(step.bar, fill);
    if (row > 0)
        paintPattern(painter, step.bar, m_input->rows[row].item, m_theme);
}

} // namespace plimsoll
