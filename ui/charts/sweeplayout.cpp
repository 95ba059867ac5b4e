// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/sweeplayout.h"

#include <QLocale>

#include <algorithm>
#include <cmath>

namespace plimsoll {

namespace {

/// The plan's own load line is drawn on the scale up to this many times the highest point.
constexpr double kLineReach = 4.0;

class SweepLayout
{
public:
    SweepLayout(const SweepInput &input, QSizeF size, const QFont &font)
        : m_input(input)
        , m_size(size)
        , m_type(font)
    {
    }

    SweepPicture make()
    {
        m_picture.stroke = std::max(1.0, m_em / 18);
        placeRows();
        if (m_input.points.empty())
            return m_picture;
        chooseScale();
        chooseLines();
        placePlotSides();
        placeTicks();
        placeLoadLines();
        placeCurve();
        placeMarks();
        placeLabels();
        return m_picture;
    }

private:
    double yOf(double value) const
    {
        return m_picture.plot.bottom() - value / m_picture.ticks.top() * m_picture.plot.height();
    }
    double yOf(Bytes size) const { return yOf(m_input.inUnit(size)); }

    void placeRows()
    {
        const std::vector<Item> legend = m_input.legend ? m_input.items() : std::vector<Item>();
        ChartHeading heading = placeHeading(m_input.title, legend, m_size.width(), m_type);
        m_picture.texts = std::move(heading.texts);
        m_picture.swatches = std::move(heading.swatches);
        m_unitTop = heading.bottom + 0.45 * m_em;
        const double top = m_unitTop + m_type.small.height() + 0.2 * m_em + m_type.small.height() / 2;
        const double labels = 0.6 * m_em + 2 * m_type.small.height() + 0.1 * m_em;
        const double bottom = std::max(top + 2 * m_em, m_size.height() - 0.7 * m_em - labels);
        m_picture.plot = QRectF(QPointF(0, top), QPointF(1, bottom));
    }

    void chooseScale()
    {
        const double height = m_picture.plot.height();
        const double highest = m_input.inUnit(m_input.highest());
        double needed = highest * height / std::max(height - 0.8 * m_em, height / 4);
        const double own = m_input.inUnit(m_input.capacity.own);
        if (own > 0 && own <= kLineReach * highest)
            needed = std::max(needed, own);
        m_picture.ticks = AxisTicks::covering(needed, std::clamp(int(height / (2.6 * m_em)), 1, 8));
        m_picture.firstLog = std::log2(double(m_input.points.front().x));
        m_picture.lastLog = std::max(std::log2(double(m_input.points.back().x)), m_picture.firstLog + 1);
    }

    void chooseLines()
    {
        m_lines = chooseLoadLines(m_input.capacity, m_input.current.items.total(), m_input.unit, m_picture.ticks.top(),
                                  (m_type.smallBold.height() + 1) / m_picture.plot.height());
    }

    const Type &lineType(bool own) const { return own ? m_type.smallBold : m_type.small; }
    QString tickLabel(int tick) const { return QLocale().toString(m_picture.ticks.step * tick, 'f', 0); }

    void placePlotSides()
    {
        double left = m_type.small.width(unitName(m_input.unit));
        for (int i = 0; i <= m_picture.ticks.intervals; ++i)
            left = std::max(left, m_type.small.width(tickLabel(i)));
        double right = 0;
        for (const ChosenLine &line : m_lines)
            right = std::max(right, lineType(line.own).width(line.label) + 0.5 * m_em);
        const double plotLeft = m_em + left + 0.5 * m_em;
        m_picture.plot.setLeft(plotLeft);
        m_picture.plot.setRight(std::max(plotLeft + 4 * m_em, m_size.width() - std::max(right + m_em, 1.6 * m_em)));
    }

    void placeTicks()
    {
        const double right = m_picture.plot.left() - 0.5 * m_em;
        const QString unit = unitName(m_input.unit);
        put(m_type.small.placed(PlacedText::Kind::Unit, unit, {right - m_type.small.width(unit), m_unitTop}));
        for (int i = 0; i <= m_picture.ticks.intervals; ++i) {
            const QString label = tickLabel(i);
            put(m_type.small.placed(
                PlacedText::Kind::Tick, label,
                {right - m_type.small.width(label), yOf(m_picture.ticks.step * i) - m_type.small.height() / 2}));
        }
        placeTicksAcross();
    }

