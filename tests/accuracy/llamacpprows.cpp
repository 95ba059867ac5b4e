// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engines/residuals.h"
#include "core/planning/planning.h"
#include "tests/accuracy/observations.h"
#include "tests/accuracy/planrows.h"
#include "tests/core/engines/dryruns.h"

#include <QJsonDocument>

#include <algorithm>
#include <optional>

namespace accuracy {
namespace {

using namespace plimsoll;

const QString kEngine = QStringLiteral("llama.cpp");
constexpr double kGiB = 1073741824.0;

/// What is distinct: file, GPUs, layers on them, flash attention, types of the cache, sequences. Context, batch, ubatch
/// and what else is varied are rows of one configuration.
QString configurationOf(const DryRun &run)
{
    return QStringLiteral("%1, %2, %3 layers, %4/%5, %6 sequences")
        .arg(run.file, run.kind())
        .arg(run.plan.engineOptions.value(QLatin1String("gpuLayers")).toInt())
        .arg(run.plan.kvKeys, run.plan.kvValues)
        .arg(*run.plan.sequences);
}

/// Short enough for a table.
QString textOf(const DryRun &run)
{
    const QJsonObject &options = run.plan.engineOptions;
    const int layers = options.value(QLatin1String("gpuLayers")).toInt();
    QString text = QStringLiteral("%1, %2, %3 layers there, %4 tokens x %5, %6/%7, batch %8/%9, outputs of %10")
                       .arg(run.file, run.kind())
                       .arg(layers < 0 ? QStringLiteral("all") : QString::number(layers))
                       .arg(*run.plan.contextLength)
                       .arg(*run.plan.sequences)
                       .arg(run.plan.kvKeys, run.plan.kvValues)
                       .arg(options.value(QLatin1String("nBatch")).toInt())
                       .arg(options.value(QLatin1String("nUbatch")).toInt())
                       .arg(options.value(QLatin1String("outputs")).toString());
    for (const auto &[key, usual] : {std::pair("kvUnified", false), std::pair("swaFull", false),
                                     std::pair("offloadKqv", true), std::pair("opOffload", true)}) {
        if (options.value(QLatin1String(key)).toBool() != usual)
            text += QLatin1String(", ") + QLatin1String(usual ? "no " : "") + QLatin1String(key);
    }
    return text;
}

/// All of a run's plan but its workload.
QString keyOf(const DryRun &run)
{
    return QStringLiteral("%1 %2 %3 %4 ").arg(run.file).arg(run.gpus).arg(run.plan.kvKeys, run.plan.kvValues)
           + QString::fromUtf8(QJsonDocument(run.plan.engineOptions).toJson(QJsonDocument::Compact));
}

qint64 contextBytes(const ItemBytes &items)
{
    return (items[Item::KvCache] + items[Item::RecurrentState]).count();
}

class Comparer
{
public:
    Comparer(const DryRun &run, const ResolvedPlan &plan, Measurements &out)
        : m_run(run)
        , m_plan(plan)
        , m_kind(architectureKind(*plan.model, Encoders::Apart))
        , m_out(out)
    {
    }

    void compare()
    {
        const Estimate e = estimate(m_plan);
        // Bytes of each place, GPUs first and the host last.
        qint64 weights = 0, context = 0, weightErrors = 0, contextErrors = 0;
        qint64 measured = 0, estimated = 0;
        ItemBytes devices;
        for (size_t i = 0; i < m_run.weights.size(); ++i) {
            const bool isHost = i + 1 == m_run.weights.size();
            const bool isGpu = !isHost && qint32(i) < std::min(m_run.gpus, e.deviceClasses);
            const ItemBytes items = isHost ? e.host : isGpu ? e.devices[i].items : ItemBytes{};
            weights += m_run.weights[i];
            context += m_run.context[i];
            weightErrors += std::abs(items[Item::Weights].count() - m_run.weights[i]);
            contextErrors += std::abs(contextBytes(items) - m_run.context[i]);
            if (isHost)
                continue;
            measured += m_run.weights[i] + m_run.context[i] + m_run.compute[i];
            estimated += items[Item::Weights].count() + contextBytes(items) + items[Item::Activations].count();
            devices.add(items, 1);
        }
        add("model buffers", double(weights), double(weights + weightErrors));
        add("KV cache and state", double(context), double(context + contextErrors));
        add("compute buffer of the host", double(m_run.compute.back()), double(e.host[Item::Activations].count()));
        if (measured == 0)
            return;
        add("all GPU bytes, CUDA", double(measured), double(estimated));
        m_out.totals.push_back({kEngine,
                                m_range.name,
                                m_range.from,
                                m_kind,
                                m_run.model,
                                m_run.family,
                                configurationOf(m_run),
                                textOf(m_run),
                                double(measured) / kGiB,
                                double(estimated) / kGiB,
                                devices,
                                {},
                                int(m_run.rows)});
    }

private:
    void add(const char *item, double measured, double estimated)
    {
        m_out.observations.push_back({kEngine, m_range.name, QLatin1String(item), m_kind, m_run.model,
                                      configurationOf(m_run), textOf(m_run), Unit::Percent, measured / kGiB,
                                      estimated / kGiB, int(m_run.rows)});
    }

    const DryRun &m_run;
    const ResolvedPlan &m_plan;
    RangeName m_range{QStringLiteral("0.5.0"), QStringLiteral("0.5.0")}; ///< all rows are of it
    QString m_kind;
    Measurements &m_out;
};

} // namespace

void addLlamaCppRuns(const Catalog &catalog, Measurements &out)
{
    // V2 and V3 are one graph; a V3 stands for it here.
    out.architectures[kEngine].insert(QStringLiteral("DeepseekV2ForCausalLM"));
    // Rows that differ in the workload alone follow each other, so that a plan is resolved once for them.
    std::vector<DryRun> runs = readDryRuns();
    std::stable_sort(runs.begin(), runs.end(), [](const DryRun &a, const DryRun &b) { return keyOf(a) < keyOf(b); });
    std::optional<ResolvedPlan> plan;
    QString resolvedKey, refusal;
    for (const DryRun &run : runs) {
        out.rows += int(run.rows);
        if (const QString key = keyOf(run); key != resolvedKey) {
            Result<ResolvedPlan> resolved = resolve(run.plan, catalog);
            refusal = resolved ? QString() : resolved.error().text;
            plan = resolved ? std::optional(std::move(resolved).value()) : std::nullopt;
            resolvedKey = key;
        } else if (plan) {
            setWorkload(*plan, {*run.plan.contextLength, *run.plan.sequences});
        }
        if (!plan) {
            out.unused.push_back({kEngine, run.text(), refusal});
            continue;
        }
        Comparer(run, *plan, out).compare();
        out.architectures[kEngine].insert({run.family, plan->model->architecture});
    }
}

} // namespace accuracy
