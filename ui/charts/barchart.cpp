// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/barchart.h"

#include "ui/charts/baroverlay.h"

#include <QBarCategoryAxis>
#include <QBarSet>
#include <QChart>
#include <QStackedBarSeries>
#include <QValueAxis>

namespace plimsoll {

BarChart::BarChart(QObject *parent)
    : PlotChart(parent)
    , m_series(new QStackedBarSeries(chart()))
    , m_categories(new QBarCategoryAxis(chart()))
{
    for (QBarSet *&set : m_sets) {
        set = new QBarSet(QString(), m_series);
        m_series->append(set);
    }
    chart()->addSeries(m_series);
    addAxisAcross(m_categories);
    m_series->attachAxis(m_categories);
    m_series->attachAxis(axisUp());
    m_ground = new BarOverlay(BarOverlay::Layer::Ground, &m_picture);
    finish(m_ground, new BarOverlay(BarOverlay::Layer::Top, &m_picture));
}

BarChart::~BarChart() = default;

void BarChart::takeValues(const ChartValues &values)
{
    m_input = inputFrom(values);
    const int columns = int(m_input.columns.size());
    if (m_categories->count() != columns) {
        // The axis drops a category with a name it already has, so these are numbers; the names are written over the
        // chart.
        QStringList names;
        for (int i = 0; i < columns; ++i)
            names << QString::number(i);
        m_categories->setCategories(names);
    }
    for (int item = 0; item < kItemCount; ++item) {
        QBarSet *set = m_sets[size_t(item)];
        QList<qreal> sizes;
        for (const BarColumn &column : m_input.columns)
            sizes << m_input.inUnit(column.items.bytes[size_t(item)]);
        if (set->count() != columns) {
            set->remove(0, set->count());
            set->append(sizes);
            continue;
        }
        // Each replacement lays the whole series out again.
        for (int i = 0; i < columns; ++i) {
            if (set->at(i) != sizes[i])
                set->replace(i, sizes[i]);
        }
    }
}

void BarChart::colourSeries(Theme theme)
{
    for (int i = 0; i < kItemCount; ++i) {
        m_sets[size_t(i)]->setBrush(theme.itemFill(Item(i)));
        m_sets[size_t(i)]->setPen(Qt::NoPen);
    }
}

const PlotPicture &BarChart::layOutAnew(QSizeF size, const TypeScale &type, bool legend)
{
    m_input.legend = legend;
    m_picture = layOut(m_input, size, type);
    m_series->setBarWidth(m_picture.barWidth);
    return m_picture;
}

int BarChart::targetAt(QPointF position) const
{
    for (size_t i = 0; i < m_picture.columns.size(); ++i) {
        if (m_picture.columns[i].area.contains(position))
            return int(i);
    }
    return -1;
}

QRectF BarChart::targetRect(int target) const
{
    return isTarget(target) ? m_picture.columns[size_t(target)].area : QRectF();
}

QString BarChart::targetText(int target) const
{
    return isTarget(target) ? m_input.columnText(target) : QString();
}

void BarChart::showHighlighted(int target)
{
    m_ground->setHighlighted(target);
}

} // namespace plimsoll
