// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/plotlayout.h"

#include "core/units/sizeformat.h"

#include <QLocale>

#include <algorithm>

namespace plimsoll {

namespace {

/// A load line is drawn on the scale up to this many times the highest value; further off it would press the rest
/// flat, so only its label stands at the top.
constexpr double kLineReach = 4.0;

} // namespace

PlotLayout::PlotLayout(PlotPicture &picture, SizeUnit unit, QSizeF size, const TypeScale &type)
    : m_size(size)
    , m_unit(unit)
    , m_type(type)
    , m_frame(picture)
{
    m_frame.stroke = std::max(1.0, m_em / 18);
}

void PlotLayout::placeRows(const QString &title, const std::vector<Item> &legend, double labels)
{
    ChartHeading heading = placeHeading(title, legend, m_size.width(), m_type);
    m_frame.texts = std::move(heading.texts);
    m_frame.swatches = std::move(heading.swatches);
    m_unitTop = heading.bottom + 0.45 * m_em;
    const double top = m_unitTop + m_type.small.height() + 0.2 * m_em + m_type.small.height() / 2;
    const double bottom = std::max(top + 2 * m_em, m_size.height() - 0.7 * m_em - labels);
    m_frame.plot = QRectF(QPointF(0, top), QPointF(1, bottom));
}

void PlotLayout::chooseScale(double highest, double roomAbove, const std::vector<double> &capacities)
{
    const double height = m_frame.plot.height();
    double needed = highest * height / std::max(height - roomAbove, height / 4);
    for (double capacity : capacities) {
        if (capacity <= kLineReach * highest)
            needed = std::max(needed, capacity);
    }
    m_frame.ticks = AxisTicks::covering(needed, std::clamp(int(height / (2.6 * m_em)), 1, 8));
}

void PlotLayout::chooseLines(const CapacityLines &capacity, Bytes load)
{
    m_lines = chooseLoadLines(capacity, load, m_unit, m_frame.ticks.top(),
                              (m_type.smallBold.height() + 1) / m_frame.plot.height());
}

void PlotLayout::placeSides(double leastRight)
{
    double left = m_type.small.width(unitName(m_unit));
    for (int i = 0; i <= m_frame.ticks.intervals; ++i)
        left = std::max(left, m_type.small.width(tickLabel(i)));
    double right = 0;
    for (const ChosenLine &line : m_lines)
        right = std::max(right, lineType(line.own).width(line.label) + 0.5 * m_em);
    const double plotLeft = m_em + left + 0.5 * m_em;
    m_frame.plot.setLeft(plotLeft);
    m_frame.plot.setRight(std::max(plotLeft + 4 * m_em, m_size.width() - std::max(right + m_em, leastRight)));
}

QString PlotLayout::tickLabel(int tick) const
{
    return QLocale().toString(m_frame.ticks.step * tick, 'f', 0);
}

void PlotLayout::placeTicks()
{
    const double right = m_frame.plot.left() - 0.5 * m_em;
    const QString unit = unitName(m_unit);
    put(PlacedText::Kind::Unit, unit, m_type.small, QPointF(right - m_type.small.width(unit), m_unitTop));
    for (int i = 0; i <= m_frame.ticks.intervals; ++i) {
        const QString label = tickLabel(i);
        put(PlacedText::Kind::Tick, label, m_type.small,
            QPointF(right - m_type.small.width(label), yOf(m_frame.ticks.step * i) - m_type.small.height() / 2));
    }
}

void PlotLayout::placeLoadLines()
{
    for (const ChosenLine &line : m_lines) {
        const Type &type = lineType(line.own);
        const double labelY = std::max(yOf(line.value), m_frame.plot.top());
        put(PlacedText::Kind::LoadLine, line.label, type,
            QPointF(m_frame.plot.right() + 0.5 * m_em, labelY - type.height() / 2));
        if (!line.offScale)
            m_frame.lines.push_back({yOf(line.value), line.gpus, line.own});
    }
}

double PlotLayout::yOf(double value) const
{
    return m_frame.plot.bottom() - value / m_frame.ticks.top() * m_frame.plot.height();
}

PlacedText &PlotLayout::put(const PlacedText &text)
{
    m_frame.texts.push_back(text);
    return m_frame.texts.back();
}

PlacedText &PlotLayout::put(PlacedText::Kind kind, const QString &text, const Type &type, QPointF topLeft)
{
    return put(type.placed(kind, text, topLeft));
}

} // namespace plimsoll
