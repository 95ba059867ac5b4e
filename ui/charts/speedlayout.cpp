// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/speedlayout.h"

#include "core/planning/speed/speedtext.h"
#include "ui/charts/sweepaxis.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace plimsoll {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(SpeedChart)
};

using Plot = SpeedPicture::Plot;

/// The height of a line at an x between its ends.
double heightAt(const QPolygonF &line, double x)
{
    const auto after = std::lower_bound(line.begin() + 1, line.end() - 1, x,
                                        [](const QPointF &point, double value) { return point.x() < value; });
    const QPointF from = *(after - 1), to = *after;
    return from.y() + (to.y() - from.y()) * (x - from.x()) / std::max(to.x() - from.x(), 1e-9);
}

class SpeedLayout
{
public:
    SpeedLayout(const SpeedInput &input, QSizeF size, const TypeScale &type, SpeedPicture &picture)
        : m_input(input)
        , m_size(size)
        , m_type(type)
        , m_picture(picture)
    {
        m_picture.stroke = std::max(1.0, m_em / 18);
    }

    void make()
    {
        ChartHeading heading = placeHeading(m_input.title, {}, m_size.width(), m_type);
        m_picture.texts = std::move(heading.texts);
        m_top = heading.bottom + 0.35 * m_em;
        if (m_input.points.size() < 2) {
            putElided(PlacedText::Kind::Limit, m_input.emptyText, {m_em, m_top + m_em}, m_size.width() - 2 * m_em);
            return;
        }
        m_picture.firstLog = std::log2(double(m_input.ends.first));
        m_picture.lastLog = std::max(std::log2(double(m_input.ends.last)), m_picture.firstLog + 1);
        placeLegend();
        const double half = m_size.width() / 2;
        for (int side = 0; side < SpeedPicture::kSides; ++side)
            placePlot(side, QRectF(side * half, m_top, half, m_size.height() - m_top));
    }

private:
    double value(const SpeedPoint &point, int side) const
    {
        return side == SpeedPicture::Each ? point.speed.decodeTokensPerSecond : point.speed.decodeTokensPerSecondTotal;
    }

    /// An end of the interval: all users together have the same one.
    double intervalEnd(const SpeedPoint &point, double ofEach, int side) const
    {
        return side == SpeedPicture::Each ? ofEach : ofEach * double(point.users);
    }

    bool hasBand() const { return !m_input.isBound && m_input.current.speed.low < m_input.current.speed.high; }

    void placeLegend()
    {
        QString text = m_input.basisText;
        if (!m_input.isBound && hasBand())
            text = text.isEmpty() ? Text::tr("band: 90 % interval") : Text::tr("band: 90 % interval; %1").arg(text);
        if (text.isEmpty())
            return;
        putElided(PlacedText::Kind::Legend, text, {m_em, m_top}, m_size.width() - 2 * m_em);
        m_top += m_type.small.height() + 0.3 * m_em;
    }

    QString headingOf(int side) const
    {
        if (side == SpeedPicture::Each)
            return m_input.isBound ? Text::tr("Tokens/s for each user, at most") : Text::tr("Tokens/s for each user");
        return m_input.isBound ? Text::tr("Tokens/s in all, at most") : Text::tr("Tokens/s in all");
    }

    void placePlot(int side, const QRectF &cell)
    {
        Plot &plot = m_picture.plots[size_t(side)];
        const Type &small = m_type.small;
        const double top = cell.top() + m_type.smallBold.height() + 0.9 * m_em;
        const double bottom = std::max(top + 2 * m_em, cell.bottom() - 1.3 * m_em - 2 * small.height() - 0.1 * m_em);
        double highest = value(m_input.current, side);
        for (const SpeedPoint &point : m_input.points)
            highest =
                std::max({highest, value(point, side), hasBand() ? intervalEnd(point, point.speed.high, side) : 0});
        plot.ticks = AxisTicks::covering(highest, std::clamp(int((bottom - top) / (2.4 * m_em)), 1, 6));
        double labels = 0;
        for (int i = 0; i <= plot.ticks.intervals; ++i)
            labels = std::max(labels, small.width(tickText(plot, i)));
        const double left = cell.left() + m_em + labels + 0.5 * m_em;
        plot.area = QRectF(QPointF(left, top), QPointF(std::max(left + 3 * m_em, cell.right() - 1.2 * m_em), bottom));
        const double headingLeft = left - labels - 0.5 * m_em;
        put(PlacedText::Kind::Category, m_type.smallBold.elided(headingOf(side), plot.area.right() - headingLeft),
            m_type.smallBold, {headingLeft, cell.top() + 0.2 * m_em});
        for (int i = 0; i <= plot.ticks.intervals; ++i) {
            const QString text = tickText(plot, i);
            put(PlacedText::Kind::Tick, text, small,
                {left - 0.5 * m_em - small.width(text), yOf(plot, plot.ticks.step * i) - small.height() / 2});
        }
        placeTicksAcross(plot);
        placeLines(plot, side);
        placeMarks(plot);
        placeLabels(plot, side);
    }

