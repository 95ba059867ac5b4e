// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/barlayout.h"

#include "ui/charts/plotlayout.h"

#include <QCoreApplication>

#include <algorithm>

namespace plimsoll {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(BarChart)
};

/// Thin lines that a whisker must be long for its ends to be told apart.
constexpr double kLeastWhisker = 8;
/// Lines of text that a column must be wide for a part of its name to say something.
constexpr double kLeastNameRoom = 5.5;

class BarLayout : PlotLayout
{
public:
    BarLayout(const BarInput &input, QSizeF size, const TypeScale &type, BarPicture &picture)
        : PlotLayout(picture, input.unit, size, type)
        , m_input(input)
        , m_picture(picture)
    {
    }

    void make()
    {
        m_nameLines = linesForNames();
        double labels = 0.45 * m_em + m_nameLines * m_type.body.height();
        if (hasNotes())
            labels += 0.1 * m_em + m_type.small.height();
        placeRows(m_input.title, m_input.legend ? m_input.items() : std::vector<Item>(), labels);
        // Above the tallest bar there is room for its total and the mark of the chosen one.
        chooseScale(tallest(), m_type.bodyBold.height() + 0.6 * m_em, capacities());
        const bool anyChosen = m_input.chosen >= 0 && m_input.chosen < int(m_input.columns.size());
        chooseLines(m_input.capacity, anyChosen ? m_input.columns[size_t(m_input.chosen)].items.total() : Bytes::max());
        placeSides(m_em);
        chooseBarWidth();
        placeTicks();
        placeSignsNote();
        placeLoadLines();
        chooseLabels();
        for (size_t i = 0; i < m_input.columns.size(); ++i)
            placeColumn(int(i));
    }

private:
    PlacedText &putCentred(PlacedText::Kind kind, const QString &text, const Type &type, double x, double top)
    {
        return put(kind, text, type, QPointF(x - type.width(text) / 2, top));
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
            value = std::max(value, m_input.inUnit(std::max(column.items.total(), column.high)));
        return value;
    }

    std::vector<double> capacities() const
    {
        std::vector<double> capacities{m_input.inUnit(m_input.capacity.own)};
        for (const BarColumn &column : m_input.columns)
            capacities.push_back(m_input.inUnit(column.capacity));
        return capacities;
    }

    void chooseBarWidth()
    {
        if (m_input.columns.empty())
            return;
        const double column = m_picture.plot.width() / double(m_input.columns.size());
        // Narrow columns give their bars more, so that the numbers in them have room.
        const double share = std::clamp(2.9 * m_em / column, 0.5, 0.66);
        m_picture.barWidth = std::min(share, 9.5 * m_em / column);
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
        const double top = yOf(column.items.total());
        placed.bar = QRectF(QPointF(barLeft, top), QPointF(barRight, m_picture.plot.bottom()));

        if (hasOwnLine(column))
            placed.ownLine = yOf(column.capacity);
        m_columnLine = placed.ownLine;
        placeSegments(column, placed);
        placed.whisker = whiskerOf(column, placed.bar);
        const Bytes capacity = capacityOf(column);
        if (capacity > Bytes() && column.items.total() > capacity)
            placed.hatched = QRectF(placed.bar.topLeft(), QPointF(barRight, yOf(capacity)));
        const QRectF total = placeTotal(column, placed);
        if (index == m_input.chosen) {
            const double pad = std::min(0.4 * m_em, width * (1 - m_picture.barWidth) / 4);
            m_picture.chosen =
                placed.bar.united(total).united(placed.whisker).adjusted(-pad, -0.25 * m_em, pad, 0.3 * m_em);
        }
        placeLabels(index, placed.area);
        m_picture.columns.push_back(std::move(placed));
    }

    /// Near the right edge of its bar, where no number stands.
    QRectF whiskerOf(const BarColumn &column, const QRectF &bar) const
    {
        if (column.low >= column.high)
            return {};
        const double width = std::min(0.5 * m_em, bar.width() / 5);
        const double centre = bar.right() - 0.2 * m_em - width / 2;
        const QRectF whisker(QPointF(centre - width / 2, yOf(column.high)),
                             QPointF(centre + width / 2, yOf(column.low)));
        return whisker.height() < kLeastWhisker * m_picture.stroke ? QRectF() : whisker;
    }

