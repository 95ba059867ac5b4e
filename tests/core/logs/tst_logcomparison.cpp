// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/catalog.h"
#include "core/logs/catalognames.h"
#include "core/logs/logcomparison.h"
#include "core/logs/logreader.h"
#include "core/planning/planning.h"

#include <QFile>
#include <QTest>

#include <cmath>

using namespace plimsoll;

namespace {

LogReading read(const QByteArray &log)
{
    LogReader reader;
    reader.feed(log);
    return reader.finish();
}

LogReading readSample(const char *name)
{
    QFile file(QStringLiteral(PLIMSOLL_LOG_SAMPLES "/") + QLatin1String(name));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s is missing", name);
    return read(file.readAll());
}

const LogComparisonRow *rowOf(const std::vector<LogComparisonRow> &rows, Measured item, const QString &device = {})
{
    const auto found = std::find_if(rows.begin(), rows.end(), [&](const LogComparisonRow &each) {
        return each.item == item && each.device == device;
    });
    return found == rows.end() ? nullptr : &*found;
}

using Row = QHash<QByteArray, QByteArray>;

QList<Row> rowsOfCsv(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s is missing", qPrintable(path));
    const QByteArrayList names = file.readLine().trimmed().split(',');
    QList<Row> rows;
    while (!file.atEnd()) {
        const QByteArrayList cells = file.readLine().trimmed().split(',');
        Row row;
        for (qsizetype i = 0; i < std::min(names.size(), cells.size()); ++i)
            row.insert(names.at(i), cells.at(i));
        rows.append(row);
    }
    return rows;
}

/// The lines that vLLM 0.19 prints for a measured run, on its one rank.
QByteArray logOfRun(const Row &run)
{
    return "(APIServer pid=1) INFO 01-01 00:00:01 [utils.py:1] non-default args: {'model': '" + run["model"]
           + "', 'max_model_len': " + run["max_model_len"]
           + ", 'gpu_memory_utilization': " + run["gpu_memory_utilization"]
           + "}\n(EngineCore pid=2) INFO 01-01 00:00:02 [core.py:1] Initializing a V1 LLM engine (v0.19.0) with "
             "config: "
             "model='"
           + run["model"] + "', dtype=" + run["dtype"] + ", max_seq_len=" + run["max_model_len"]
           + ", tensor_parallel_size=" + run["tp"] + ", pipeline_parallel_size=" + run["pp"]
           + ", quantization=" + run["quantization"] + ", kv_cache_dtype=" + run["kv_cache_dtype"]
           + ", \n(EngineCore pid=2) INFO 01-01 00:00:03 [gpu_model_runner.py:1] Model loading took "
           + run["weights_memory_gib"]
           + " GiB memory and 9.0 seconds\n(EngineCore pid=2) INFO 01-01 00:00:04 [gpu_worker.py:1] Available KV cache "
             "memory: "
           + run["kv_cache_memory_gib"]
           + " GiB\n(EngineCore pid=2) INFO 01-01 00:00:04 [kv_cache_utils.py:1] GPU KV cache size: "
           + run["kv_cache_tokens"] + " tokens\n";
}

} // namespace

