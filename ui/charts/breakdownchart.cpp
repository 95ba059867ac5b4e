// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/breakdownchart.h"

#include "ui/charts/breakdownitem.h"

namespace plimsoll {

BreakdownChart::BreakdownChart(QObject *parent)
    : ChartPanel(parent)
    , m_item(new BreakdownItem(&m_picture))
{
    scene()->addItem(m_item);
    relayout();
}

BreakdownChart::~BreakdownChart() = default;

void BreakdownChart::update(const ChartValues &values, Theme theme)
{
    m_input = breakdownInput(values);
    m_item->setTheme(theme);
    relayout();
}

void BreakdownChart::setTheme(Theme theme)
{
    m_item->setTheme(theme);
}

void BreakdownChart::setFont(const QFont &font)
{
    if (font == m_type.base)
        return;
    m_type = TypeScale(font);
    relayout();
}

void BreakdownChart::resize(QSizeF size)
{
    if (size == m_size || size.isEmpty())
        return;
    m_size = size;
    relayout();
}

void BreakdownChart::relayout()
{
    m_picture = layOut(m_input, m_size, m_type);
    scene()->setSceneRect(QRectF(QPointF(0, 0), m_size));
    m_item->refresh(m_size);
}

} // namespace plimsoll