    static QString tickText(const Plot &plot, int tick) { return QLocale().toString(plot.ticks.step * tick, 'f', 0); }

    double yOf(const Plot &plot, double tokens) const
    {
        return plot.area.bottom() - tokens / plot.ticks.top() * plot.area.height();
    }

    void placeTicksAcross(Plot &plot)
    {
        const Type &small = m_type.small;
        const double top = plot.area.bottom() + 0.6 * m_em;
        for (const std::vector<qint64> &choice :
             axisTicks(SweepAxis::Sequences, m_input.ends.first, m_input.ends.last)) {
            double right = 0;
            const bool isTight = std::any_of(choice.begin(), choice.end(), [&](qint64 users) {
                const double half = small.width(axisLabel(SweepAxis::Sequences, users)) / 2;
                const double x = m_picture.xOf(plot, users);
                const bool meets = right > 0 && x - half < right + 0.8 * m_em;
                right = x + half;
                return meets;
            });
            if (isTight)
                continue;
            for (qint64 users : choice) {
                const QString label = axisLabel(SweepAxis::Sequences, users);
                const double x = m_picture.xOf(plot, users);
                plot.tickX.push_back(x);
                put(PlacedText::Kind::Tick, label, small, {x - small.width(label) / 2, top});
            }
            break;
        }
        const QString name = Text::tr("Users at once");
        put(PlacedText::Kind::Unit, name, small,
            {plot.area.center().x() - small.width(name) / 2, top + small.height() + 0.1 * m_em});
    }

    void placeLines(Plot &plot, int side)
    {
        QPolygonF low;
        for (const SpeedPoint &point : m_input.points) {
            const double x = m_picture.xOf(plot, point.users);
            plot.line.append({x, yOf(plot, value(point, side))});
            if (!hasBand())
                continue;
            plot.band.append({x, yOf(plot, intervalEnd(point, point.speed.high, side))});
            low.prepend({x, yOf(plot, intervalEnd(point, point.speed.low, side))});
        }
        plot.band += low;
    }

    void placeMarks(Plot &plot)
    {
        const bool isOn = m_input.mostThatFits > 0 && m_input.isOnAxis(m_input.mostThatFits);
        double end = isOn ? m_picture.xOf(plot, m_input.mostThatFits) : plot.area.right();
        if (isOn)
            plot.endX = end;
        if (m_input.mostThatFits == 0)
            end = plot.area.left() - 1; // no stop of the axis
        if (end < plot.area.right())
            plot.hatched = QRectF(QPointF(std::max(end, plot.area.left()), plot.area.top()), plot.area.bottomRight());
        for (const QPointF &point : plot.line)
            (point.x() <= end ? plot.fits : plot.beyond).append(point);
        if (!plot.fits.isEmpty() && !plot.beyond.isEmpty()) {
            const QPointF at(end, heightAt(plot.line, end));
            plot.fits.append(at);
            plot.beyond.prepend(at);
        }
        const int side = int(&plot - m_picture.plots.data());
        plot.current = QPointF(m_picture.xOf(plot, m_input.current.users), yOf(plot, value(m_input.current, side)));
        if (m_input.handle) {
            plot.handle = QRectF(0, 0, 0.7 * m_em, m_em);
            plot.handle.moveCenter({plot.current.x(), plot.area.bottom()});
        }
    }

