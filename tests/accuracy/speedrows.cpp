// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/accuracy/speedrows.h"

#include "core/planning/planning.h"
#include "core/planning/speed/speedhardware.h"
#include "tests/accuracy/csvfile.h"

#include <QHash>

namespace accuracy {
namespace {

using namespace plimsoll;

/// Resolves each plan once: rows differ by workload more than by plan.
class Loads
{
public:
    explicit Loads(const Catalog &catalog)
        : m_catalog(catalog)
    {
    }

    /// The bytes of weights that the row's file has against those of the plan's format are what a file's own plan
    /// would have: llama.cpp's newer mixes are in no catalog. 0 = as planned.
    std::shared_ptr<const SpeedLoad> of(const Plan &plan, double fileGib, QString *why)
    {
        const QString key = keyOf(plan, fileGib);
        if (const auto found = m_loads.constFind(key); found != m_loads.constEnd()) {
            *why = m_errors.value(key);
            return *found;
        }
        std::shared_ptr<const SpeedLoad> load = make(plan, fileGib, why);
        m_loads.insert(key, load);
        m_errors.insert(key, *why);
        return load;
    }

private:
    static QString keyOf(const Plan &plan, double fileGib)
    {
        const Parallel parallel = plan.parallel.value_or(Parallel{});
        return QStringList{std::get<NamedModel>(plan.model).id,
                           plan.weights,
                           plan.engine,
                           plan.gpus.front().id,
                           QString::number(plan.gpus.front().count),
                           QString::number(parallel.tensor),
                           QString::number(parallel.data),
                           QString::number(parallel.expert),
                           plan.engineOptions.value(QLatin1String("backend")).toString(),
                           QString::number(plan.engineOptions.value(QLatin1String("flashAttention")).toBool()),
                           QString::number(plan.engineOptions.value(QLatin1String("nUbatch")).toInteger()),
                           plan.kvKeys,
                           QString::number(fileGib)}
            .join(QLatin1Char(' '));
    }

    std::shared_ptr<const SpeedLoad> make(const Plan &plan, double fileGib, QString *why)
    {
        const Result<ResolvedPlan> resolved = resolve(plan, m_catalog);
        if (!resolved) {
            *why = resolved.error().text;
            return nullptr;
        }
        if (resolved->speed->missing != SpeedLoad::Missing::Nothing) {
            *why = QStringLiteral("no speed");
            return nullptr;
        }
        if (!(fileGib > 0))
            return resolved->speed;
        // A tied table is once in the file, on the host and again on the GPU.
        Bytes planned = resolved->model->tiedEmbeddings ? Bytes() : resolved->layout.host[kOwnFormat][Item::Weights];
        for (const RankLoad &rank : resolved->layout.ranks)
            planned += rank.fixed[kOwnFormat][Item::Weights] * rank.count;
        auto scaled = std::make_shared<SpeedLoad>(*resolved->speed);
        const double scale = fileGib / planned.gibibytes();
        scaled->bytes *= scale;
        scaled->headBytes *= scale;
        for (ExpertLoad &experts : scaled->experts)
            experts.bytes *= scale;
        return scaled;
    }

