// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/waterfallchart.h"

#include "ui/charts/waterfallitem.h"

namespace plimsoll {

WaterfallChart::WaterfallChart(QObject *parent)
    : ChartPanel(parent)
    , m_item(new WaterfallItem(&m_input, &m_picture))
{
    scene()->addItem(m_item);
    relayout();
}

WaterfallChart::~WaterfallChart() = default;

void WaterfallChart::update(const ChartValues &values, Theme theme)
{
    m_input = waterfallInput(values);
    m_item->setTheme(theme);
    relayout();
}

void WaterfallChart::setTheme(Theme theme)
{
    m_item->setTheme(theme);
}

void WaterfallChart::setFont(const QFont &font)
{
    if (font == m_type.base)
        return;
    m_type = TypeScale(font);
    relayout();
}

void WaterfallChart::resize(QSizeF size)
{
    if (size == m_size || size.isEmpty())
        return;
    m_size = size;
    relayout();
}

void WaterfallChart::setTitleShown(bool shown)
{
    m_titleShown = shown;
    relayout();
}

void WaterfallChart::relayout()
{
    if (m_titleShown) {
        m_picture = layOut(m_input, m_size, m_type);
    } else {
        WaterfallInput untitled = m_input;
        untitled.title.clear();
        m_picture = layOut(untitled, m_size, m_type);
    }
    scene()->setSceneRect(QRectF(QPointF(0, 0), m_size));
    m_item->refresh(m_size);
}

int WaterfallChart::targetAt(QPointF position) const
{
    for (size_t row = 0; row < m_picture.steps.size(); ++row) {
        if (m_picture.steps[row].area.contains(position))
            return int(row);
    }
    return -1;
}

QRectF WaterfallChart::targetRect(int target) const
{
    return target >= 0 && target < targetCount() ? m_picture.steps[size_t(target)].area : QRectF();
}

QString WaterfallChart::targetText(int target) const
{
    return target >= 0 && target < targetCount() ? m_input.rowText(target) : QString();
}

void WaterfallChart::choose(int target)
{
    if (target < 0 || target >= targetCount())
        return;
    const bool isAnswer = target == int(m_input.rows.size());
    Q_EMIT stepChosen(target, isAnswer ? QStringLiteral("sum") : m_input.rows[size_t(target)].key);
}

void WaterfallChart::setHighlighted(int target)
{
    m_item->setHighlighted(target);
}

void WaterfallChart::setShown(int targets)
{
    m_item->setShown(targets);
}

} // namespace plimsoll
