// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/sweepinput.h"
#include "ui/charts/sweeplayout.h"

#include <QtCharts/QChartGlobal>

#include <array>

QT_FORWARD_DECLARE_CLASS(QAreaSeries)
QT_FORWARD_DECLARE_CLASS(QChart)
QT_FORWARD_DECLARE_CLASS(QLineSeries)
QT_FORWARD_DECLARE_CLASS(QValueAxis)

namespace plimsoll {

class SweepOverlay;

/// Memory over one part of the workload: areas stacked by item, load lines, the plan's own point and where it
/// stops to fit. Its targets are the values of the slider of that part; which part, a chart that derives says.
///
/// Qt Charts draws the areas; texts, lines and marks are laid out by layOut() and drawn below and above them.
class SweepChart : public ChartPanel
{
    Q_OBJECT
public:
    ~SweepChart() override;

    void update(const ChartValues &values, Theme theme) override;
    void setTheme(Theme theme) override;
    void setFont(const QFont &font) override;
    void setLegend(bool shown) override;
    void resize(QSizeF size) override;
    QSizeF size() const override { return m_size; }

    QString description() const override { return m_input.description(); }

    int targetCount() const override { return int(m_input.points.size()); }
    int targetAt(QPointF position) const override;
    int chosenTarget() const override;
    QRectF targetRect(int target) const override;
    QString targetText(int target) const override;
    void setHighlighted(int target) override;

    /// What is drawn over the areas, for tests.
    const SweepPicture &picture() const { return m_picture; }
    const SweepInput &input() const { return m_input; }
    QChart *chart() const { return m_chart; }

protected:
    explicit SweepChart(QObject *parent);

    virtual SweepInput inputFrom(const ChartValues &values) const = 0;
    bool isTarget(int target) const { return target >= 0 && target < targetCount(); }

private:
    void applyTheme();
    void applyValues();
    void relayout();
    QPointF pointOf(int target) const;

    QChart *m_chart = nullptr;
    QValueAxis *m_across = nullptr;
    QValueAxis *m_up = nullptr;
    std::array<QLineSeries *, kItemCount + 1> m_edges{}; ///< m_edges[i] is the lower edge of item i
    std::array<QAreaSeries *, kItemCount> m_areas{};
    SweepOverlay *m_ground = nullptr;
    SweepOverlay *m_top = nullptr;

    SweepInput m_input;
    SweepPicture m_picture;
    Theme m_theme = Theme::light();
    QFont m_font;
    QSizeF m_size{900, 420};
    bool m_legend = false;
    int m_highlighted = -1;
};

} // namespace plimsoll