    /// What the whiskers and the lines of single bars are, beside the unit, where there are any.
    void placeSignsNote()
    {
        const auto &columns = m_input.columns;
        QStringList notes;
        if (!m_input.lineNote.isEmpty()
            && std::any_of(columns.begin(), columns.end(), [this](const auto &column) { return hasOwnLine(column); }))
            notes << m_input.lineNote;
        if (std::any_of(columns.begin(), columns.end(),
                        [this](const auto &column) { return !whiskerOf(column, m_picture.plot).isNull(); }))
            notes << Text::tr("whiskers: 90 % interval");
        const QString note = notes.join(QStringLiteral(" \u00b7 "));
        if (!note.isEmpty() && m_type.small.width(note) < m_picture.plot.width())
            put(PlacedText::Kind::Legend, note, m_type.small,
                QPointF(m_picture.plot.right() - m_type.small.width(note), unitTop()));
    }

    bool hasOwnLine(const BarColumn &column) const
    {
        return m_input.capacity.own == Bytes() && column.capacity > Bytes()
               && m_input.inUnit(column.capacity) <= m_picture.ticks.top();
    }

    /// The load line that a bar has to stay below; 0 = none on the scale.
    Bytes capacityOf(const BarColumn &column) const
    {
        if (m_input.capacity.own > Bytes())
            return ownIsOffScale() ? Bytes() : m_input.capacity.own;
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
                placed.plate = capacity > Bytes() && top < yOf(capacity);
                return;
            }
        }
    }

    /// Right above its bar, beside the whisker, or above that where the bar is too narrow for both. A load line in the
    /// way is covered: moved over the line, the number would seem beyond it.
    QRectF placeTotal(const BarColumn &column, const PlacedColumn &placed)
    {
        const QString text = barNumber(column.items.total(), m_input.unit);
        if (column.isAbsent || m_type.bodyBold.width(text) > placed.area.width())
            return QRectF(placed.bar.topLeft(), QSizeF(placed.bar.width(), 0)); // millions: the tool tip has them
        const double height = m_type.bodyBold.height();
        const double right = placed.bar.center().x() + m_type.bodyBold.width(text) / 2;
        const bool besideWhisker = placed.whisker.isNull() || right + 0.2 * m_em < placed.whisker.left();
        const double top = (besideWhisker ? placed.bar.top() : placed.whisker.top()) - 0.15 * m_em - height;
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
            const bool tight = room < kLeastNameRoom * m_em && !m_input.legend; // a figure has no table beside it
            if (tight && !column.shortName.isEmpty() && !fitsIn(nameLines(column.name, m_type.bodyBold, room), room))
                m_wholeNames = false;
        }
    }

    /// A name in as many lines as it may take, broken at a space.
    QStringList nameLines(const QString &name, const Type &type, double room) const
    {
        qsizetype end = type.width(name) <= room || m_nameLines < 2 ? -1 : name.indexOf(QLatin1Char(' '));
        if (end < 0)
            return {name};
        for (qsizetype next = end; next >= 0 && type.width(name.left(next)) <= room;
             next = name.indexOf(QLatin1Char(' '), next + 1))
            end = next;
        return {name.left(end), name.mid(end + 1)};
    }

    /// Before the sides of the plot are known: as if they were wide.
    int linesForNames() const
    {
        const double room = (m_size.width() - 10 * m_em) / double(std::max(m_input.columns.size(), size_t(1)));
        const bool oneDoes = std::all_of(m_input.columns.begin(), m_input.columns.end(), [&](const BarColumn &column) {
            return m_type.bodyBold.width(column.name) <= room;
        });
        return oneDoes ? 1 : m_input.nameLines;
    }

    bool fitsIn(const QStringList &lines, double room) const
    {
        return std::all_of(lines.begin(), lines.end(),
                           [&](const QString &line) { return m_type.bodyBold.width(line) <= room; });
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
        const bool whole = m_wholeNames || column.shortName.isEmpty();
        const QStringList lines = whole ? nameLines(column.name, type, room) : QStringList{column.shortName};
        const QString name = type.elided(lines.first(), room);
        if (lines.size() > 1) {
            putCentred(PlacedText::Kind::Category, type.elided(lines.last(), room), type, area.center().x(),
                       top + type.height());
        }
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
                       top + m_nameLines * m_type.body.height() + 0.1 * m_em);
        }
    }

    const BarInput &m_input;
    BarPicture &m_picture;
    const double m_asGap = 0.35 * m_em; ///< between the name of a precision and the engine's name for it
    bool m_showAs = true, m_wholeNotes = true, m_wholeNames = true;
    int m_nameLines = 1;      ///< that names take, at most
    double m_columnLine = -1; ///< the own load line of the bar being placed
};

} // namespace

BarPicture layOut(const BarInput &input, QSizeF size, const TypeScale &type)
{
    BarPicture picture;
    BarLayout(input, size, type, picture).make();
    return picture;
}

} // namespace plimsoll
