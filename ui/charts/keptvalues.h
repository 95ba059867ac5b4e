// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/chartpanel.h"

namespace plimsoll {

/// An answer that a chart keeps until the curve that belongs to it is there.
class KeptValues
{
public:
    explicit KeptValues(const ChartValues &values)
        : m_plan(values.plan)
        , m_estimate(values.estimate)
        , m_comparison(values.comparison)
        , m_unit(values.unit)
    {
    }

    ChartValues values() const { return {m_plan, m_estimate, m_comparison, m_unit}; }

private:
    ResolvedPlan m_plan;
    Estimate m_estimate;
    Comparison m_comparison;
    SizeUnit m_unit;
};

} // namespace plimsoll
