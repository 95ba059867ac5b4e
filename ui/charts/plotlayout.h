// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/loadlinechoice.h"
#include "ui/charts/plotpicture.h"

#include <QFont>
#include <QSizeF>

#include <vector>

namespace plimsoll {

/// Lays out what every chart of sizes has: title and legend, the axis of sizes, the load lines. A layout of one kind
/// of chart derives from it, calls the steps in this order and places the rest between them.
class PlotLayout
{
protected:
    /// `picture` is written, step by step.
    PlotLayout(PlotPicture &picture, SizeUnit unit, QSizeF size, const TypeScale &type);

    /// Title, legend and unit; the plot gets its top, and its bottom above `labels` pixels of labels.
    void placeRows(const QString &title, const std::vector<Item> &legend, double labels);
    /// An axis that holds `highest` with room above it, and those capacities that are not far beyond it.
    void chooseScale(double highest, double roomAbove, const std::vector<double> &capacities);
    /// `load` is what the most telling line carries.
    void chooseLines(const CapacityLines &capacity, Bytes load);
    /// Left of the plot the numbers of the axis, right of it those of the load lines, at least `leastRight` pixels.
    void placeSides(double leastRight);
    void placeTicks();
    void placeLoadLines();

    double yOf(double value) const;
    double yOf(Bytes size) const { return yOf(inUnit(size, m_unit)); }
    PlacedText &put(const PlacedText &text);
    PlacedText &put(PlacedText::Kind kind, const QString &text, const Type &type, QPointF topLeft);
    /// The plan's own load line is above the axis.
    bool ownIsOffScale() const { return !m_lines.empty() && m_lines.front().offScale; }

    /// Of the row with the unit, right above the plot.
    double unitTop() const { return m_unitTop; }

    const QSizeF m_size;
    const SizeUnit m_unit;
    const TypeScale &m_type;
    const double m_em = m_type.em;

private:
    const Type &lineType(bool own) const { return own ? m_type.smallBold : m_type.small; }
    QString tickLabel(int tick) const;

    PlotPicture &m_frame;
    std::vector<ChosenLine> m_lines;
    double m_unitTop = 0;
};

} // namespace plimsoll
