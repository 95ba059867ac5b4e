// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/chartpanel.h"
#include "ui/charts/plotoverlay.h"
#include "ui/charts/plotpicture.h"

#include <QtCharts/QChartGlobal>

QT_FORWARD_DECLARE_CLASS(QAbstractAxis)
QT_FORWARD_DECLARE_CLASS(QChart)
QT_FORWARD_DECLARE_CLASS(QValueAxis)

namespace plimsoll {

/// A chart of sizes. Qt Charts draws the series; every text, line and mark is laid out by a function of its own, which
/// keeps them apart, and drawn below and above the series. Which series, a kind of chart that derives says.
class PlotChart : public ChartPanel
{
    Q_OBJECT
public:
    ~PlotChart() override;

    void update(const ChartValues &values, Theme theme) final;
    void setTheme(Theme theme) final;
    void setFont(const QFont &font) final;
    void setLegend(bool shown) final;
    void resize(QSizeF size) final;
    QSizeF size() const final { return m_size; }
    void setHighlighted(int target) final;

    QChart *chart() const { return m_chart; }

protected:
    explicit PlotChart(QObject *parent);

    QValueAxis *axisUp() const { return m_up; }
    /// Hidden: its numbers are laid out like everything else.
    void addAxisAcross(QAbstractAxis *axis);
    /// At the end of the constructor of a kind: takes the overlays over.
    void finish(PlotOverlay *ground, PlotOverlay *top);

    /// Takes what it shows out of an answer, and hands it to its series.
    virtual void takeValues(const ChartValues &values) = 0;
    virtual void colourSeries(Theme theme) = 0;
    /// Where everything is in that size; what the series need to know of it is handed to them.
    virtual const PlotPicture &layOutAnew(QSizeF size, const TypeScale &type, bool legend) = 0;
    virtual void showHighlighted(int target) = 0;
    /// Lays out anew what takeValues() was not called for.
    void relayout();

    bool isTarget(int target) const { return target >= 0 && target < targetCount(); }
    int highlighted() const { return m_highlighted; }

private:
    void applyTheme();

    QChart *m_chart;
    QValueAxis *m_up;
    PlotOverlay *m_ground = nullptr;
    PlotOverlay *m_top = nullptr;
    Theme m_theme = Theme::light();
    TypeScale m_type{QFont()};
    QSizeF m_size{900, 420};
    bool m_legend = false;
    bool m_hasValues = false; ///< before there are any, there is nothing to lay out
    int m_highlighted = -1;
};

} // namespace plimsoll
