// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/chartregistry.h"

#include "ui/charts/breakdownchart.h"
#include "ui/charts/comparechart.h"
#include "ui/charts/gpuschart.h"
#include "ui/charts/precisionchart.h"
#include "ui/charts/speedchart.h"
#include "ui/charts/sweepcharts.h"
#include "ui/charts/waterfallchart.h"

namespace plimsoll {

namespace {

template <typename Chart>
std::unique_ptr<ChartPanel> make()
{
    return std::make_unique<Chart>();
}

constexpr ChartEntry kCharts[] = {
    {"precisions", make<PrecisionChart>, PrecisionChart::name},
    {"context", make<ContextChart>, ContextChart::name},
    {"users", make<UsersChart>, UsersChart::name},
    {"parameters", make<ParametersChart>, ParametersChart::name},
    {"speed", make<SpeedChart>, SpeedChart::name},
    {"gpus", make<GpusChart>, GpusChart::name},
    {"compare", make<CompareChart>, CompareChart::name},
    {"waterfall", make<WaterfallChart>, WaterfallChart::name, "explain"},
    {"breakdown", make<BreakdownChart>, BreakdownChart::name, "breakdown"},
};

} // namespace

std::span<const ChartEntry> chartRegistry()
{
    return kCharts;
}

std::unique_ptr<ChartPanel> makeChart(const QString &id)
{
    for (const ChartEntry &entry : kCharts) {
        if (id == QLatin1String(entry.id))
            return entry.make();
    }
    return nullptr;
}

QString chartOfPage(const QString &page)
{
    for (const ChartEntry &entry : kCharts) {
        if (page == QLatin1String(entry.page ? entry.page : entry.id))
            return QLatin1String(entry.id);
    }
    return {};
}

} // namespace plimsoll