    void placeTicksAcross()
    {
        const int first = int(std::ceil(m_picture.firstLog - 1e-9));
        const int last = int(std::floor(m_picture.lastLog + 1e-9));
        double widest = 0;
        for (int power = first; power <= last; ++power)
            widest = std::max(widest, m_type.small.width(binaryCount(qint64(1) << power)));
        const double octave = m_picture.plot.width() / (m_picture.lastLog - m_picture.firstLog);
        const int step = std::max(1, int(std::ceil((widest + 0.9 * m_em) / octave)));
        const double top = m_picture.plot.bottom() + 0.6 * m_em;
        for (int power = first; power <= last; power += step) {
            const double x = m_picture.xOf(qint64(1) << power);
            const QString label = binaryCount(qint64(1) << power);
            m_picture.tickX.push_back(x);
            put(m_type.small.placed(PlacedText::Kind::Tick, label, {x - m_type.small.width(label) / 2, top}));
        }
        const double room = m_picture.plot.width();
        const QString name = m_type.small.elided(m_input.axisName, room);
        put(m_type.small.placed(
            PlacedText::Kind::Unit, name,
            {m_picture.plot.left() + (room - m_type.small.width(name)) / 2, top + m_type.small.height() + 0.1 * m_em}));
    }

    void placeLoadLines()
    {
        for (const ChosenLine &line : m_lines) {
            const Type &type = lineType(line.own);
            const double y = std::max(yOf(line.value), m_picture.plot.top());
            put(type.placed(PlacedText::Kind::LoadLine, line.label,
                            {m_picture.plot.right() + 0.5 * m_em, y - type.height() / 2}));
            if (!line.offScale)
                m_picture.lines.push_back({y, line.own});
        }
    }

    void placeCurve()
    {
        std::vector<double> below(m_input.points.size(), 0);
        for (Item item : m_input.items()) {
            SweepPicture::Area area;
            area.item = item;
            QPolygonF bottom;
            for (size_t i = 0; i < m_input.points.size(); ++i) {
                const double x = m_picture.xOf(m_input.points[i].x);
                bottom.prepend(QPointF(x, yOf(below[i])));
                below[i] += m_input.inUnit(m_input.points[i].items[item]);
                area.outline.append(QPointF(x, yOf(below[i])));
            }
            area.outline += bottom;
            m_picture.areas.push_back(std::move(area));
        }
        for (size_t i = 0; i < m_input.points.size(); ++i)
            m_picture.top.append(QPointF(m_picture.xOf(m_input.points[i].x), yOf(below[i])));
        const auto own = std::find_if(m_picture.lines.begin(), m_picture.lines.end(),
                                      [](const SweepPicture::Line &line) { return line.own; });
        if (own != m_picture.lines.end())
            placeHatching(own->y);
    }

    /// Thin strips below the curve, whose upper ends follow it.
    void placeHatching(double line)
    {
        constexpr double kStrip = 3;
        for (qsizetype i = 1; i < m_picture.top.size(); ++i) {
            const QPointF from = m_picture.top[i - 1], to = m_picture.top[i];
            const int strips = std::max(1, int(std::ceil((to.x() - from.x()) / kStrip)));
            for (int s = 0; s < strips; ++s) {
                const QPointF left = from + (to - from) * (double(s) / strips);
                const QPointF right = from + (to - from) * (double(s + 1) / strips);
                const double top = std::max(left.y(), right.y());
                if (top < line)
                    m_picture.hatched.push_back(QRectF(QPointF(left.x(), top), QPointF(right.x(), line)));
            }
        }
    }

    void placeMarks()
    {
        m_picture.current = QPointF(m_picture.xOf(m_input.current.x), yOf(m_input.current.items.total()));
        if (!m_input.crossingText.isEmpty())
            m_picture.crossing = QPointF(m_picture.xOf(m_input.crossing.x), yOf(m_input.crossing.items.total()));
        if (m_input.limit > 0)
            m_picture.limitX = m_picture.xOf(m_input.limit);
    }

