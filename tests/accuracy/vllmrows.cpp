// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engines/residuals.h"
#include "core/planning/planning.h"
#include "tests/accuracy/csvfile.h"
#include "tests/accuracy/observations.h"
#include "tests/accuracy/planrows.h"
#include "tests/core/engines/measuredruns.h"

#include <QJsonDocument>

#include <algorithm>
#include <cmath>

namespace accuracy {
namespace {

using namespace plimsoll;

const QString kEngine = QStringLiteral("vllm");

/// The figures of a row, GiB; NaN where the row does not print one.
struct Printed {
    double weights = std::nan(""), activation = std::nan(""), nonTorch = std::nan(""), graphs = std::nan("");
    double pool = std::nan(""), poolRankWeights = std::nan("");
    double tokens = std::nan("");
    double total = std::nan(""), utilization = std::nan(""); ///< of the card as the driver says, where printed
};

/// What an estimate says of one rank, in the same terms.
struct Rank {
    const DeviceEstimate *device;
    double nonTorch() const
    {
        return (device->charged - device->items[Item::KvCache] - device->items[Item::RecurrentState]
                - device->items[Item::Weights] - device->items[Item::Activations] - device->items[Item::Other])
            .gibibytes();
    }
    double of(Item item) const { return device->items[item].gibibytes(); }
};

/// Under pipeline parallel a log speaks of one stage without naming it: the one whose weights and activations are
/// nearest.
Rank nearestRank(const Estimate &estimate, double weightsGiB, double activationGiB)
{
    qint32 best = 0;
    const auto distance = [&](qint32 at) {
        const ItemBytes &items = estimate.devices[size_t(at)].items;
        const double activation = std::isnan(activationGiB) ? 0 : items[Item::Activations].gibibytes() - activationGiB;
        return std::abs(items[Item::Weights].gibibytes() - weightsGiB) + std::abs(activation);
    };
    for (qint32 i = 1; !std::isnan(weightsGiB) && i < estimate.deviceClasses; ++i) {
        if (distance(i) < distance(best))
            best = i;
    }
    return {&estimate.devices[size_t(best)]};
}

struct Context {
    QString row, configuration;
    bool towerUnknown = false;
};

/// Compares one row item by item.
class Comparer
{
public:
    Comparer(const ResolvedPlan &plan, const Context &context, Measurements &out)
        : m_plan(plan)
        , m_context(context)
        , m_estimate(estimate(plan))
        , m_range(rangeOfPlan(plan))
        , m_kind(architectureKind(*plan.model))
        , m_out(out)
    {
    }

    void compare(const Printed &printed)
    {
        const Rank rank = nearestRank(m_estimate, printed.weights, printed.activation);
        // Before 0.21 graphs are outside the budget; from then on nonTorch() holds them.
        const bool inBudget = m_range.name == QLatin1String("V1 from 0.21");
        const double nonTorch = rank.nonTorch() - (inBudget ? rank.of(Item::Graphs) : 0);
        // A negative figure is a difference of free memory while the allocator gave some back.
        const double graphs = std::max(0.0, printed.graphs);
        const bool hasGraphs = !std::isnan(printed.graphs);
        if (!m_context.towerUnknown)
            add("weights", Unit::Percent, printed.weights, rank.of(Item::Weights) + rank.of(Item::Other));
        add("activation", Unit::GiB, printed.activation, rank.of(Item::Activations));
        add("non-torch", Unit::GiB, printed.nonTorch, nonTorch);
        if (hasGraphs)
            add("graphs", Unit::GiB, graphs, rank.of(Item::Graphs));
        const double overheads = rank.of(Item::Activations) + nonTorch + rank.of(Item::Graphs);
        if (hasGraphs)
            add("activation + non-torch + graphs", Unit::GiB, printed.activation + printed.nonTorch + graphs,
                overheads);
        if (!m_context.towerUnknown) {
            comparePool(printed);
            compareTokens(printed);
            addTotal(printed, rank, nonTorch);
        }
    }

private:
    void add(const char *item, Unit unit, double measured, double estimated)
    {
        if (std::isnan(measured) || std::isnan(estimated))
            return;
        m_out.observations.push_back({kEngine, m_range.name, QLatin1String(item), m_kind, m_plan.model->id,
                                      m_context.configuration, m_context.row, unit, measured, estimated});
    }

    /// total x utilization less what is charged, with the card's total as the row prints it.
    void comparePool(const Printed &printed)
    {
        const bool other = !std::isnan(printed.poolRankWeights);
        const Rank rank =
            nearestRank(m_estimate, other ? printed.poolRankWeights : printed.weights, printed.activation);
        const double own = m_plan.options.value(QLatin1String("gpuMemoryUtilization")).toDouble(0.9);
        const double budget = std::isnan(printed.total)
                                  ? rank.device->budget.gibibytes()
                                  : printed.total * (std::isnan(printed.utilization) ? own : printed.utilization);
        const double charged =
            (rank.device->charged - rank.device->items[Item::KvCache] - rank.device->items[Item::RecurrentState])
                .gibibytes();
        add("KV pool", Unit::GiB, printed.pool, budget - charged);
        add("KV pool, relative", Unit::Percent, printed.pool, budget - charged);
    }

