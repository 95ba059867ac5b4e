// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/waterfalllayout.h"

#include <QLocale>

#include <algorithm>

namespace plimsoll {

namespace {

constexpr double kLabelShare = 0.34; ///< of the width that labels may take
constexpr double kBarShare = 0.62;   ///< of a row that its bar takes
constexpr double kLineReach = 3.0;   ///< a load line is drawn up to this many times the highest value
constexpr double kRowEms = 1.65;     ///< height of a row that has room

class WaterfallLayout
{
public:
    WaterfallLayout(const WaterfallInput &input, QSizeF size, const TypeScale &type, WaterfallPicture &picture)
        : m_input(input)
        , m_size(size)
        , m_type(type)
        , m_picture(picture)
    {
    }

    void make()
    {
        m_picture.stroke = std::max(1.0, m_em / 18);
        ChartHeading heading;
        if (!m_input.title.isEmpty())
            heading = placeHeading(m_input.title, {}, m_size.width(), m_type);
        m_picture.texts = std::move(heading.texts);
        const double lineRow = m_input.capacity > Bytes() ? m_type.smallBold.height() + 0.2 * m_em : 0;
        const double top = heading.bottom + 0.45 * m_em + lineRow;
        const double bottom = std::max(top + m_em, m_size.height() - 0.8 * m_em - m_type.small.height());
        placeSides(top, bottom);
        placeAxis();
        placeLoadLine();
        for (int row = 0; row < m_input.rowCount(); ++row)
            placeRow(row);
    }

private:
    double xOf(Bytes size) const
    {
        return m_picture.plot.left() + inUnit(size, m_input.unit) / m_picture.ticks.top() * m_picture.plot.width();
    }

    double highest() const
    {
        Bytes most = m_input.total.total();
        for (const WaterfallRow &row : m_input.rows)
            most = std::max(most, row.after);
        return inUnit(most, m_input.unit);
    }

    QString runningText(int row) const
    {
        return QStringLiteral("= ")
               + (row < int(m_input.rows.size()) ? m_input.rows[size_t(row)].running : m_input.running);
    }

    /// Labels at the left, then the plot with room for the change behind the longest bar, the sums at the right.
    void placeSides(double top, double bottom)
    {
        double labels = m_type.bodyBold.width(m_input.totalLabel), changes = 0, sums = 0;
        for (const WaterfallRow &row : m_input.rows) {
            labels = std::max(labels, m_type.body.width(row.label));
            changes = std::max(changes, m_type.small.width(row.change));
        }
        for (int row = 0; row < m_input.rowCount(); ++row)
            sums = std::max(sums, m_type.bodyBold.width(runningText(row)));
        m_labelWidth = std::min(labels, kLabelShare * m_size.width());
        const double left = 1.6 * m_em + m_labelWidth;
        const double right = m_size.width() - m_em - sums - 0.6 * m_em;
        m_picture.plot = QRectF(QPointF(left, top), QPointF(std::max(left + 2 * m_em, right), bottom));
        const double room = std::max(m_picture.plot.width() - changes - 0.6 * m_em, m_picture.plot.width() / 3);
        double needed = highest() * m_picture.plot.width() / room;
        const double capacity = inUnit(m_input.capacity, m_input.unit);
        if (capacity <= kLineReach * highest())
            needed = std::max(needed, capacity);
        m_picture.ticks = AxisTicks::covering(needed, std::clamp(int(m_picture.plot.width() / (4 * m_em)), 1, 8));
    }

    void placeAxis()
    {
        const double top = m_picture.plot.bottom() + 0.3 * m_em;
        for (int i = 0; i <= m_picture.ticks.intervals; ++i) {
            const QString label = QLocale().toString(m_picture.ticks.step * i, 'f', 0);
            const double x = m_picture.plot.left() + m_picture.plot.width() * i / m_picture.ticks.intervals;
            m_picture.texts.push_back(
                m_type.small.placed(PlacedText::Kind::Tick, label, {x - m_type.small.width(label) / 2, top}));
        }
        const QString unit = unitName(m_input.unit);
        m_picture.texts.push_back(
            m_type.small.placed(PlacedText::Kind::Unit, unit, {m_size.width() - m_em - m_type.small.width(unit), top}));
    }