    void placeLabels(const Plot &plot, int side)
    {
        const QString number = speedNumber(value(m_input.current, side), QLocale());
        const double gap = 0.45 * m_em;
        const QString total = m_input.isBound ? QStringLiteral("\u2264 ") + number : number;
        const double width = m_type.bodyBold.width(total), height = m_type.bodyBold.height();
        const QPointF at = plot.current;
        const double left = at.x() - gap - width, right = at.x() + gap;
        const double above = at.y() - gap - height, below = at.y() + gap;
        if (side == SpeedPicture::Each)
            placeAtFirst(plot, PlacedText::Kind::Total, total, m_type.bodyBold,
                         {{right, above}, {left, below}, {left, above}, {right, below}});
        else
            placeAtFirst(plot, PlacedText::Kind::Total, total, m_type.bodyBold,
                         {{left, above}, {right, below}, {right, above}, {left, below}});
        if (m_input.crossingText.isEmpty())
            return;
        const double wide = m_type.smallBold.width(m_input.crossingText);
        const double end = plot.endX < 0 ? plot.area.left() : plot.endX;
        std::vector<QPointF> places;
        for (const double y : {plot.area.top() + 0.2 * m_em, plot.area.center().y(),
                               plot.area.bottom() - 1.2 * m_em - m_type.smallBold.height()}) {
            places.push_back({end + gap, y});
            places.push_back({end - gap - wide, y});
        }
        if (side == SpeedPicture::Total)
            std::swap(places[0], places[1]); // that curve leaves the left free
        placeAtFirst(plot, PlacedText::Kind::Crossing, m_input.crossingText, m_type.smallBold, places);
    }

    /// At the first place that is free; left out where there is none.
    void placeAtFirst(const Plot &plot, PlacedText::Kind kind, const QString &text, const Type &type,
                      const std::vector<QPointF> &places)
    {
        for (QPointF place : places) {
            PlacedText placed = type.placed(kind, text, place);
            if (!isFree(plot, placed.rect))
                continue;
            placed.plate = true;
            m_picture.texts.push_back(placed);
            return;
        }
    }

    bool isFree(const Plot &plot, const QRectF &rect) const
    {
        if (!plot.area.adjusted(0, -0.6 * m_em, 0, 0).contains(rect)
            || rect.adjusted(-5, -5, 5, 5).contains(plot.current)
            || (plot.endX >= 0 && plot.endX > rect.left() - 4 && plot.endX < rect.right() + 4))
            return false;
        return std::none_of(m_picture.texts.begin(), m_picture.texts.end(),
                            [&](const PlacedText &text) { return text.rect.adjusted(-7, 0, 7, 0).intersects(rect); });
    }

    void put(PlacedText::Kind kind, const QString &text, const Type &type, QPointF topLeft)
    {
        m_picture.texts.push_back(type.placed(kind, text, topLeft));
    }

    void putElided(PlacedText::Kind kind, const QString &text, QPointF topLeft, double room)
    {
        put(kind, m_type.small.elided(text, room), m_type.small, topLeft);
    }

    const SpeedInput &m_input;
    const QSizeF m_size;
    const TypeScale &m_type;
    const double m_em = m_type.em;
    SpeedPicture &m_picture;
    double m_top = 0;
};

} // namespace

double SpeedPicture::xOf(const Plot &plot, qint64 users) const
{
    const double share = (std::log2(double(std::max<qint64>(users, 1))) - firstLog) / (lastLog - firstLog);
    return plot.area.left() + share * plot.area.width();
}

double SpeedPicture::logAt(QPointF position) const
{
    const Plot &second = plots[Total];
    const Plot &plot = plots[position.x() < second.area.left() ? Each : Total];
    return firstLog + (position.x() - plot.area.left()) / plot.area.width() * (lastLog - firstLog);
}

bool SpeedPicture::isHandleAt(QPointF position) const
{
    return std::any_of(plots.begin(), plots.end(), [position](const Plot &plot) {
        const double reach = std::max(6.0, plot.handle.width());
        return !plot.handle.isNull()
               && QRectF(QPointF(plot.current.x() - reach, plot.current.y() - reach),
                         QPointF(plot.current.x() + reach, plot.handle.bottom()))
                      .contains(position);
    });
}

SpeedPicture layOut(const SpeedInput &input, QSizeF size, const TypeScale &type)
{
    SpeedPicture picture;
    SpeedLayout(input, size, type, picture).make();
    return picture;
}

} // namespace plimsoll
