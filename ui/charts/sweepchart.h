// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/curvekeeper.h"
#include "ui/charts/keptvalues.h"
#include "ui/charts/planhandle.h"
#include "ui/charts/plotchart.h"
#include "ui/charts/sweepinput.h"
#include "ui/charts/sweeplayout.h"

#include <array>
#include <optional>
#include <vector>

QT_FORWARD_DECLARE_CLASS(QAreaSeries)
QT_FORWARD_DECLARE_CLASS(QLineSeries)

namespace plimsoll {

class SweepOverlay;

/// Memory over one thing in the plan: areas stacked by item, load lines, the plan's own point and where it stops to
/// fit. Its targets are the stops of the slider of that thing, its handle is the plan; which thing, a chart that
/// derives says.
class SweepChart : public PlotChart
{
    Q_OBJECT
public:
    ~SweepChart() override;

    void setOnScreen(bool on) override;
    bool isOutdated() const override { return m_curves.isOutdated(); }

    QString description() const override { return m_input.description(); }

    int targetCount() const override { return int(m_input.points.size()); }
    int targetAt(QPointF position) const override;
    int chosenTarget() const override;
    QRectF targetRect(int target) const override;
    QString targetText(int target) const override;
    void choose(int target) override;

    QString handleHint() const override { return m_input.handle ? hint() : QString(); }
    bool handleAt(QPointF position) const override { return m_picture.isHandleAt(position); }
    void grabHandle() override { m_handle.grab(m_input.ends); }
    void releaseHandle() override;
    void moveHandle(QPointF position) override;
    void stepHandle(int steps) override;

    /// What is drawn over the areas, for tests.
    const SweepPicture &picture() const { return m_picture; }
    const SweepInput &input() const { return m_input; }
    /// All its points; null while isOutdated().
    const SweepCurve *curve() const { return isOutdated() ? nullptr : m_curves.curve(); }

protected:
    explicit SweepChart(QObject *parent);

    virtual SweepQuestion question(const ChartValues &values) const = 0;
    virtual SweepInput inputFrom(const SweepCurve &curve, const ChartValues &values, AxisEnds keep) const = 0;
    /// What moving the plan's point changes, and how it is moved.
    virtual QString hint() const = 0;
    /// Says that a person chose it.
    virtual void say(qint64 value) = 0;

    void takeValues(const ChartValues &values) override;
    void colourSeries(Theme theme) override;
    const PlotPicture &layOutAnew(QSizeF size, const TypeScale &type, bool legend) override;
    void showHighlighted(int target) override;

private:
    QPointF pointOf(int target) const;
    void compose();
    void fillSeries();
    std::vector<qint64> stops() const;

    QValueAxis *m_across = nullptr;
    std::array<QLineSeries *, kItemCount + 1> m_edges{}; ///< m_edges[i] is the lower edge of item i
    std::array<QAreaSeries *, kItemCount> m_areas{};
    SweepOverlay *m_top = nullptr;

    CurveKeeper<SweepCurve> m_curves;
    std::optional<KeptValues> m_values;
    PlanHandle m_handle;
    bool m_onScreen = false;

    SweepInput m_input;
    SweepPicture m_picture;
};

} // namespace plimsoll