/// What a log tells of a plan, and its figures beside the estimate.
class LogComparisonTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// Measured runs of vLLM on an H100: the comparison says of each what docs/ACCURACY.md says of the estimate.
    void measuredRuns()
    {
        const Catalog catalog = Catalog::builtIn();
        int compared = 0, inside = 0;
        for (const Row &run : rowsOfCsv(QStringLiteral(PLIMSOLL_TEST_DATA "/vllm_h100_runs.csv"))) {
            if (run["status"] != "ok" || run["tp"] != "1" || run["pp"] != "1")
                continue;
            const LogReading reading = read(logOfRun(run));
            LogPlan log = planOfLog(reading, catalog);
            if (!log.knowsModel)
                continue;
            const char *name = run["log_file"].constData();
            QCOMPARE(log.plan.engineVersion, QStringLiteral("0.19.0"));
            QCOMPARE(log.plan.contextLength.value_or(0), run["max_model_len"].toLongLong());
            log.plan.gpus = {{QStringLiteral("nvidia-h100-sxm-80gb"), 1}};
            const Result<PlanAnswer> answer = answerPlan(log.plan, catalog);
            QVERIFY2(answer.ok(), name);
            const LogComparison comparison = compareWithLog(reading, log, answer->plan, answer->estimate);
            const LogComparisonRow *weights = rowOf(comparison.rows, Measured::Weights);
            const LogComparisonRow *pool = rowOf(comparison.rows, Measured::KvCache);
            const LogComparisonRow *tokens = rowOf(comparison.rows, Measured::KvTokens);
            QVERIFY2(weights && pool && tokens && weights->predicted && pool->predicted && tokens->predicted, name);
            QCOMPARE(weights->measured, double(Bytes::fromGiB(run["weights_memory_gib"].toDouble()).count()));
            QCOMPARE(tokens->measured, run["kv_cache_tokens"].toDouble());
            QVERIFY2(std::abs(weights->difference()) < 0.03 * weights->measured, name);
            QVERIFY2(std::abs(pool->difference()) < double(Bytes::fromGiB(1.5).count()), name);
            for (const LogComparisonRow *row : {weights, pool, tokens}) {
                ++compared;
                inside += row->inside() ? 1 : 0;
                QCOMPARE(row->reasons.isEmpty(), row->inside());
            }
        }
        qInfo("%d figures of measured runs compared, %d inside their interval", compared, inside);
        QVERIFY(compared >= 45);
        QVERIFY(inside >= compared * 85 / 100);
    }

    void planOfTwoRanks()
    {
        const Catalog catalog = Catalog::builtIn();
        const LogPlan log = planOfLog(readSample("vllm-v1-two-ranks.log"), catalog);
        QVERIFY(log.knowsModel);
        QCOMPARE(std::get<NamedModel>(log.plan.model).id, QStringLiteral("Qwen/Qwen3-8B"));
        QCOMPARE(log.plan.engine, QStringLiteral("vllm"));
        QCOMPARE(log.plan.engineVersion, QStringLiteral("0.11.0"));
        QCOMPARE(log.plan.kvKeys, QStringLiteral("fp8"));
        QCOMPARE(log.plan.contextLength.value_or(0), 12288);
        QCOMPARE(log.plan.parallel.value_or(Parallel()).tensor, 2);
        QCOMPARE(log.gpusOfLayout, 2);
        QCOMPARE(log.plan.engineOptions.value(QLatin1String("gpuMemoryUtilization")).toDouble(), 0.85);
        QCOMPARE(log.plan.engineOptions.value(QLatin1String("maxNumSeqs")).toInt(), 64);
        QCOMPARE(log.plan.engineOptions.value(QLatin1String("maxNumBatchedTokens")).toInt(), 4096);
        QVERIFY(log.plan.weights.isEmpty()); // the checkpoint's own
    }

    void planOfCards()
    {
        const Catalog catalog = Catalog::builtIn();
        const LogPlan log = planOfLog(readSample("llamacpp-two-cards.log"), catalog);
        QCOMPARE(std::get<NamedModel>(log.plan.model).id, QStringLiteral("meta-llama/Llama-3.1-8B-Instruct"));
        QCOMPARE(log.plan.weights, QStringLiteral("q8_0"));
        QCOMPARE(log.plan.kvKeys, QStringLiteral("q8_0"));
        QCOMPARE(log.plan.contextLength.value_or(0), 8192); // 16384 cells for two sequences
        QCOMPARE(log.plan.sequences.value_or(0), 2);
        QCOMPARE(log.plan.gpus, (std::vector<GpuChoice>{{QStringLiteral("nvidia-rtx-4090-24gb"), 2}}));
        QCOMPARE(log.plan.engineVersion, QStringLiteral("b6123"));
        QVERIFY(!log.carries("engine.options.gpuLayers")); // all of them are on the cards
        QCOMPARE(log.plan.engineOptions.value(QLatin1String("nUbatch")).toInt(), 256);
    }

    /// By hand from the samples: the largest rank, the smallest pool, keys and values and pools added, the last trial.
    void rules()
    {
        const double gib = 1073741824.0, mib = 1048576.0;
        const auto two = measuredRows(readSample("vllm-v1-two-ranks.log"));
        QCOMPARE(rowOf(two, Measured::Weights)->measured, std::round(7.6512 * gib));
        QCOMPARE(rowOf(two, Measured::Weights)->rankCount(), 2);
        QCOMPARE(rowOf(two, Measured::KvCache)->measured, std::round(25.11 * gib));
        QCOMPARE(rowOf(two, Measured::KvTokens)->measured, 731376.0);
        QCOMPARE(rowOf(two, Measured::Concurrency)->measured, 59.52);

        const auto first = measuredRows(readSample("vllm-v0-profile.log"));
        QCOMPARE(rowOf(first, Measured::KvTokens)->measured, 1932.0 * 32); // blocks of 32 tokens

        const auto ray = measuredRows(readSample("vllm-ray-wrapped.log"));
        QCOMPARE(rowOf(ray, Measured::Weights)->rankCount(), 4); // one line stands for three

        const auto pools = measuredRows(readSample("sglang-pools.log"));
        QCOMPARE(rowOf(pools, Measured::KvCache)->measured, 7.25 * gib);
        QCOMPARE(rowOf(pools, Measured::StateCache)->measured, 4.75 * gib);

        const auto last = measuredRows(readSample("tensorrtllm.log"));
        QCOMPARE(rowOf(last, Measured::KvCache)->measured, std::round(22.60 * gib));
        QCOMPARE(rowOf(last, Measured::KvTokens)->measured, 185120.0);

        const auto cards = measuredRows(readSample("llamacpp-two-cards.log"));
        QCOMPARE(rowOf(cards, Measured::KvCache, QStringLiteral("CUDA1"))->measured, 510 * mib);
        QCOMPARE(rowOf(cards, Measured::Compute, QStringLiteral("host"))->measured, std::round(34.02 * mib));

        const auto starts = measuredRows(readSample("vllm-two-starts.log"));
        QCOMPARE(rowOf(starts, Measured::Weights)->measured, std::round(13.5083 * gib));
        QCOMPARE(rowOf(measuredRows(readSample("vllm-two-starts.log"), 0), Measured::Weights)->measured, 13.5 * gib);
    }

    /// A figure outside has a reason, and one that nothing explains says so.
    void reasons()
    {
        const Catalog catalog = Catalog::builtIn();
        const auto compared = [&](QByteArray log, const char *gpu) {
            const LogReading reading = read(log);
            LogPlan plan = planOfLog(reading, catalog);
            plan.plan.gpus = {{QLatin1String(gpu), 1}};
            const Result<PlanAnswer> answer = answerPlan(plan.plan, catalog);
            return compareWithLog(reading, plan, answer.value().plan, answer.value().estimate);
        };
        // Weights of a measured run of Llama 3.1 8B are 14.99 GiB.
        const QByteArray head =
            "args: {'gpu_memory_utilization': 0.95} \nInitializing a V1 LLM engine (v0.19.0) with config: "
            "model='meta-llama/Llama-3.1-8B-Instruct', max_seq_len=8192, tensor_parallel_size=1, x\n";
        LogComparison found = compared(head + "Model loading took 14.99 GiB and\n", "nvidia-h100-sxm-80gb");
        QVERIFY(rowOf(found.rows, Measured::Weights)->inside());
        found = compared(head + "Model loading took 19.99 GiB and\n", "nvidia-h100-sxm-80gb");
        QCOMPARE(rowOf(found.rows, Measured::Weights)->reasons, QStringList{QStringLiteral("unexplained")});
        found = compared(QByteArray(head).replace("0.19.0", "7.0.0") + "Model loading took 19.99 GiB and\n",
                         "nvidia-h100-sxm-80gb");
        QVERIFY(rowOf(found.rows, Measured::Weights)->reasons.contains(QStringLiteral("version-newer")));
        found =
            compared(head
                         + "Available KV cache memory: 20.00 GiB\nFree memory on device (20.00/39.49 GiB) on startup. "
                           "Desired GPU memory utilization is (0.95, 37.52 GiB).\n",
                     "nvidia-h100-sxm-80gb");
        QVERIFY(rowOf(found.rows, Measured::KvCache)->reasons.contains(QStringLiteral("other-gpu-memory")));
        QVERIFY(rowOf(found.rows, Measured::KvCache)->reasons.contains(QStringLiteral("gpu-shared")));
        found = compared(head + "Graph capturing finished in 5 secs, took -0.40 GiB\n", "nvidia-h100-sxm-80gb");
        QCOMPARE(rowOf(found.rows, Measured::Graphs)->reasons, QStringList{QStringLiteral("negative-graphs")});
    }

    void names_data()
    {
        QTest::addColumn<QString>("printed");
        QTest::addColumn<QString>("id");
        QTest::addColumn<QString>("weights");
        const auto row = [](const char *printed, const char *id, const char *weights = "") {
            QTest::newRow(printed) << QString::fromLatin1(printed) << QString::fromLatin1(id)
                                   << QString::fromLatin1(weights);
        };
        row("Qwen/Qwen3-8B", "Qwen/Qwen3-8B");
        row("/models/Qwen3-8B/", "Qwen/Qwen3-8B");
        row("/c/hub/models--Qwen--Qwen3-8B/snapshots/0123/", "Qwen/Qwen3-8B");
        row("C:\\gguf\\Qwen3-8B-Q4_K_M.gguf", "Qwen/Qwen3-8B");
        row("Qwen3-8B-Q8_0-00001-of-00003.gguf", "Qwen/Qwen3-8B");
        row("Qwen2.5 Coder 32B Instruct", "Qwen/Qwen2.5-Coder-32B-Instruct");
        row("someone/Qwen2.5-7B-Instruct-AWQ", "Qwen/Qwen2.5-7B-Instruct", "awq-int4");
        row("nobody/nothing-9B", "");
        row("", "");
    }
    void names()
    {
        QFETCH(QString, printed);
        const MeantModel meant = modelMeant(printed, Catalog::builtIn());
        QTEST(meant.id, "id");
        QTEST(meant.weights, "weights");
    }

    void gpuNames()
    {
        const Catalog catalog = Catalog::builtIn();
        const auto meant = [&](const char *name, double gib) {
            return gpuMeant(QLatin1String(name), Bytes::fromGiB(gib), catalog);
        };
        QCOMPARE(meant("NVIDIA GeForce RTX 3090", 23.6), QStringLiteral("nvidia-rtx-3090-24gb"));
        QCOMPARE(meant("Tesla T4", 14.6), QStringLiteral("nvidia-t4-16gb"));
        QCOMPARE(meant("NVIDIA_A100-SXM4-80GB", 79.2), QStringLiteral("nvidia-a100-sxm-80gb"));
        QCOMPARE(meant("NVIDIA H100 80GB HBM3", 79.2), QStringLiteral("nvidia-h100-sxm-80gb"));
        QCOMPARE(meant("Nobody's card", 10), QString());
        QCOMPARE(meant("", 10), QString());
    }
};

QTEST_GUILESS_MAIN(LogComparisonTest)
#include "tst_logcomparison.moc"
