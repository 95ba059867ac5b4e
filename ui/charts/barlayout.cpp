// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/barlayout.h"

#include "core/units/sizeformat.h"
#include "ui/charts/loadlinechoice.h"

#include <QCoreApplication>
#include <QFontInfo>
#include <QFontMetricsF>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace plimsoll {

namespace {

/// The plan's own load line is drawn on the scale up to this many times the tallest bar; further off it
/// would press the bars flat, so only its label stands at the top.
constexpr double kLineReach = 4.0;

class Layout
{
public:
    Layout(const BarInput &input, QSizeF size, const QFont &font)
        : m_input(input)
        , m_size(size)
        , m_type(font)
    {
    }

    BarPicture make()
    {
        m_picture.stroke = std::max(1.0, m_em / 18);
        placeRows();
        chooseScale();
        chooseLines();
        placePlotSides();
        placeTicks();
        placeLoadLines();
        chooseLabels();
        for (size_t i = 0; i < m_input.columns.size(); ++i)
            placeColumn(int(i));
        return m_picture;
    }

private:
    double yOf(double value) const
    {
        return m_picture.plot.bottom() - value / m_picture.ticks.top() * m_picture.plot.height();
    }

    const Type &lineType(bool own) const { return own ? m_type.smallBold : m_type.small; }

    PlacedText &put(PlacedText::Kind kind, const QString &text, const Type &type, QPointF topLeft)
    {
        m_picture.texts.push_back(type.placed(kind, text, topLeft));
        return m_picture.texts.back();
    }

    PlacedText &putCentred(PlacedText::Kind kind, const QString &text, const Type &type, double x, double top)
    {
        return put(kind, text, type, QPointF(x - type.width(text) / 2, top));
    }

    void placeRows()
    {
        const std::vector<Item> legend = m_input.legend ? m_input.items() : std::vector<Item>();
        ChartHeading heading = placeHeading(m_input.title, legend, m_size.width(), m_type);
        m_picture.texts = std::move(heading.texts);
        m_picture.swatches = std::move(heading.swatches);
        m_unitTop = heading.bottom + 0.45 * m_em;
        const double plotTop = m_unitTop + m_type.small.height() + 0.2 * m_em + m_type.small.height() / 2;
        double labels = 0.45 * m_em + m_type.body.height();
        if (hasNotes())
            labels += 0.1 * m_em + m_type.small.height();
        const double plotBottom = std::max(plotTop + 2 * m_em, m_size.height() - 0.7 * m_em - labels);
        m_picture.plot = QRectF(QPointF(0, plotTop), QPointF(1, plotBottom));
    }

    bool hasNotes() const
    {
        return std::any_of(m_input.columns.begin(), m_input.columns.end(),
                           [](const BarColumn &column) { return !column.note.isEmpty(); });
    }

    double tallest() const
    {
        double value = 0;
        for (const BarColumn &column : m_input.columns)
            value = std::max(value, m_input.inUnit(column.items.total()));
        return value;
    }

    void chooseScale()
    {
        const double height = m_picture.plot.height();
        // Above the tallest bar there is room for its total and the mark of the chosen one.
        const double labelRoom = m_type.bodyBold.height() + 0.6 * m_em;
        double needed = tallest() * height / std::max(height - labelRoom, height / 4);
        const double own = m_input.inUnit(m_input.capacity.own);
        if (own > 0 && own <= kLineReach * tallest())
            needed = std::max(needed, own);
        for (const BarColumn &column : m_input.columns) {
            if (m_input.inUnit(column.capacity) <= kLineReach * tallest())
                needed = std::max(needed, m_input.inUnit(column.capacity));
        }
        const int intervals = std::clamp(int(height / (2.6 * m_em)), 1, 8);
        m_picture.ticks = AxisTicks::covering(needed, intervals);
    }

    void chooseLines()
    {
        const bool anyChosen = m_input.chosen >= 0 && m_input.chosen < int(m_input.columns.size());
        const Bytes load = anyChosen ? m_input.columns[size_t(m_input.chosen)].items.total() : Bytes::max();
        m_lines = chooseLoadLines(m_input.capacity, load, m_input.unit, m_picture.ticks.top(),
                                  (m_type.smallBold.height() + 1) / m_picture.plot.height());
        m_ownIsOffScale = !m_lines.empty() && m_lines.front().offScale;
    }

