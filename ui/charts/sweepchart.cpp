// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/sweepchart.h"

#include "ui/charts/sweepoverlay.h"

#include <QAreaSeries>
#include <QChart>
#include <QGraphicsLayout>
#include <QLegend>
#include <QLineSeries>
#include <QValueAxis>

#include <algorithm>
#include <cmath>

namespace plimsoll {

SweepChart::SweepChart(QObject *parent)
    : ChartPanel(parent)
    , m_chart(new QChart)
    , m_across(new QValueAxis(m_chart))
    , m_up(new QValueAxis(m_chart))
{
    // Its own ground and axes would follow a new size only with the next turn of the event loop.
    m_chart->setBackgroundVisible(false);
    m_chart->legend()->hide();
    m_chart->setAnimationOptions(QChart::NoAnimation);
    m_chart->layout()->setContentsMargins(0, 0, 0, 0);
    m_chart->setMargins({});
    m_chart->addAxis(m_across, Qt::AlignBottom);
    m_chart->addAxis(m_up, Qt::AlignLeft);
    m_across->setVisible(false);
    m_up->setVisible(false);

    for (QLineSeries *&edge : m_edges)
        edge = new QLineSeries(m_chart);
    for (size_t i = 0; i < m_areas.size(); ++i) {
        m_areas[i] = new QAreaSeries(m_edges[i + 1], m_edges[i]);
        m_areas[i]->setParent(m_chart);
        m_chart->addSeries(m_areas[i]);
        m_areas[i]->attachAxis(m_across);
        m_areas[i]->attachAxis(m_up);
    }

    m_ground = new SweepOverlay(SweepOverlay::Layer::Ground, nullptr);
    scene()->addItem(m_ground);
    scene()->addItem(m_chart);
    m_top = new SweepOverlay(SweepOverlay::Layer::Top, nullptr);
    scene()->addItem(m_top);
    applyTheme();
    relayout();
}

SweepChart::~SweepChart() = default;

void SweepChart::update(const ChartValues &values, Theme theme)
{
    m_input = inputFrom(values);
    m_input.legend = m_legend;
    if (theme != m_theme) {
        m_theme = theme;
        applyTheme();
    }
    applyValues();
    relayout();
}

void SweepChart::setTheme(Theme theme)
{
    if (theme == m_theme)
        return;
    m_theme = theme;
    applyTheme();
}

void SweepChart::setFont(const QFont &font)
{
    m_font = font;
    relayout();
}

void SweepChart::setLegend(bool shown)
{
    m_legend = shown;
    m_input.legend = shown;
    relayout();
}

void SweepChart::resize(QSizeF size)
{
    if (size == m_size)
        return;
    m_size = size;
    relayout();
}

void SweepChart::applyTheme()
{
    for (int i = 0; i < kItemCount; ++i) {
        m_areas[size_t(i)]->setBrush(m_theme.itemFill(Item(i)));
        m_areas[size_t(i)]->setPen(Qt::NoPen);
    }
    m_ground->setTheme(m_theme);
    m_top->setTheme(m_theme);
}

void SweepChart::applyValues()
{
    QList<QPointF> edge;
    for (const SweepPoint &point : m_input.points)
        edge.append(QPointF(std::log2(double(point.x)), 0));
    m_edges[0]->replace(edge);
    for (int item = 0; item < kItemCount; ++item) {
        bool any = false;
        for (qsizetype i = 0; i < edge.size(); ++i) {
            const Bytes size = m_input.points[size_t(i)].items.bytes[size_t(item)];
            edge[i].ry() += m_input.inUnit(size);
            any = any || size > Bytes();
        }
        m_areas[size_t(item)]->setVisible(any);
        m_edges[size_t(item) + 1]->replace(edge);
    }
}

void SweepChart::relayout()
{
    m_picture = layOut(m_input, m_size, m_font);
    scene()->setSceneRect(QRectF(QPointF(0, 0), m_size));
    m_chart->resize(m_size);
    m_chart->setPlotArea(m_picture.plot);
    m_across->setRange(m_picture.firstLog, m_picture.lastLog);
    m_up->setRange(0, m_picture.ticks.top());
    m_ground->setPicture(&m_picture, m_size);
    m_top->setPicture(&m_picture, m_size);
    m_top->setHighlighted(pointOf(m_highlighted));
}

QPointF SweepChart::pointOf(int target) const
{
    return isTarget(target) && target < m_picture.top.size() ? m_picture.top[target] : QPointF();
}

int SweepChart::targetAt(QPointF position) const
{
    if (!m_picture.plot.adjusted(-6, 0, 6, 6).contains(position) || m_picture.top.isEmpty())
        return -1;
    const auto nearest = std::min_element(m_picture.top.begin(), m_picture.top.end(), [&](QPointF a, QPointF b) {
        return std::abs(a.x() - position.x()) < std::abs(b.x() - position.x());
    });
    return int(nearest - m_picture.top.begin());
}

int SweepChart::chosenTarget() const
{
    const auto nearest =
        std::min_element(m_input.points.begin(), m_input.points.end(), [&](const auto &a, const auto &b) {
            return std::abs(a.x - m_input.current.x) < std::abs(b.x - m_input.current.x);
        });
    return nearest == m_input.points.end() ? -1 : int(nearest - m_input.points.begin());
}

QRectF SweepChart::targetRect(int target) const
{
    if (!isTarget(target))
        return {};
    const double x = pointOf(target).x();
    return {x - 4, m_picture.plot.top(), 8, m_picture.plot.height()};
}

QString SweepChart::targetText(int target) const
{
    return isTarget(target) ? m_input.pointText(m_input.points[size_t(target)]) : QString();
}

void SweepChart::setHighlighted(int target)
{
    if (target == m_highlighted)
        return;
    m_highlighted = target;
    m_top->setHighlighted(pointOf(target));
}

} // namespace plimsoll
