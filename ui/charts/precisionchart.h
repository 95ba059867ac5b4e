// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/barchart.h"

namespace plimsoll {

/// Memory at FP32, FP16, INT8 and INT4, and at the plan's own format where it is another. Choosing a bar
/// chooses its precision.
class PrecisionChart : public BarChart
{
    Q_OBJECT
public:
    explicit PrecisionChart(QObject *parent = nullptr)
        : BarChart(parent)
    {
    }

    QString id() const override { return QStringLiteral("precisions"); }
    QString title() const override { return name(); }
    static QString name() { return tr("Precisions"); }

    void choose(int target) override
    {
        // The fifth bar is the plan's own format: choosing it changes nothing.
        if (target >= 0 && target < std::min(targetCount(), kComparisonFormats))
            Q_EMIT formatChosen(target);
    }

protected:
    BarInput inputFrom(const ChartValues &values) const override { return precisionInput(values); }
};

} // namespace plimsoll
