// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/plotchart.h"
#include "ui/charts/sweepinput.h"
#include "ui/charts/sweeplayout.h"

#include <array>

QT_FORWARD_DECLARE_CLASS(QAreaSeries)
QT_FORWARD_DECLARE_CLASS(QLineSeries)

namespace plimsoll {

class SweepOverlay;

/// Memory over one part of the workload: areas stacked by item, load lines, the plan's own point and where it
/// stops to fit. Its targets are the values of the slider of that part; which part, a chart that derives says.
class SweepChart : public PlotChart
{
    Q_OBJECT
public:
    ~SweepChart() override;

    QString description() const override { return m_input.description(); }

    int targetCount() const override { return int(m_input.points.size()); }
    int targetAt(QPointF position) const override;
    int chosenTarget() const override;
    QRectF targetRect(int target) const override;
    QString targetText(int target) const override;

    /// What is drawn over the areas, for tests.
    const SweepPicture &picture() const { return m_picture; }
    const SweepInput &input() const { return m_input; }

protected:
    explicit SweepChart(QObject *parent);

    virtual SweepInput inputFrom(const ChartValues &values) const = 0;

    void takeValues(const ChartValues &values) override;
    void colourSeries(Theme theme) override;
    const PlotPicture &layOutAnew(QSizeF size, const QFont &font, bool legend) override;
    void showHighlighted(int target) override;

private:
    QPointF pointOf(int target) const;

    QValueAxis *m_across = nullptr;
    std::array<QLineSeries *, kItemCount + 1> m_edges{}; ///< m_edges[i] is the lower edge of item i
    std::array<QAreaSeries *, kItemCount> m_areas{};
    SweepOverlay *m_top = nullptr;

    SweepInput m_input;
    SweepPicture m_picture;
};

} // namespace plimsoll
