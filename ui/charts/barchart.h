// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/barinput.h"
#include "ui/charts/barlayout.h"
#include "ui/charts/plotchart.h"

#include <array>

QT_FORWARD_DECLARE_CLASS(QBarCategoryAxis)
QT_FORWARD_DECLARE_CLASS(QBarSet)
QT_FORWARD_DECLARE_CLASS(QStackedBarSeries)

namespace plimsoll {

class BarOverlay;

/// Bars stacked by item, with load lines at what GPUs hold. Its targets are the bars; what they are of,
/// a chart that derives from it says.
class BarChart : public PlotChart
{
    Q_OBJECT
public:
    ~BarChart() override;

    QString description() const override { return m_input.description(); }

    int targetCount() const override { return int(m_picture.columns.size()); }
    int targetAt(QPointF position) const override;
    int chosenTarget() const override { return m_input.chosen; }
    QRectF targetRect(int target) const override;
    QString targetText(int target) const override;

    /// What is drawn over the bars, for tests.
    const BarPicture &picture() const { return m_picture; }

protected:
    explicit BarChart(QObject *parent);

    virtual BarInput inputFrom(const ChartValues &values) const = 0;

    void takeValues(const ChartValues &values) override;
    void colourSeries(Theme theme) override;
    const PlotPicture &layOutAnew(QSizeF size, const TypeScale &type, bool legend) override;
    void showHighlighted(int target) override;

private:
    QStackedBarSeries *m_series = nullptr;
    QBarCategoryAxis *m_categories = nullptr;
    std::array<QBarSet *, kItemCount> m_sets{};
    BarOverlay *m_ground = nullptr;

    BarInput m_input;
    BarPicture m_picture;
};

} // namespace plimsoll
