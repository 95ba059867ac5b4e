// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/barchart.h"

namespace plimsoll {

/// The plan beside those that are pinned. Choosing a bar goes back to its plan.
class CompareChart : public BarChart
{
    Q_OBJECT
public:
    explicit CompareChart(QObject *parent = nullptr)
        : BarChart(parent)
    {
    }

    QString id() const override { return QStringLiteral("compare"); }
    QString title() const override { return name(); }
    static QString name() { return tr("Compare"); }
    bool comparesPlans() const override { return true; }

    void choose(int target) override
    {
        if (target > 0 && target < targetCount()) // the first is the plan itself
            Q_EMIT pinChosen(target - 1);
    }

protected:
    BarInput inputFrom(const ChartValues &values) const override { return compareInput(values); }
};

} // namespace plimsoll
