// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/sweeplayout.h"

#include "ui/charts/plotlayout.h"

#include <QLocale>

#include <algorithm>
#include <cmath>

namespace plimsoll {

namespace {

class SweepLayout : PlotLayout
{
public:
    SweepLayout(const SweepInput &input, QSizeF size, const TypeScale &type, SweepPicture &picture)
        : PlotLayout(picture, input.unit, size, type)
        , m_input(input)
        , m_picture(picture)
    {
    }

    void make()
    {
        placeRows(m_input.title, m_input.legend ? m_input.items() : std::vector<Item>(),
                  0.6 * m_em + 2 * m_type.small.height() + 0.1 * m_em);
        if (m_input.points.empty()) {
            placeSides(1.6 * m_em);
            placeEmptyText();
            return;
        }
        chooseScale(m_input.inUnit(m_input.highest()), 0.8 * m_em, {m_input.inUnit(m_input.capacity.own)});
        m_picture.firstLog = std::log2(double(m_input.ends.first));
        m_picture.lastLog = std::max(std::log2(double(m_input.ends.last)), m_picture.firstLog + 1);
        chooseLines(m_input.capacity, m_input.current.items.total());
        placeSides(1.6 * m_em);
        placeTicks();
        placeTicksAcross();
        placeLoadLines();
        placeCurve();
        placeMarks();
        placeLabels();
    }

private:
    void placeTicksAcross()
    {
        const double top = m_picture.plot.bottom() + 0.6 * m_em;
        for (qint64 value : ticksWithRoom()) {
            const double x = m_picture.xOf(value);
            const QString label = axisLabel(m_input.axis, value);
            m_picture.tickX.push_back(x);
            put(m_type.small.placed(PlacedText::Kind::Tick, label, {x - m_type.small.width(label) / 2, top}));
        }
        const double room = m_size.width() - 2 * m_em;
        const QString name = m_type.small.elided(m_input.axisName, room);
        const double width = m_type.small.width(name);
        const double left = std::clamp(m_picture.plot.center().x() - width / 2, m_em, m_em + room - width);
        put(m_type.small.placed(PlacedText::Kind::Unit, name, {left, top + m_type.small.height() + 0.1 * m_em}));
    }

    /// The finest of the choices whose labels stand apart.
    std::vector<qint64> ticksWithRoom() const
    {
        const std::vector<std::vector<qint64>> choices = axisTicks(m_input.axis, m_input.ends.first, m_input.ends.last);
        double widest = 0;
        for (const auto &choice : choices) {
            for (qint64 value : choice)
                widest = std::max(widest, m_type.small.width(axisLabel(m_input.axis, value)));
        }
        const auto isTight = [&](qint64 a, qint64 b) {
            return m_picture.xOf(b) - m_picture.xOf(a) < widest + 0.9 * m_em;
        };
        const auto found = std::find_if(choices.begin(), choices.end(), [&](const std::vector<qint64> &choice) {
            return std::adjacent_find(choice.begin(), choice.end(), isTight) == choice.end();
        });
        return found == choices.end() ? std::vector<qint64>() : *found;
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
                                      [](const PlacedLoadLine &line) { return line.own; });
        if (own != m_picture.lines.end() && m_picture.top.size() > 1)
            placeHatching(own->y);
    }

    /// Thin strips below the curve, whose upper ends follow it. Whole pixels wide, or smoothing would show their seams.
    void placeHatching(double line)
    {
        constexpr double kStrip = 3;
        const double last = m_picture.top.constLast().x();
        for (double left = std::ceil(m_picture.top.constFirst().x()); left < last; left += kStrip) {
            const double right = std::min(left + kStrip, last);
            const double top = std::max(topAt(left), topAt(right));
            if (top < line)
                m_picture.hatched.push_back(QRectF(QPointF(left, top), QPointF(right, line)));
        }
    }

    /// The height of the curve at an x between its ends.
    double topAt(double x) const
    {
        const QPolygonF &top = m_picture.top;
        const auto after = std::lower_bound(top.begin() + 1, top.end() - 1, x,
                                            [](const QPointF &point, double value) { return point.x() < value; });
        const QPointF from = *(after - 1), to = *after;
        return from.y() + (to.y() - from.y()) * (x - from.x()) / std::max(to.x() - from.x(), 1e-9);
    }

    void placeMarks()
    {
        m_picture.current = QPointF(m_picture.xOf(m_input.current.x), yOf(m_input.current.items.total()));
        if (!m_input.crossingText.isEmpty())
            m_picture.crossing = QPointF(m_picture.xOf(m_input.crossing.x), yOf(m_input.crossing.items.total()));
        if (m_input.limit > 0)
            m_picture.limitX = m_picture.xOf(m_input.limit);
        if (m_input.handle) {
            m_picture.handle = QRectF(0, 0, 0.7 * m_em, m_em);
            m_picture.handle.moveCenter({m_picture.current.x(), m_picture.plot.bottom()});
        }
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
        placeEmptyText();
    }

    void placeEmptyText()
    {
        if (m_input.emptyText.isEmpty())
            return;
        const QString text = m_type.small.elided(m_input.emptyText, m_picture.plot.width() - 2 * m_em);
        placeNear(PlacedText::Kind::Limit, text, m_type.small,
                  {m_picture.plot.center().x(), m_picture.plot.top() + m_em}, 0);
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
        for (const PlacedLoadLine &line : m_picture.lines) {
            if (line.own && line.y > rect.top() - 2 && line.y < rect.bottom() + 2)
                return false;
        }
        return std::none_of(m_picture.texts.begin(), m_picture.texts.end(),
                            [&](const PlacedText &text) { return text.rect.adjusted(-4, 0, 4, 0).intersects(padded); });
    }

    const SweepInput &m_input;
    SweepPicture &m_picture;
};

} // namespace

double SweepPicture::xOf(qint64 value) const
{
    const double share = (std::log2(double(std::max<qint64>(value, 1))) - firstLog) / (lastLog - firstLog);
    return plot.left() + share * plot.width();
}

double SweepPicture::logAt(double x) const
{
    return firstLog + (x - plot.left()) / plot.width() * (lastLog - firstLog);
}

bool SweepPicture::isHandleAt(QPointF position) const
{
    if (handle.isNull())
        return false;
    const double reach = std::max(6.0, handle.width());
    const QRectF line(QPointF(current.x() - reach, current.y() - reach), QPointF(current.x() + reach, handle.bottom()));
    return line.contains(position);
}

SweepPicture layOut(const SweepInput &input, QSizeF size, const TypeScale &type)
{
    SweepPicture picture;
    SweepLayout(input, size, type, picture).make();
    return picture;
}

} // namespace plimsoll