    const Catalog &m_catalog;
    QHash<QString, std::shared_ptr<const SpeedLoad>> m_loads;
    QHash<QString, QString> m_errors;
};

Plan planOf(const CsvRow &csv, const QString &engine, qint32 gpus)
{
    Plan plan;
    plan.model = NamedModel{csv.text("model")};
    plan.weights = csv.text("weights");
    plan.engine = engine;
    plan.gpus = {{csv.text("gpu"), gpus}};
    return plan;
}

void setLlamaOptions(Plan &plan, const CsvRow &csv)
{
    plan.engineOptions.insert(QStringLiteral("backend"), csv.text("backend"));
    plan.engineOptions.insert(QStringLiteral("flashAttention"), csv.text("flash_attention") == QLatin1String("1"));
    if (csv.has("micro_batch"))
        plan.engineOptions.insert(QStringLiteral("nUbatch"), csv.integer("micro_batch", 0));
}

QString hardwareOf(const Catalog &catalog, const CsvRow &csv, const QString &engine, const QString &backend)
{
    const Result<Gpu> gpu = catalog.gpu(csv.text("gpu"), QString());
    return gpu ? speedHardware({*gpu}, engine, backend) : QString();
}

SpeedRow rowOf(const Catalog &catalog, const CsvRow &csv, const QString &engine, const QString &backend)
{
    SpeedRow row;
    row.row = csv.text("row");
    row.engine = engine;
    row.model = csv.text("model");
    row.weights = csv.text("weights");
    row.gpu = csv.text("gpu");
    row.hardware = hardwareOf(catalog, csv, engine, backend);
    return row;
}

void addLlamaCpp(const Catalog &catalog, Loads &loads, SpeedRows &out)
{
    const CsvFile file(QStringLiteral("speed/llamacpp.csv"));
    for (const CsvRow &csv : file.rows()) {
        const QString backend = csv.text("backend");
        SpeedRow row = rowOf(catalog, csv, QStringLiteral("llama.cpp"), backend);
        row.leftOut = row.gpu;
        row.layout = QStringLiteral("%1 x %2").arg(csv.text("gpus"), backend);
        row.isPrompt = csv.text("phase") == QLatin1String("prefill");
        row.superseded = csv.text("build").contains(QLatin1String("b5863")); // the same GPU has rows of b9187
        const double tokens = csv.number("tokens"), depth = csv.number("depth");
        row.sequences = csv.number("sequences");
        row.tokens = tokens;
        row.cached = row.isPrompt ? depth : depth + tokens / 2;
        // Printed are tokens of all sequences a second.
        row.measured = (row.isPrompt ? tokens : row.sequences) / csv.number("tokens_per_s");
        Plan plan = planOf(csv, row.engine, qint32(csv.integer("gpus", 1)));
        setLlamaOptions(plan, csv);
        plan.contextLength = std::max<qint64>(1, qint64(depth + tokens));
        QString why;
        row.load = loads.of(plan, csv.has("file_gib") ? csv.number("file_gib") : 0, &why);
        if (row.load)
            out.rows.push_back(row);
        else
            out.unused << row.row + QStringLiteral(": ") + why;
    }
}

void addServers(const Catalog &catalog, Loads &loads, SpeedRows &out)
{
    // DeepSeek-V3 and R1 are one architecture, so neither is new where the other was fitted on.
    const QHash<QString, QString> sameAs = {
        {QStringLiteral("deepseek-ai/DeepSeek-R1"), QStringLiteral("deepseek-ai/DeepSeek-V3")}};
    const CsvFile file(QStringLiteral("speed/server.csv"));
    for (const CsvRow &csv : file.rows()) {
        SpeedRow row = rowOf(catalog, csv, csv.text("engine"), QString());
        row.leftOut = sameAs.value(row.model, row.model);
        const Parallel parallel{qint32(csv.integer("tp", 1)), 1, qint32(csv.integer("dp", 1)),
                                qint32(csv.integer("ep", 1))};
        row.layout = QStringLiteral("TP%1 DP%2 EP%3").arg(parallel.tensor).arg(parallel.data).arg(parallel.expert);
        Plan plan = planOf(csv, row.engine, parallel.tensor * parallel.data);
        plan.parallel = parallel;
        const double input = csv.number("input"), output = csv.number("output");
        row.sequences = csv.number("concurrency");
        QString why;
        row.load = loads.of(plan, 0, &why);
        if (!row.load) {
            out.unused << row.row + QStringLiteral(": ") + why;
            continue;
        }
        if (csv.has("tpot_ms")) {
            row.tokens = input;
            row.cached = input + output / 2;
            row.traffic = {qint64(input), qint64(output)};
            row.measured = csv.number("tpot_ms") / 1000;
            out.rows.push_back(row);
        } else if (csv.has("ttft_ms") && row.sequences == 1) {
            row.isPrompt = true;
            row.tokens = input;
            row.cached = 0;
            row.measured = csv.number("ttft_ms") / 1000;
            out.rows.push_back(row);
        }
    }
}

void addHeldOut(const Catalog &catalog, Loads &loads, SpeedRows &out)
{
    const CsvFile file(QStringLiteral("speed/heldout.csv"));
    for (const CsvRow &csv : file.rows()) {
        const QString backend = csv.text("backend");
        SpeedRow row = rowOf(catalog, csv, csv.text("engine"), backend);
        row.layout = QStringLiteral("1 GPU, %1 KV cache").arg(csv.text("kv"));
        row.isPrompt = csv.text("phase") == QLatin1String("prefill");
        row.tokens = csv.number("tokens");
        row.cached = csv.number("context");
        row.sequences = csv.number("sequences");
        row.traffic = {qint64(row.isPrompt ? 0 : row.tokens), qint64(csv.number("answer_tokens"))};
        row.measured = csv.number("measured_ms") / 1000;
        Plan plan = planOf(csv, row.engine, 1);
        plan.kvKeys = plan.kvValues = csv.text("kv");
        if (!backend.isEmpty())
            setLlamaOptions(plan, csv);
        QString why;
        row.load = loads.of(plan, 0, &why);
        if (row.load)
            out.heldOut.push_back(row);
        else
            out.unused << row.row + QStringLiteral(": ") + why;
    }
}

} // namespace

SpeedRows readSpeedRows(const Catalog &catalog)
{
    SpeedRows out;
    Loads loads(catalog);
    addLlamaCpp(catalog, loads, out);
    addServers(catalog, loads, out);
    addHeldOut(catalog, loads, out);
    return out;
}

} // namespace accuracy