    double labelY(double value) const { return std::max(yOf(value), m_picture.plot.top()); }

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
        m_picture.plot.setRight(std::max(plotLeft + 4 * m_em, m_size.width() - m_em - right));
        if (!m_input.columns.empty()) {
            const double column = m_picture.plot.width() / double(m_input.columns.size());
            // Narrow columns give their bars more, so that the numbers in them have room.
            const double share = std::clamp(2.9 * m_em / column, 0.5, 0.66);
            m_picture.barWidth = std::min(share, 9.5 * m_em / column);
        }
    }

    QString tickLabel(int tick) const { return QLocale().toString(m_picture.ticks.step * tick, 'f', 0); }

    void placeTicks()
    {
        const double right = m_picture.plot.left() - 0.5 * m_em;
        const QString unit = unitName(m_input.unit);
        put(PlacedText::Kind::Unit, unit, m_type.small, QPointF(right - m_type.small.width(unit), m_unitTop));
        for (int i = 0; i <= m_picture.ticks.intervals; ++i) {
            const QString label = tickLabel(i);
            put(PlacedText::Kind::Tick, label, m_type.small,
                QPointF(right - m_type.small.width(label), yOf(m_picture.ticks.step * i) - m_type.small.height() / 2));
        }
    }

    void placeLoadLines()
    {
        for (const ChosenLine &line : m_lines) {
            const Type &type = lineType(line.own);
            put(PlacedText::Kind::LoadLine, line.label, type,
                QPointF(m_picture.plot.right() + 0.5 * m_em, labelY(line.value) - type.height() / 2));
            if (!line.offScale)
                m_picture.lines.push_back({yOf(line.value), line.gpus, line.own});
        }
    }

    /// Whether a load line comes nearer than `gap` to the span.
    bool lineAcross(double top, double bottom, double gap) const
    {
        const auto across = [&](double y) { return y > top - gap && y < bottom + gap; };
        return (m_columnLine >= 0 && across(m_columnLine))
               || std::any_of(m_picture.lines.begin(), m_picture.lines.end(),
                              [&](const PlacedLoadLine &line) { return across(line.y); });
    }

    void placeColumn(int index)
    {
        const BarColumn &column = m_input.columns[size_t(index)];
        const double width = m_picture.plot.width() / double(m_input.columns.size());
        const double left = m_picture.plot.left() + width * index;
        PlacedColumn placed;
        placed.area = QRectF(QPointF(left, m_picture.plot.top()), QPointF(left + width, m_size.height() - 0.35 * m_em));
        const double barLeft = left + width * (1 - m_picture.barWidth) / 2;
        const double barRight = barLeft + width * m_picture.barWidth;
        const double top = yOf(m_input.inUnit(column.items.total()));
        placed.bar = QRectF(QPointF(barLeft, top), QPointF(barRight, m_picture.plot.bottom()));

        if (m_input.capacity.own == Bytes() && column.capacity > Bytes()
            && m_input.inUnit(column.capacity) <= m_picture.ticks.top())
            placed.ownLine = yOf(m_input.inUnit(column.capacity));
        m_columnLine = placed.ownLine;
        placeSegments(column, placed);
        const Bytes capacity = capacityOf(column);
        if (capacity > Bytes() && column.items.total() > capacity)
            placed.hatched = QRectF(placed.bar.topLeft(), QPointF(barRight, yOf(m_input.inUnit(capacity))));
        const QRectF total = placeTotal(column, placed);
        if (index == m_input.chosen) {
            const double pad = std::min(0.4 * m_em, width * (1 - m_picture.barWidth) / 4);
            m_picture.chosen = placed.bar.united(total).adjusted(-pad, -0.25 * m_em, pad, 0.3 * m_em);
        }
        placeLabels(index, placed.area);
        m_picture.columns.push_back(std::move(placed));
    }

    /// The load line that a bar has to stay below; 0 = none on the scale.
    Bytes capacityOf(const BarColumn &column) const
    {
        if (m_input.capacity.own > Bytes())
            return m_ownIsOffScale ? Bytes() : m_input.capacity.own;
        return column.capacity;
    }

    void placeSegments(const BarColumn &column, PlacedColumn &placed)
    {
        double below = 0;
        for (int i = 0; i < kItemCount; ++i) {
            const Bytes size = column.items.bytes[size_t(i)];
            if (size <= Bytes())
                continue;
            const double above = below + m_input.inUnit(size);
            const QRectF rect(QPointF(placed.bar.left(), yOf(above)), QPointF(placed.bar.right(), yOf(below)));
            placed.segments.push_back({Item(i), rect});
            placeSegmentLabel(Item(i), size, rect, capacityOf(column));
            below = above;
        }
    }

