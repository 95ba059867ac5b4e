// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/barchart.h"

#include "ui/charts/baroverlay.h"

#include <QBarCategoryAxis>
#include <QBarSet>
#include <QChart>
#include <QGraphicsLayout>
#include <QLegend>
#include <QStackedBarSeries>
#include <QValueAxis>

namespace plimsoll {

BarChart::BarChart(QObject *parent)
    : ChartPanel(parent)
    , m_chart(new QChart)
    , m_series(new QStackedBarSeries(m_chart))
    , m_categories(new QBarCategoryAxis(m_chart))
    , m_axis(new QValueAxis(m_chart))
{
    // Its own ground and axes would follow a new size only with the next turn of the event loop.
    m_chart->setBackgroundVisible(false);
    m_chart->legend()->hide();
    m_chart->setAnimationOptions(QChart::NoAnimation);
    m_chart->layout()->setContentsMargins(0, 0, 0, 0);
    m_chart->setMargins({});

    for (QBarSet *&set : m_sets) {
        set = new QBarSet(QString(), m_series);
        m_series->append(set);
    }
    m_chart->addSeries(m_series);
    m_chart->addAxis(m_categories, Qt::AlignBottom);
    m_chart->addAxis(m_axis, Qt::AlignLeft);
    m_series->attachAxis(m_categories);
    m_series->attachAxis(m_axis);
    m_categories->setVisible(false);
    m_axis->setVisible(false);

    m_ground = new BarOverlay(BarOverlay::Layer::Ground, nullptr);
    scene()->addItem(m_ground);
    scene()->addItem(m_chart);
    m_top = new BarOverlay(BarOverlay::Layer::Top, nullptr);
    scene()->addItem(m_top);
    applyTheme();
    relayout();
}

BarChart::~BarChart() = default;

void BarChart::update(const ChartValues &values, Theme theme)
{
    m_input = inputFrom(values);
    m_input.legend = m_legend;
    if (theme != m_theme) {
        m_theme = theme;
        applyTheme();
    }
    applyValues();
    relayout();
}

void BarChart::setTheme(Theme theme)
{
    if (theme == m_theme)
        return;
    m_theme = theme;
    applyTheme();
}

void BarChart::setFont(const QFont &font)
{
    m_font = font;
    relayout();
}

void BarChart::setLegend(bool shown)
{
    m_legend = shown;
    m_input.legend = shown;
    relayout();
}

void BarChart::resize(QSizeF size)
{
    if (size == m_size)
        return;
    m_size = size;
    relayout();
}

void BarChart::applyTheme()
{
    for (int i = 0; i < kItemCount; ++i) {
        m_sets[size_t(i)]->setBrush(m_theme.itemFill(Item(i)));
        m_sets[size_t(i)]->setPen(Qt::NoPen);
    }
    m_ground->setTheme(m_theme);
    m_top->setTheme(m_theme);
}

void BarChart::applyValues()
{
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
        QList<qreal> values;
        for (const BarColumn &column : m_input.columns)
            values << m_input.inUnit(column.items.bytes[size_t(item)]);
        if (set->count() != columns) {
            set->remove(0, set->count());
            set->append(values);
            continue;
        }
        // Each replacement lays the whole series out again.
        for (int i = 0; i < columns; ++i) {
            if (set->at(i) != values[i])
                set->replace(i, values[i]);
        }
    }
}

void BarChart::relayout()
{
    m_picture = layOut(m_input, m_size, m_font);
    scene()->setSceneRect(QRectF(QPointF(0, 0), m_size));
    m_chart->resize(m_size);
    m_chart->setPlotArea(m_picture.plot);
    m_series->setBarWidth(m_picture.barWidth);
    m_axis->setRange(0, m_picture.ticks.top());
    m_ground->setPicture(&m_picture, m_size);
    m_top->setPicture(&m_picture, m_size);
}

QString BarChart::description() const
{
    return m_input.description();
}

int BarChart::targetCount() const
{
    return int(m_picture.columns.size());
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
    return target >= 0 && target < targetCount() ? m_picture.columns[size_t(target)].area : QRectF();
}

QString BarChart::targetText(int target) const
{
    return target >= 0 && target < targetCount() ? m_input.columnText(target) : QString();
}

void BarChart::setHighlighted(int target)
{
    if (target == m_highlighted)
        return;
    m_highlighted = target;
    m_ground->setHighlighted(target);
}

} // namespace plimsoll