    void placeLoadLine()
    {
        if (m_input.capacity <= Bytes())
            return;
        const bool onScale = inUnit(m_input.capacity, m_input.unit) <= m_picture.ticks.top();
        const double x = onScale ? xOf(m_input.capacity) : m_picture.plot.right();
        m_picture.loadLine = onScale ? x : -1;
        const QString name = onScale ? m_input.capacityName : m_input.capacityName + QStringLiteral(" \u2192");
        const double width = m_type.smallBold.width(name);
        const double left = std::clamp(x - width / 2, m_em, std::max(m_em, m_size.width() - m_em - width));
        m_picture.texts.push_back(m_type.smallBold.placed(
            PlacedText::Kind::LoadLine, name, {left, m_picture.plot.top() - 0.15 * m_em - m_type.smallBold.height()}));
    }

    void placeRow(int index)
    {
        const double height = m_picture.plot.height() / m_input.rowCount();
        const double top = m_picture.plot.top() + height * index;
        const double barHeight = std::min(kBarShare * height, 1.9 * m_em);
        const double barTop = top + (height - barHeight) / 2;
        PlacedStep step;
        step.area = QRectF(0.4 * m_em, top, m_size.width() - 0.8 * m_em, height);
        std::vector<PlacedText> texts;
        const bool hasTexts = height >= m_type.small.height();
        if (index < int(m_input.rows.size())) {
            const WaterfallRow &row = m_input.rows[size_t(index)];
            const double from = xOf(std::min(row.before, row.after)), to = xOf(std::max(row.before, row.after));
            // A step too small to see is still a line.
            step.bar = QRectF(from, barTop, std::max(to - from, 1.5 * m_picture.stroke), barHeight);
            step.takesAway = row.after < row.before;
            const double end = xOf(row.after);
            step.joint = QLineF(end, barTop + barHeight, end, barTop + height);
            if (hasTexts) {
                placeLabel(texts, row.label, m_type.body, step.area);
                texts.push_back(m_type.small.placed(
                    PlacedText::Kind::Category, row.change,
                    {step.bar.right() + 0.4 * m_em, step.area.center().y() - m_type.small.height() / 2}));
                texts.back().plate = true; // grid and load line may run below it
                placeSum(texts, index, m_type.body, step.area);
            }
        } else {
            Bytes below;
            for (Item item : presentItems(m_input.total)) {
                const Bytes above = below + m_input.total[item];
                step.segments.push_back({item, QRectF(xOf(below), barTop, xOf(above) - xOf(below), barHeight)});
                below = above;
            }
            if (hasTexts) {
                placeLabel(texts, m_input.totalLabel, m_type.bodyBold, step.area);
                placeSum(texts, index, m_type.bodyBold, step.area);
            }
        }
        m_picture.steps.push_back(std::move(step));
        m_picture.stepTexts.push_back(std::move(texts));
    }

    void placeLabel(std::vector<PlacedText> &texts, const QString &label, const Type &type, const QRectF &area) const
    {
        texts.push_back(type.placed(PlacedText::Kind::Category, type.elided(label, m_labelWidth),
                                    {m_em, area.center().y() - type.height() / 2}));
    }

    void placeSum(std::vector<PlacedText> &texts, int row, const Type &type, const QRectF &area) const
    {
        const QString text = runningText(row);
        texts.push_back(type.placed(PlacedText::Kind::Total, text,
                                    {m_size.width() - m_em - type.width(text), area.center().y() - type.height() / 2}));
    }

    const WaterfallInput &m_input;
    const QSizeF m_size;
    const TypeScale &m_type;
    const double m_em = m_type.em;
    WaterfallPicture &m_picture;
    double m_labelWidth = 0;
};

} // namespace

WaterfallPicture layOut(const WaterfallInput &input, QSizeF size, const TypeScale &type)
{
    WaterfallPicture picture;
    WaterfallLayout(input, size, type, picture).make();
    return picture;
}

double waterfallHeight(int rows, const QFont &font)
{
    return TypeScale(font).em * (4 + kRowEms * rows);
}

} // namespace plimsoll
