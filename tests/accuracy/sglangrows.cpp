// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engines/residuals.h"
#include "core/engines/sglang/sglangmemory.h"
#include "core/planning/planning.h"
#include "tests/accuracy/csvfile.h"
#include "tests/accuracy/observations.h"
#include "tests/accuracy/planrows.h"

#include <cmath>

namespace accuracy {
namespace {

using namespace plimsoll;

const QString kEngine = QStringLiteral("sglang");
constexpr double kGiB = 1073741824.0;

/// A row's figures, GiB; NaN where it does not print one.
struct Printed {
    explicit Printed(const CsvRow &row, double bytesPerToken)
        : fraction(row.number("mem_fraction_static"))
        , before(row.number("avail_before_load_gib"))
        , after(row.number("avail_after_load_gib"))
        , afterPool(row.number("avail_after_pool_gib"))
        , weights(row.has("weights_gib") ? row.number("weights_gib") : before - after)
        , pool(row.number("kv_k_size_gib") + row.number("kv_v_size_gib"))
        , graphs(row.number("cudagraph_gib"))
    {
        if (std::isnan(pool))
            pool = row.number("kv_cache_tokens") * bytesPerToken / kGiB;
    }
    double fraction, before, after, afterPool, weights, pool, graphs;
};

class Comparer
{
public:
    Comparer(const ResolvedPlan &plan, const CsvRow &row, Measurements &out)
        : m_plan(plan)
        , m_row(row)
        , m_estimate(estimate(plan))
        , m_range(rangeOfPlan(plan))
        , m_out(out)
    {
    }

    void compare()
    {
        const DeviceEstimate &device = m_estimate.devices[0];
        const Printed printed(m_row, double(m_plan.layout.ranks.front().kvUnitBytes[kOwnFormat].count()));
        const double weights = device.items[Item::Weights].gibibytes();
        add("weights", Unit::Percent, printed.weights, weights);
        const bool capped = m_row.text("notes").contains(QLatin1String("max-total-tokens"))
                            || m_row.text("notes").contains(QLatin1String("printed as one figure"));
        if (!capped) {
            add("KV pool from the log's free memory", Unit::GiB, printed.pool,
                sglang::poolGiB(printed.before, printed.after, printed.fraction));
            const double fraction = m_plan.options.value(QLatin1String("memFractionStatic")).toDouble(std::nan(""));
            add("KV pool, relative", Unit::Percent, printed.pool, fraction * printed.before - weights);
        }
        add("graphs", Unit::GiB, printed.graphs, device.items[Item::Graphs].gibibytes());
        addTotal(printed, device);
    }

private:
    void add(const char *item, Unit unit, double measured, double estimated)
    {
        if (std::isnan(measured) || std::isnan(estimated))
            return;
        m_out.observations.push_back({kEngine, m_range.name, QLatin1String(item), architectureKind(*m_plan.model),
                                      m_plan.model->id, configurationOf(m_row), m_row.text("id"), unit, measured,
                                      estimated});
    }

    /// Weights and request tables: what is gone between loading and the pool's end beside the pool itself.
    void addTotal(const Printed &printed, const DeviceEstimate &device)
    {
        const double measured = printed.before - printed.afterPool - printed.pool;
        if (std::isnan(measured) || std::isnan(printed.fraction))
            return;
        const double beforeStart = (device.usable.gibibytes() - device.budget.gibibytes() / printed.fraction);
        const double tables = device.items[Item::Runtime].gibibytes() - beforeStart;
        const double estimated = device.items[Item::Weights].gibibytes() + tables;
        Total total{kEngine,
                    m_range.name,
                    m_range.from,
                    architectureKind(*m_plan.model),
                    m_plan.model->id,
                    m_plan.model->id,
                    configurationOf(m_row),
                    m_row.text("id"),
                    measured,
                    estimated,
                    device.items,
                    {},
                    1};
        const double weightsError = device.items[Item::Weights].gibibytes() - printed.weights;
        total.itemErrors[size_t(Item::Weights)] = weightsError;
        total.itemErrors[size_t(Item::Runtime)] = estimated - measured - weightsError;
        if (!std::isnan(printed.graphs))
            total.itemErrors[size_t(Item::Graphs)] = device.items[Item::Graphs].gibibytes() - printed.graphs;
        m_out.totals.push_back(total);
    }

    const ResolvedPlan &m_plan;
    const CsvRow &m_row;
    Estimate m_estimate;
    RangeName m_range;
    Measurements &m_out;
};

} // namespace

void addSglangObservations(const Catalog &catalog, Measurements &out)
{
    const CsvFile file(QStringLiteral("engine_observations.csv"));
    for (const CsvRow &row : file.rows()) {
        if (row.text("engine") != kEngine)
            continue;
        ++out.rows;
        if (row.has("unusable")) {
            out.unused.push_back({kEngine, row.text("id"), row.text("unusable")});
            continue;
        }
        Plan plan = planOfRow(row, kEngine);
        plan.engineVersion = QStringLiteral("0.4");
        // The tables of requests are as long as the context, by default the model's own.
        if (const auto model = catalog.model(row.text("catalog_id"), {}); model && !row.has("max_model_len"))
            plan.contextLength = model->contextLimit;
        if (row.has("mem_fraction_static"))
            plan.engineOptions.insert(QLatin1String("memFractionStatic"), row.number("mem_fraction_static"));
        if (row.has("max_num_seqs"))
            plan.engineOptions.insert(QLatin1String("maxRunningRequests"), row.number("max_num_seqs"));
        const Result<ResolvedPlan> resolved = resolve(plan, catalog);
        if (!resolved)
            out.unused.push_back({kEngine, row.text("id"), resolved.error().text});
        else
            Comparer(*resolved, row, out).compare();
    }
}

} // namespace accuracy