    void placeLabels()
    {
        const double gap = 0.5 * m_em;
        const QString total = barNumber(m_input.current.items.total(), m_input.unit);
        placeNear(PlacedText::Kind::Total, total, m_type.bodyBold, m_picture.current, gap);
        if (!m_picture.crossing.isNull())
            placeNear(PlacedText::Kind::Crossing, m_input.crossingText, m_type.smallBold, m_picture.crossing, gap);
        if (m_picture.limitX >= 0)
            placeNear(PlacedText::Kind::Limit, m_input.limitText, m_type.small,
                      {m_picture.limitX, m_picture.plot.top() + m_type.small.height() / 2}, 0.4 * m_em);
        if (!m_input.emptyText.isEmpty()) {
            const QString text = m_type.small.elided(m_input.emptyText, m_picture.plot.width() - 2 * m_em);
            placeNear(PlacedText::Kind::Limit, text, m_type.small,
                      {m_picture.plot.center().x(), m_picture.plot.top() + m_em}, 0);
        }
    }

    /// At the first side of the point where it is free; left out where there is none.
    void placeNear(PlacedText::Kind kind, const QString &text, const Type &type, QPointF point, double gap)
    {
        const double width = type.width(text), height = type.height();
        const double below = point.y() + gap, above = point.y() - gap - height;
        const QPointF places[] = {{point.x() - gap - width, above},
                                  {point.x() - width / 2, above},
                                  {point.x() + gap, above},
                                  {point.x() - gap - width, point.y() - height / 2},
                                  {point.x() + gap, below},
                                  {point.x() - gap - width, below},
                                  {point.x() + gap, point.y() - height / 2},
                                  {point.x() - width / 2, above - height},
                                  {point.x() - width, above - 2 * height}};
        for (QPointF place : places) {
            PlacedText placed = type.placed(kind, text, place);
            if (!isFree(placed.rect))
                continue;
            placed.plate = true;
            put(placed);
            return;
        }
    }

    bool isFree(const QRectF &rect) const
    {
        const QRectF padded = rect.adjusted(-3, 0, 3, 0);
        if (!m_picture.plot.adjusted(0, -0.4 * m_em, 0, 0).contains(padded))
            return false;
        const auto covers = [&](QPointF point) { return rect.adjusted(-5, -5, 5, 5).contains(point); };
        if (covers(m_picture.current) || (!m_picture.crossing.isNull() && covers(m_picture.crossing)))
            return false;
        for (const SweepPicture::Line &line : m_picture.lines) {
            if (line.own && line.y > rect.top() - 2 && line.y < rect.bottom() + 2)
                return false;
        }
        return std::none_of(m_picture.texts.begin(), m_picture.texts.end(),
                            [&](const PlacedText &text) { return text.rect.adjusted(-4, 0, 4, 0).intersects(padded); });
    }

    void put(const PlacedText &text) { m_picture.texts.push_back(text); }

    const SweepInput &m_input;
    QSizeF m_size;
    TypeScale m_type;
    const double m_em = m_type.em;
    double m_unitTop = 0;
    std::vector<ChosenLine> m_lines;
    SweepPicture m_picture;
};

} // namespace

double SweepPicture::xOf(qint64 value) const
{
    const double share = (std::log2(double(std::max<qint64>(value, 1))) - firstLog) / (lastLog - firstLog);
    return plot.left() + share * plot.width();
}

SweepPicture layOut(const SweepInput &input, QSizeF size, const QFont &font)
{
    return SweepLayout(input, size, font).make();
}

QString binaryCount(qint64 value)
{
    if (value >= 1 << 20 && value % (1 << 20) == 0)
        return QLocale().toString(value >> 20) + QLatin1Char('M');
    if (value >= 1 << 10 && value % (1 << 10) == 0)
        return QLocale().toString(value >> 10) + QLatin1Char('K');
    return QLocale().toString(value);
}

} // namespace plimsoll
