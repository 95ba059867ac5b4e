// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/barchart.h"

namespace plimsoll {

/// What each GPU carries, against what it holds.
class GpusChart : public BarChart
{
    Q_OBJECT
public:
    explicit GpusChart(QObject *parent = nullptr)
        : BarChart(parent)
    {
    }

    QString id() const override { return QStringLiteral("gpus"); }
    QString title() const override { return name(); }
    static QString name() { return tr("GPUs"); }

protected:
    BarInput inputFrom(const ChartValues &values) const override { return gpusInput(values); }
};

} // namespace plimsoll