    /// In the middle of its segment, or as near to it as the load lines allow; left out where there is no room.
    void placeSegmentLabel(Item item, Bytes size, const QRectF &rect, Bytes capacity)
    {
        const QString text = barNumber(size, m_input.unit);
        const double height = m_type.smallBold.height();
        if (rect.height() < height + 2 || rect.width() < m_type.smallBold.width(text) + 4)
            return;
        const double gap = 1.5;
        const double middle = rect.center().y() - height / 2;
        const double room = rect.height() / 2 - height / 2 - 1;
        for (double shift = 0; shift <= std::min(room, 2.5 * height); shift += 1) {
            for (double top : {middle - shift, middle + shift}) {
                if (lineAcross(top, top + height, gap))
                    continue;
                PlacedText &placed =
                    putCentred(PlacedText::Kind::Segment, text, m_type.smallBold, rect.center().x(), top);
                placed.item = item;
                placed.plate = capacity > Bytes() && top < yOf(m_input.inUnit(capacity));
                return;
            }
        }
    }

    /// Right above its bar. A load line in the way is covered: moved over the line, the number would seem beyond it.
    QRectF placeTotal(const BarColumn &column, const PlacedColumn &placed)
    {
        const QString text = barNumber(column.items.total(), m_input.unit);
        if (m_type.bodyBold.width(text) > placed.area.width())
            return QRectF(placed.bar.topLeft(), QSizeF(placed.bar.width(), 0)); // millions: the tool tip has them
        const double height = m_type.bodyBold.height();
        const double top = placed.bar.top() - 0.15 * m_em - height;
        PlacedText &total = putCentred(PlacedText::Kind::Total, text, m_type.bodyBold, placed.bar.center().x(), top);
        total.plate = lineAcross(top, top + height, 1.5);
        return total.rect;
    }

    /// What stands under the bars is short or long for all of them alike.
    void chooseLabels()
    {
        const double room = labelRoom();
        for (const BarColumn &column : m_input.columns) {
            if (m_type.bodyBold.width(column.name) + m_asGap + m_type.small.width(column.as) > room)
                m_showAs = false;
            if (m_type.small.width(column.note) > room)
                m_wholeNotes = false;
        }
    }

    double labelRoom() const
    {
        return m_picture.plot.width() / double(std::max(m_input.columns.size(), size_t(1))) - 0.4 * m_em;
    }

    void placeLabels(int index, const QRectF &area)
    {
        const BarColumn &column = m_input.columns[size_t(index)];
        const Type &type = index == m_input.chosen ? m_type.bodyBold : m_type.body;
        const double room = labelRoom();
        const double top = m_picture.plot.bottom() + 0.45 * m_em;
        const QString name = type.elided(column.name, room);
        const bool withAs = m_showAs && !column.as.isEmpty();
        const double asWidth = m_asGap + m_type.small.width(column.as);
        const double left = area.center().x() - (type.width(name) + (withAs ? asWidth : 0)) / 2;
        put(PlacedText::Kind::Category, name, type, QPointF(left, top));
        if (withAs) {
            put(PlacedText::Kind::CategoryAs, column.as, m_type.small,
                QPointF(left + type.width(name) + m_asGap,
                        top + type.metrics.ascent() - m_type.small.metrics.ascent()));
        }
        const QString &note = m_wholeNotes ? column.note : column.shortNote;
        if (!note.isEmpty()) {
            putCentred(PlacedText::Kind::Note, m_type.small.elided(note, room), m_type.small, area.center().x(),
                       top + m_type.body.height() + 0.1 * m_em);
        }
    }

    const BarInput &m_input;
    QSizeF m_size;
    TypeScale m_type;
    const double m_em = m_type.em;
    double m_asGap = 0.35 * m_em; ///< between the name of a precision and the engine's name for it
    bool m_showAs = true, m_wholeNotes = true;
    double m_unitTop = 0;
    std::vector<ChosenLine> m_lines;
    bool m_ownIsOffScale = false;
    double m_columnLine = -1; ///< the own load line of the bar being placed
    BarPicture m_picture;
};

} // namespace

BarPicture layOut(const BarInput &input, QSizeF size, const QFont &font)
{
    return Layout(input, size, font).make();
}

} // namespace plimsoll
