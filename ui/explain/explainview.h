// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/chartpanel.h"

#include <QTextBrowser>

namespace plimsoll {

class ChartView;
class WaterfallChart;

/// The whole calculation, to read, select and copy: the waterfall as a chart, and below it every number in words. Both
/// scroll together. It keeps its place while the numbers change.
class ExplainView : public QTextBrowser
{
    Q_OBJECT
public:
    explicit ExplainView(QWidget *parent = nullptr);

    using QWidget::show;
    void show(const ChartValues &values);

    /// Choosing a step scrolls to its explanation.
    ChartView *chart() const { return m_chart; }

Q_SIGNALS:
    /// The colours of its text are those of another theme: show() again.
    void outdated();

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void placeChart();
    void takeColors();
    void showStep(int step);

    WaterfallChart *m_waterfall = nullptr;
    ChartView *m_chart = nullptr;
};

} // namespace plimsoll