    /// The tokens of some pool inside the printed rounding that are nearest to the printed ones.
    void compareTokens(const Printed &printed)
    {
        const RankLoad &rank = m_plan.layout.ranks.front();
        // Under pipeline parallel the printed tokens are the smallest stage's, the printed pool is not.
        if (std::isnan(printed.pool) || std::isnan(printed.tokens) || m_plan.layout.parallel.pipeline > 1
            || m_plan.layout.tokensFollowConcurrency)
            return;
        constexpr double gib = 1073741824.0, rounding = 0.0051;
        const auto tokensOf = [&](double pool) {
            const qint64 blocks = qint64(pool * gib) / rank.kvUnitBytes[kOwnFormat].count();
            return double(blocks / rank.kvGroups * rank.kvUnitTokens);
        };
        add("KV tokens from the printed pool", Unit::Percent, printed.tokens,
            std::clamp(printed.tokens, tokensOf(printed.pool - rounding), tokensOf(printed.pool + rounding)));
    }

    /// Graphs that the row does not print, or prints as a negative difference, are taken as estimated.
    void addTotal(const Printed &printed, const Rank &rank, double nonTorch)
    {
        const bool hasGraphs = printed.graphs >= 0;
        const double measured = printed.weights + printed.activation + printed.nonTorch
                                + (hasGraphs ? printed.graphs : rank.of(Item::Graphs));
        if (std::isnan(measured))
            return;
        const double estimated = rank.of(Item::Weights) + rank.of(Item::Other) + rank.of(Item::Activations) + nonTorch
                                 + rank.of(Item::Graphs);
        Total total{kEngine,
                    m_range.name,
                    m_range.from,
                    m_kind,
                    m_plan.model->id,
                    m_plan.model->id,
                    m_context.configuration,
                    m_context.row,
                    measured,
                    estimated,
                    rank.device->items,
                    {},
                    1};
        const auto set = [&](Item item, double error) { total.itemErrors[size_t(item)] = error; };
        set(Item::Weights, rank.of(Item::Weights) + rank.of(Item::Other) - printed.weights);
        set(Item::Activations, rank.of(Item::Activations) - printed.activation);
        set(Item::Runtime, nonTorch - printed.nonTorch);
        if (hasGraphs)
            set(Item::Graphs, rank.of(Item::Graphs) - printed.graphs);
        m_out.totals.push_back(total);
    }

    const ResolvedPlan &m_plan;
    Context m_context;
    Estimate m_estimate;
    RangeName m_range;
    QString m_kind;
    Measurements &m_out;
};

void addRow(const Catalog &catalog, const Plan &plan, const Context &context, const Printed &printed, Measurements &out)
{
    const Result<ResolvedPlan> resolved = resolve(plan, catalog);
    if (!resolved) {
        out.unused.push_back({kEngine, context.row, resolved.error().text});
        return;
    }
    Comparer(*resolved, context, out).compare(printed);
}

} // namespace

void addVllmRuns(const Catalog &catalog, Measurements &out)
{
    for (const MeasuredRun &run : readMeasuredRuns()) {
        ++out.rows;
        Printed printed;
        printed.weights = run.weightsGiB;
        printed.activation = run.activationGiB;
        printed.nonTorch = run.nonTorchGiB;
        printed.graphs = run.graphsGiB;
        printed.pool = run.poolGiB;
        printed.poolRankWeights = run.poolRankWeightsGiB;
        printed.utilization = run.utilization;
        printed.tokens = double(run.tokens);
        if (run.hasUnknownTower)
            out.unused.push_back(
                {kEngine, run.name, QStringLiteral("weights, pool and total: its vision tower is not in the catalog")});
        addRow(catalog, run.plan, {run.name, run.configuration, run.hasUnknownTower}, printed, out);
    }
}

void addVllmObservations(const Catalog &catalog, Measurements &out)
{
    const CsvFile file(QStringLiteral("engine_observations.csv"));
    for (const CsvRow &row : file.rows()) {
        if (row.text("engine") != kEngine)
            continue;
        ++out.rows;
        const QString id = row.text("id");
        if (row.has("unusable")) {
            out.unused.push_back({kEngine, id, row.text("unusable")});
            continue;
        }
        Plan plan = planOfRow(row, QStringLiteral("vllm"));
        const auto option = [&](const char *column, const char *key) {
            if (row.has(column))
                plan.engineOptions.insert(QLatin1String(key), row.number(column));
        };
        option("gpu_memory_utilization", "gpuMemoryUtilization");
        option("max_num_seqs", "maxNumSeqs");
        option("max_num_batched_tokens", "maxNumBatchedTokens");
        const QJsonObject others = QJsonDocument::fromJson(row.text("engine_options").toUtf8()).object();
        for (auto it = others.begin(); it != others.end(); ++it)
            plan.engineOptions.insert(it.key(), it.value());
        Printed printed;
        printed.weights = row.number("weights_gib");
        printed.activation = row.number("activation_peak_gib");
        printed.nonTorch = row.number("non_torch_gib");
        printed.graphs = row.number("cudagraph_gib");
        printed.total = row.number("total_gpu_gib");
        printed.tokens = row.number("kv_cache_tokens");
        if (!std::isnan(printed.total)) // without the card's total the row does not state what the pool follows from
            printed.pool = row.number("available_kv_gib");
        addRow(catalog, plan, {id, configurationOf(row), false}, printed, out);
    }
}

} // namespace accuracy
