// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/planning/resolvedplan.h"
#include "core/units/sizeformat.h"

#include <QWidget>

#include <functional>
#include <vector>

QT_FORWARD_DECLARE_CLASS(QStackedWidget)
QT_FORWARD_DECLARE_CLASS(QTabBar)

namespace plimsoll {

class ChartView;

/// Every chart of the registry, each behind its tab. Only the visible one is drawn anew; the others
/// catch up when their tab is chosen.
class ChartsView : public QWidget
{
    Q_OBJECT
public:
    explicit ChartsView(QWidget *parent = nullptr);

    using QWidget::show;
    void show(const ResolvedPlan &plan, const Estimate &estimate, const Comparison &comparison, SizeUnit unit);

    /// Asked when another tab is chosen: calls show() again with the answer of the moment.
    void setRefresh(std::function<void()> refresh) { m_refresh = std::move(refresh); }

    ChartView *current() const;

Q_SIGNALS:
    /// 0 to 3: FP32, FP16, INT8, INT4.
    void formatChosen(int index);

private:
    QTabBar *m_tabs = nullptr;
    QStackedWidget *m_stack = nullptr;
    std::vector<ChartView *> m_views;
    std::function<void()> m_refresh;
};

} // namespace plimsoll
