// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/chartpanel.h"
#include "ui/charts/precisionlayout.h"

#include <QtCharts/QChartGlobal>

QT_FORWARD_DECLARE_CLASS(QChart)
QT_FORWARD_DECLARE_CLASS(QBarCategoryAxis)
QT_FORWARD_DECLARE_CLASS(QBarSet)
QT_FORWARD_DECLARE_CLASS(QStackedBarSeries)
QT_FORWARD_DECLARE_CLASS(QValueAxis)

namespace plimsoll {

class ChartOverlay;

/// Memory at FP32, FP16, INT8 and INT4, and at the plan's own format where it is another: bars stacked
/// by item, with load lines at what the chosen GPUs hold. Its targets are the columns.
///
/// Qt Charts draws the bars; every text, line and mark is laid out by layOut(), which keeps them apart,
/// and drawn below and above the bars.
class PrecisionChart : public ChartPanel
{
    Q_OBJECT
public:
    explicit PrecisionChart(QObject *parent = nullptr);
    ~PrecisionChart() override;

    QString id() const override { return QStringLiteral("precisions"); }
    QString title() const override;

    void update(const ChartValues &values, Theme theme) override;
    void setTheme(Theme theme) override;
    void setFont(const QFont &font) override;
    void resize(QSizeF size) override;
    QSizeF size() const override { return m_size; }

    QString description() const override;

    int targetCount() const override;
    int targetAt(QPointF position) const override;
    int chosenTarget() const override { return m_input.chosen; }
    QRectF targetRect(int target) const override;
    QString targetText(int target) const override;
    void choose(int target) override;
    void setHighlighted(int target) override;

    /// What is drawn over the bars, for tests.
    const PrecisionPicture &picture() const { return m_picture; }
    QChart *chart() const { return m_chart; }

private:
    void applyTheme();
    void applyValues();
    void relayout();

    QChart *m_chart = nullptr;
    QStackedBarSeries *m_series = nullptr;
    QBarCategoryAxis *m_categories = nullptr;
    QValueAxis *m_axis = nullptr;
    std::array<QBarSet *, kItemCount> m_sets{};
    ChartOverlay *m_ground = nullptr;
    ChartOverlay *m_top = nullptr;

    PrecisionInput m_input;
    PrecisionPicture m_picture;
    Theme m_theme = Theme::light();
    QFont m_font;
    QSizeF m_size{900, 420};
    int m_highlighted = -1;
};

} // namespace plimsoll
