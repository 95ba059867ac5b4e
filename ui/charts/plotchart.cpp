// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/plotchart.h"

#include <QChart>
#include <QGraphicsLayout>
#include <QLegend>
#include <QValueAxis>

namespace plimsoll {

PlotChart::PlotChart(QObject *parent)
    : ChartPanel(parent)
    , m_chart(new QChart)
    , m_up(new QValueAxis(m_chart))
{
    // Its own ground and axes would follow a new size only with the next turn of the event loop.
    m_chart->setBackgroundVisible(false);
    m_chart->legend()->hide();
    m_chart->setAnimationOptions(QChart::NoAnimation);
    m_chart->layout()->setContentsMargins(0, 0, 0, 0);
    m_chart->setMargins({});
    m_chart->addAxis(m_up, Qt::AlignLeft);
    m_up->setVisible(false);
}

PlotChart::~PlotChart() = default;

void PlotChart::addAxisAcross(QAbstractAxis *axis)
{
    m_chart->addAxis(axis, Qt::AlignBottom);
    axis->setVisible(false);
}

void PlotChart::finish(PlotOverlay *ground, PlotOverlay *top)
{
    m_ground = ground;
    m_top = top;
    scene()->addItem(m_ground);
    scene()->addItem(m_chart);
    scene()->addItem(m_top);
    applyTheme();
}

void PlotChart::update(const ChartValues &values, Theme theme)
{
    m_hasValues = true;
    takeValues(values);
    setTheme(theme);
    relayout();
}

void PlotChart::setTheme(Theme theme)
{
    if (theme == m_theme)
        return;
    m_theme = theme;
    applyTheme();
}

void PlotChart::setFont(const QFont &font)
{
    m_type = TypeScale(font);
    relayout();
}

void PlotChart::setLegend(bool shown)
{
    m_legend = shown;
    relayout();
}

void PlotChart::resize(QSizeF size)
{
    if (size == m_size)
        return;
    m_size = size;
    relayout();
}

void PlotChart::setHighlighted(int target)
{
    if (target == m_highlighted)
        return;
    m_highlighted = target;
    showHighlighted(target);
}

void PlotChart::applyTheme()
{
    colourSeries(m_theme);
    m_ground->setTheme(m_theme);
    m_top->setTheme(m_theme);
}

void PlotChart::relayout()
{
    if (!m_hasValues)
        return;
    const PlotPicture &picture = layOutAnew(m_size, m_type, m_legend);
    scene()->setSceneRect(QRectF(QPointF(0, 0), m_size));
    m_chart->resize(m_size);
    m_chart->setPlotArea(picture.plot);
    m_up->setRange(0, picture.ticks.top());
    m_ground->refresh(m_size);
    m_top->refresh(m_size);
}

} // namespace plimsoll
