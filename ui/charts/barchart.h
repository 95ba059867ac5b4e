// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/barinput.h"
#include "ui/charts/barlayout.h"

#include <QtCharts/QChartGlobal>

QT_FORWARD_DECLARE_CLASS(QChart)
QT_FORWARD_DECLARE_CLASS(QBarCategoryAxis)
QT_FORWARD_DECLARE_CLASS(QBarSet)
QT_FORWARD_DECLARE_CLASS(QStackedBarSeries)
QT_FORWARD_DECLARE_CLASS(QValueAxis)

namespace plimsoll {

class BarOverlay;

/// Bars stacked by item, with load lines at what GPUs hold. Its targets are the bars; what they are of,
/// a chart that derives from it says.
///
/// Qt Charts draws the bars; every text, line and mark is laid out by layOut(), which keeps them apart,
/// and drawn below and above the bars.
class BarChart : public ChartPanel
{
    Q_OBJECT
public:
    ~BarChart() override;

    void update(const ChartValues &values, Theme theme) override;
    void setTheme(Theme theme) override;
    void setFont(const QFont &font) override;
    void setLegend(bool shown) override;
    void resize(QSizeF size) override;
    QSizeF size() const override { return m_size; }

    QString description() const override;

    int targetCount() const override;
    int targetAt(QPointF position) const override;
    int chosenTarget() const override { return m_input.chosen; }
    QRectF targetRect(int target) const override;
    QString targetText(int target) const override;
    void setHighlighted(int target) override;

    /// What is drawn over the bars, for tests.
    const BarPicture &picture() const { return m_picture; }
    QChart *chart() const { return m_chart; }

protected:
    explicit BarChart(QObject *parent);

    virtual BarInput inputFrom(const ChartValues &values) const = 0;

private:
    void applyTheme();
    void applyValues();
    void relayout();

    QChart *m_chart = nullptr;
    QStackedBarSeries *m_series = nullptr;
    QBarCategoryAxis *m_categories = nullptr;
    QValueAxis *m_axis = nullptr;
    std::array<QBarSet *, kItemCount> m_sets{};
    BarOverlay *m_ground = nullptr;
    BarOverlay *m_top = nullptr;

    BarInput m_input;
    BarPicture m_picture;
    Theme m_theme = Theme::light();
    QFont m_font;
    QSizeF m_size{900, 420};
    bool m_legend = false;
    int m_highlighted = -1;
};

} // namespace plimsoll
