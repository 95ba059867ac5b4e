// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/speedchart.h"

#include "ui/charts/speeditem.h"

#include <algorithm>
#include <cmath>

namespace plimsoll {

SpeedChart::SpeedChart(QObject *parent)
    : ChartPanel(parent)
    , m_item(new SpeedItem(&m_picture))
    , m_curves(this, [this] {
        compose();
        relayout();
        Q_EMIT changed();
    })
{
    scene()->addItem(m_item);
    relayout();
}

SpeedChart::~SpeedChart() = default;

void SpeedChart::setOnScreen(bool on)
{
    m_onScreen = on;
    m_curves.setInBackground(on);
}

void SpeedChart::update(const ChartValues &values, Theme theme)
{
    m_values.emplace(values);
    m_handle.settle();
    const SpeedQuestion asked = speedQuestion(values);
    if (m_curves.ask(asked.key, asked.work))
        compose();
    else if (!m_curves.curve())
        m_input = speedInput({}, values, {}); // at least the title until the first curve is there
    setTheme(theme);
    relayout();
}

void SpeedChart::compose()
{
    m_input = speedInput(*m_curves.curve(), m_values->values(), m_handle.keep());
    m_input.handle = m_onScreen && !m_input.points.empty();
}

void SpeedChart::setTheme(Theme theme)
{
    m_item->setTheme(theme);
}

void SpeedChart::setFont(const QFont &font)
{
    m_type = TypeScale(font);
    relayout();
}

void SpeedChart::resize(QSizeF size)
{
    if (size == m_size)
        return;
    m_size = size;
    relayout();
}

void SpeedChart::relayout()
{
    m_picture = layOut(m_input, m_size, m_type);
    scene()->setSceneRect(QRectF(QPointF(0, 0), m_size));
    m_item->refresh(m_size);
}

int SpeedChart::targetAt(QPointF position) const
{
    const auto hit =
        std::find_if(m_picture.plots.begin(), m_picture.plots.end(), [position](const SpeedPicture::Plot &plot) {
            return !plot.line.isEmpty() && plot.area.adjusted(-6, 0, 6, 6).contains(position);
        });
    if (hit == m_picture.plots.end())
        return -1;
    return nearestAcross(hit->line, position.x());
}

int SpeedChart::chosenTarget() const
{
    const auto nearest =
        std::min_element(m_input.points.begin(), m_input.points.end(), [&](const auto &a, const auto &b) {
            return std::abs(a.users - m_input.current.users) < std::abs(b.users - m_input.current.users);
        });
    return nearest == m_input.points.end() ? -1 : int(nearest - m_input.points.begin());
}

QRectF SpeedChart::targetRect(int target) const
{
    const SpeedPicture::Plot &plot = m_picture.plots[SpeedPicture::Each];
    if (!isTarget(target) || target >= plot.line.size())
        return {};
    return {plot.line[target].x() - 4, plot.area.top(), 8, plot.area.height()};
}

QString SpeedChart::targetText(int target) const
{
    return isTarget(target) ? m_input.pointText(m_input.points[size_t(target)]) : QString();
}

void SpeedChart::choose(int target)
{
    if (isTarget(target))
        Q_EMIT sequencesChosen(m_input.points[size_t(target)].users);
}

void SpeedChart::setHighlighted(int target)
{
    m_item->setHighlighted(target);
}

QString SpeedChart::handleHint() const
{
    return m_input.handle ? tr("Drag the marked point, or press Shift+Left or Shift+Right, to change the users.")
                          : QString();
}

void SpeedChart::releaseHandle()
{
    m_handle.release();
    if (!m_values || m_curves.isOutdated())
        return;
    compose();
    relayout();
}

void SpeedChart::moveHandle(QPointF position)
{
    std::vector<qint64> stops;
    for (const SpeedPoint &point : m_input.points) {
        if (m_input.isOnAxis(point.users))
            stops.push_back(point.users);
    }
    if (const auto to = m_handle.drag(stops, m_picture.logAt(position), m_input.current.users))
        Q_EMIT sequencesChosen(*to);
}

void SpeedChart::stepHandle(int steps)
{
    std::vector<qint64> stops;
    for (const SpeedPoint &point : m_curves.curve() ? m_curves.curve()->points : m_input.points)
        stops.push_back(point.users);
    if (const auto to = m_handle.step(stops, steps, m_input.current.users))
        Q_EMIT sequencesChosen(*to);
}

} // namespace plimsoll
