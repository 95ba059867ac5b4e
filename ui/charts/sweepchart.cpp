// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/sweepchart.h"

#include "ui/charts/sweepoverlay.h"

#include <QAreaSeries>
#include <QChart>
#include <QLineSeries>
#include <QValueAxis>

#include <algorithm>
#include <cmath>

namespace plimsoll {

SweepChart::SweepChart(QObject *parent)
    : PlotChart(parent)
    , m_across(new QValueAxis(chart()))
    , m_curves(this, [this] {
        compose();
        relayout();
        Q_EMIT changed();
    })
{
    addAxisAcross(m_across);
    for (QLineSeries *&edge : m_edges)
        edge = new QLineSeries(chart());
    for (size_t i = 0; i < m_areas.size(); ++i) {
        m_areas[i] = new QAreaSeries(m_edges[i + 1], m_edges[i]);
        m_areas[i]->setParent(chart());
        chart()->addSeries(m_areas[i]);
        m_areas[i]->attachAxis(m_across);
        m_areas[i]->attachAxis(axisUp());
    }
    m_top = new SweepOverlay(SweepOverlay::Layer::Top, &m_picture);
    finish(new SweepOverlay(SweepOverlay::Layer::Ground, &m_picture), m_top);
}

SweepChart::~SweepChart() = default;

void SweepChart::setOnScreen(bool on)
{
    m_onScreen = on;
    m_curves.setInBackground(on);
}

void SweepChart::takeValues(const ChartValues &values)
{
    m_values.emplace(values);
    m_handle.settle();
    const SweepQuestion asked = question(values);
    if (m_curves.ask(asked.key, asked.work))
        compose();
    else if (!m_curves.curve())
        m_input = inputFrom({}, values, {}); // at least the title until the first curve is there
}

void SweepChart::compose()
{
    m_input = inputFrom(*m_curves.curve(), m_values->values(), m_handle.keep());
    m_input.handle = m_onScreen && !m_input.points.empty();
    fillSeries();
}

void SweepChart::fillSeries()
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

void SweepChart::colourSeries(Theme theme)
{
    for (int i = 0; i < kItemCount; ++i) {
        m_areas[size_t(i)]->setBrush(theme.itemFill(Item(i)));
        m_areas[size_t(i)]->setPen(Qt::NoPen);
    }
}

const PlotPicture &SweepChart::layOutAnew(QSizeF size, const TypeScale &type, bool legend)
{
    m_input.legend = legend;
    m_picture = layOut(m_input, size, type);
    m_across->setRange(m_picture.firstLog, m_picture.lastLog);
    m_top->setHighlighted(pointOf(highlighted()));
    return m_picture;
}

QPointF SweepChart::pointOf(int target) const
{
    return isTarget(target) && target < m_picture.top.size() ? m_picture.top[target] : QPointF();
}

int SweepChart::targetAt(QPointF position) const
{
    if (!m_picture.plot.adjusted(-6, 0, 6, 6).contains(position) || m_picture.top.isEmpty())
        return -1;
    return nearestAcross(m_picture.top, position.x());
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

void SweepChart::choose(int target)
{
    if (isTarget(target))
        say(m_input.points[size_t(target)].x);
}

void SweepChart::releaseHandle()
{
    m_handle.release();
    if (!m_values || m_curves.isOutdated())
        return;
    compose();
    relayout();
}

/// Those that the axis reaches.
std::vector<qint64> SweepChart::stops() const
{
    std::vector<qint64> stops;
    for (const SweepPoint &point : m_input.points) {
        if (m_input.isOnAxis(point.x))
            stops.push_back(point.x);
    }
    return stops;
}

void SweepChart::moveHandle(QPointF position)
{
    if (const auto to = m_handle.drag(stops(), m_picture.logAt(position.x()), m_input.current.x))
        say(*to);
}

void SweepChart::stepHandle(int steps)
{
    std::vector<qint64> all;
    for (const SweepPoint &point : m_curves.curve() ? m_curves.curve()->points : m_input.points)
        all.push_back(point.x);
    if (const auto to = m_handle.step(all, steps, m_input.current.x))
        say(*to);
}

void SweepChart::showHighlighted(int target)
{
    m_top->setHighlighted(pointOf(target));
}

} // namespace plimsoll
