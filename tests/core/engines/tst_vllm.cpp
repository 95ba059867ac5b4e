// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engines/torch/parallellayout.h"
#include "core/engines/vllm/vllmcache.h"
#include "core/planning/planning.h"
#include "core/planning/sentences.h"
#include "tests/core/engines/measuredruns.h"
#include "tests/core/resolvedplan.h"

#include <QTest>

#include <cmath>
#include <map>

using namespace plimsoll;

namespace {

/// Errors of distinct configurations: the mean over each configuration's runs counts once.
class Errors
{
public:
    void add(const QString &configuration, double error)
    {
        m_sums[configuration].first += std::abs(error);
        ++m_sums[configuration].second;
    }
    double mean() const
    {
        double sum = 0;
        for (const auto &[name, entry] : m_sums)
            sum += entry.first / entry.second;
        return m_sums.empty() ? 0 : sum / double(m_sums.size());
    }
    double worst(QString *name = nullptr) const
    {
        double most = 0;
        for (const auto &[each, entry] : m_sums) {
            if (entry.first / entry.second > most) {
                most = entry.first / entry.second;
                if (name)
                    *name = each;
            }
        }
        return most;
    }
    int count() const { return int(m_sums.size()); }

private:
    std::map<QString, std::pair<double, int>> m_sums;
};

/// The rank of the estimate that the log speaks of: under pipeline parallel the log does not say which, so the nearest.
const DeviceEstimate &nearestRank(const Estimate &estimate, double weightsGiB)
{
    qint32 best = 0;
    for (qint32 i = 1; i < estimate.deviceClasses; ++i) {
        const auto distance = [&](qint32 at) {
            return std::abs(estimate.devices[size_t(at)].items[Item::Weights].gibibytes() - weightsGiB);
        };
        if (distance(i) < distance(best))
            best = i;
    }
    return estimate.devices[size_t(best)];
}

} // namespace

class VllmTest : public QObject
{
    Q_OBJECT

private:
    Catalog m_catalog = Catalog::builtIn();
    std::vector<MeasuredRun> m_runs;

    ResolvedPlan resolved(const Plan &plan) { return test::resolvedPlan(plan, m_catalog); }

private Q_SLOTS:
    void initTestCase()
    {
        m_runs = readMeasuredRuns();
        QCOMPARE(m_runs.size(), size_t(35));
    }

    /// Mean absolute error at most 0.1 % by distinct configuration, worst at most 1 %, text models.
    void weightsARank()
    {
        Errors errors;
        for (const MeasuredRun &run : m_runs) {
            if (run.hasUnknownTower) {
                qInfo("not used, vision tower not in the catalog: %s", qPrintable(run.name));
                continue;
            }
            const ResolvedPlan plan = resolved(run.plan);
            const double weights = nearestRank(estimate(plan), run.weightsGiB).items[Item::Weights].gibibytes();
            const double percent = 100 * (weights - run.weightsGiB) / run.weightsGiB;
            qInfo("%-70s printed %6.2f estimated %6.3f GiB %+.2f %%", qPrintable(run.configuration), run.weightsGiB,
                  weights, percent);
            if (plan.parameters.vision == 0)
                errors.add(run.configuration, percent);
        }
        QString worst;
        qInfo("weights: %d configurations, mean %.3f %%, worst %.2f %% (%s)", errors.count(), errors.mean(),
              errors.worst(&worst), qPrintable(worst));
        QVERIFY(errors.count() >= 20);
        QVERIFY2(errors.mean() <= 0.1, qPrintable(QString::number(errors.mean())));
        QVERIFY2(errors.worst() <= 1, qPrintable(QString::number(errors.worst())));
    }

    void activationPeak()
    {
        Errors errors;
        for (const MeasuredRun &run : m_runs) {
            const double activation =
                nearestRank(estimate(resolved(run.plan)), run.weightsGiB).items[Item::Activations].gibibytes();
            qInfo("%-70s printed %5.2f estimated %5.2f", qPrintable(run.configuration), run.activationGiB, activation);
            errors.add(run.configuration, activation - run.activationGiB);
        }
        qInfo("activation: mean %.3f GiB, worst %.3f GiB", errors.mean(), errors.worst());
        QVERIFY(errors.mean() <= 0.03);
        QVERIFY(errors.worst() <= 0.15);
    }

    void pool()
    {
        Errors errors;
        for (const MeasuredRun &run : m_runs) {
            if (run.hasUnknownTower)
                continue;
            const double pool = nearestRank(estimate(resolved(run.plan)), run.poolRankWeightsGiB).pool.gibibytes();
            qInfo("%-70s printed %5.2f estimated %5.2f", qPrintable(run.configuration), run.poolGiB, pool);
            errors.add(run.configuration, pool - run.poolGiB);
        }
        qInfo("pool: mean %.3f GiB, worst %.3f GiB", errors.mean(), errors.worst());
        QVERIFY(errors.mean() <= 0.06);
    }

    /// From the printed pool the printed blocks, tokens and concurrency follow exactly, up to the two decimals of the
    /// pool.
    void tokensFromThePrintedPool_data()
    {
        QTest::addColumn<int>("run");
        for (size_t i = 0; i < m_runs.size(); ++i)
            QTest::newRow(qPrintable(m_runs[i].name)) << int(i);
    }
    void tokensFromThePrintedPool()
    {
        QFETCH(int, run);
        const MeasuredRun &measured = m_runs[size_t(run)];
        const ResolvedPlan plan = resolved(measured.plan);
        const RankLoad &rank = plan.layout.ranks.front();
        if (measured.pipeline > 1) {
            QVERIFY(rank.kvUnitBytes[kOwnFormat].count() > 0);
            return; // the printed tokens are the smallest stage's, the printed pool is not
        }
        constexpr double gib = 1073741824.0;
        const auto blocksAt = [&](double poolGiB) {
            return qint64(poolGiB * gib) / rank.kvUnitBytes[kOwnFormat].count();
        };
        QVERIFY2(blocksAt(measured.poolGiB - 0.0051) <= measured.blocks
                     && measured.blocks <= blocksAt(measured.poolGiB + 0.0051),
                 qPrintable(QStringLiteral("blocks %1 for %2").arg(blocksAt(measured.poolGiB)).arg(measured.blocks)));
        QCOMPARE(measured.blocks / rank.kvGroups * rank.kvUnitTokens, measured.tokens);
        const double concurrency = double(measured.blocks) / double(vllm::blocksPerRequest(rank, measured.maxModelLen));
        QVERIFY2(std::abs(concurrency - measured.concurrency) < 0.0051,
                 qPrintable(QStringLiteral("concurrency %1 for %2").arg(concurrency).arg(measured.concurrency)));
    }

    /// Rank by rank: what llm-d's logs print of layouts over several GPUs. Under pipeline parallelism a stage prints
    /// its own weights, activations and pool; the tokens are those of the stage with the fewest, which has to be the
    /// last: it samples, and holds the head.
    void printedRanks_data()
    {
        QTest::addColumn<QString>("log");
        QTest::addColumn<int>("stage");
        QTest::addColumn<int>("ranks"); // alike
        QTest::addColumn<double>("weights");
        QTest::addColumn<double>("activation"); // GiB, 0 = not printed
        QTest::addColumn<double>("pool");
        QTest::addColumn<qint64>("tokens");
        const auto row = [](const char *name, const char *log, int stage, int ranks, double weights, double activation,
                            double pool, qint64 tokens) {
            QTest::newRow(name) << QString::fromLatin1(log) << stage << ranks << weights << activation << pool
                                << tokens;
        };
        const char *pp2 = "meta-llama-llama-3-1-8b---h100-80gb--tp1pp2dp1--8192.log";
        const char *pp4 = "meta-llama-llama-3-1-8b---h100-80gb--tp1pp4dp1--8192.log";
        row("8B, PP 2, first stage: table of embeddings", pp2, 0, 1, 7.51, 1.10, 66.54, 0);
        row("8B, PP 2, last stage: head and sampler", pp2, 1, 1, 7.51, 0, 0, 1'075'312);
        row("8B, PP 4, first stage: uneven by the table", pp4, 0, 1, 4.26, 0, 69.80, 0);
        row("8B, PP 4, second stage: layers alone", pp4, 1, 1, 3.28, 1.05, 0, 0);
        row("8B, PP 4, third stage: layers alone", pp4, 2, 1, 3.28, 1.05, 0, 0);
        row("8B, PP 4, last stage: head and sampler", pp4, 3, 1, 4.26, 0, 0, 2'257'264);
        row("8B, TP 2", "meta-llama-llama-3-1-8b---h100-80gb--tp2pp1dp1--8192.log", 0, 2, 7.51, 1.89, 63.76, 1'044'688);
        row("8B, TP 4", "meta-llama-llama-3-1-8b---h100-80gb--tp4pp1dp1--8192.log", 0, 4, 3.77, 1.89, 67.44, 2'209'792);
        row("Mixtral 8x7B, TP 2", "mistralai-mixtral-8x7b-i--h100-80gb--tp2pp1dp1--8192.log", 0, 2, 43.51, 1.21, 28.44,
            465'936);
        row("Kimi-Dev 72B, TP 2", "moonshotai-kimi-dev-72b--h100-80gb--tp2pp1dp1--8192.log", 0, 2, 67.82, 2.29, 3.02,
            19'776);
        row("Kimi-Dev 72B, TP 4", "moonshotai-kimi-dev-72b--h100-80gb--tp4pp1dp1--8192.log", 0, 4, 34.01, 2.29, 36.72,
            481'296);
        row("gpt-oss-20b, TP 2", "openai-gpt-oss-20b--h100-80gb--tp2pp1dp1--8192.log", 0, 2, 7.01, 2.87, 59.32,
            2'591'776);
        row("Qwen2.5 72B, TP 2", "qwen-qwen2-5-72b-instruc--h100-80gb--tp2pp1dp1--8192.log", 0, 2, 67.80, 2.29, 3.04,
            19'920);
    }
    void printedRanks()
    {
        QFETCH(QString, log);
        QFETCH(int, stage);
        QFETCH(double, weights);
        QFETCH(double, activation);
        QFETCH(double, pool);
        QFETCH(qint64, tokens);
        const auto run =
            std::find_if(m_runs.begin(), m_runs.end(), [&](const MeasuredRun &each) { return each.name == log; });
        QVERIFY(run != m_runs.end());
        const ResolvedPlan plan = resolved(run->plan);
        const Estimate answer = estimate(plan);
        const DeviceEstimate *rank = nullptr;
        for (qint32 i = 0; i < answer.deviceClasses; ++i) {
            if (answer.devices[size_t(i)].stage == stage)
                rank = &answer.devices[size_t(i)];
        }
        QVERIFY(rank);
        QTEST(rank->count, "ranks");
        const double ours = rank->items[Item::Weights].gibibytes();
        // All but gpt-oss (-0.22 %) are within what two decimals round.
        QVERIFY2(std::abs(ours - weights) <= 0.0051 + weights * 0.002, qPrintable(QString::number(ours)));
        const double active = rank->items[Item::Activations].gibibytes();
        QVERIFY2(activation == 0 || std::abs(active - activation) <= 0.08, qPrintable(QString::number(active)));
        const double room = rank->pool.gibibytes();
        QVERIFY2(pool == 0 || std::abs(room - pool) <= 0.2, qPrintable(QString::number(room)));
        if (tokens == 0)
            return;
        QCOMPARE(answer.poolBytes, rank->pool);
        const RankLoad &load = plan.layout.ranks[size_t(rank - answer.devices.data())];
        const double gib = double(tokens) / double(load.kvUnitTokens) * double(load.kvGroups)
                           * load.kvUnitBytes[kOwnFormat].gibibytes();
        qInfo("weights %.3f of %.2f, activation %.2f of %.2f, pool %.2f of %.2f, of the tokens %.2f GiB", ours, weights,
              active, activation, room, pool, gib);
        QVERIFY2(std::abs(room - gib) <= 0.2, qPrintable(QStringLiteral("%1 for %2").arg(room).arg(gib)));
    }

    void runtimeAndGraphs()
    {
        Errors errors;
        for (const MeasuredRun &run : m_runs) {
            const ResolvedPlan plan = resolved(run.plan);
            const DeviceEstimate &rank = nearestRank(estimate(plan), run.weightsGiB);
            errors.add(run.configuration, rank.items[Item::Graphs].gibibytes() - run.graphsGiB);
        }
        qInfo("graphs: mean %.3f GiB, worst %.3f GiB", errors.mean(), errors.worst());
        QVERIFY(errors.mean() <= 0.15);
    }

    /// What a rank has taken before the engine counts: 0.51 GiB on one H100, 1.43 to 2.01 with NCCL.
    void contextBeforeTheStart()
    {
        Errors distributed;
        for (const MeasuredRun &run : m_runs) {
            const DeviceEstimate device = nearestRank(estimate(resolved(run.plan)), run.weightsGiB);
            const Bytes charged = device.items[Item::Weights] + device.items[Item::Activations]
                                  + device.items[Item::KvCache] + device.items[Item::RecurrentState];
            const double context = (device.items[Item::Runtime] - (device.charged - charged)).gibibytes();
            if (run.tensor * run.pipeline == 1)
                QVERIFY2(std::abs(context - run.contextGiB) < 0.01, qPrintable(QString::number(context)));
            else
                distributed.add(run.configuration, context - run.contextGiB);
        }
        QVERIFY(distributed.count() >= 8);
        QVERIFY2(distributed.mean() <= 0.25, qPrintable(QString::number(distributed.mean())));
        QVERIFY2(distributed.worst() <= 0.5, qPrintable(QString::number(distributed.worst())));
    }

    /// get_batch_defaults: 1,024 sequences and 8,192 tokens a step on cards of 70 GiB and more but the A100, else 256
    /// and 2,048. So a plan that says so has the same activations as one that says nothing.
    void batchDefaultsByTheCard_data()
    {
        QTest::addColumn<QString>("gpu");
        QTest::addColumn<int>("sequences");
        QTest::addColumn<int>("tokens");
        QTest::newRow("H100 of 80 GB") << QStringLiteral("nvidia-h100-sxm-80gb") << 1024 << 8192;
        QTest::newRow("H100 of 64 GB") << QStringLiteral("nvidia-h100-sxm-64gb") << 256 << 2048;
        QTest::newRow("A100 of 80 GB") << QStringLiteral("nvidia-a100-sxm-80gb") << 256 << 2048;
        QTest::newRow("L40S") << QStringLiteral("nvidia-l40s-48gb") << 256 << 2048;
    }
    void batchDefaultsByTheCard()
    {
        QFETCH(QString, gpu);
        QFETCH(int, sequences);
        QFETCH(int, tokens);
        Plan plan;
        plan.model = NamedModel{QStringLiteral("meta-llama/Llama-3.1-8B")};
        plan.engineVersion = QStringLiteral("0.19");
        plan.gpus = {{gpu, 1}};
        const Bytes usual = estimate(resolved(plan)).total[Item::Activations];
        plan.engineOptions.insert(QLatin1String("maxNumSeqs"), sequences);
        plan.engineOptions.insert(QLatin1String("maxNumBatchedTokens"), tokens);
        QCOMPARE(usual, estimate(resolved(plan)).total[Item::Activations]);
    }

    /// From 0.20 on the printed size of the pool is concurrency x the longest request (vLLM issue 51041), which for
    /// windowed layers is not its blocks.
    void printedTokens()
    {
        Plan plan;
        plan.model = NamedModel{QStringLiteral("openai/gpt-oss-20b")};
        plan.contextLength = 16'384;
        plan.gpus = {{QStringLiteral("nvidia-h100-sxm-80gb"), 1}};
        const auto ratio = [&](const char *version) {
            plan.engineVersion = QLatin1String(version);
            const Estimate e = estimate(resolved(plan));
            return double(e.poolTokens) / (e.maxConcurrency * double(plan.contextLength.value()));
        };
        QVERIFY(std::abs(ratio("0.20") - 1) < 0.001);
        QVERIFY(std::abs(ratio("0.19") - 1) > 0.1);
    }

    /// No row has tensor parallel 8 with 0.15 and later: what is outside PyTorch is assumed as at 4, for 70 B models
    /// measured as 2.13 to 2.21 GiB.
    void eightRanksAsFour()
    {
        Plan plan;
        plan.model = NamedModel{QStringLiteral("Qwen/Qwen2.5-72B-Instruct")};
        plan.engineVersion = QStringLiteral("0.19");
        const auto runtime = [&](int ranks) {
            plan.gpus = {{QStringLiteral("nvidia-h100-sxm-80gb"), ranks}};
            plan.parallel = Parallel{ranks, 1, 1, 1};
            return estimate(resolved(plan)).devices[0].items[Item::Runtime].gibibytes();
        };
        QVERIFY(std::abs(runtime(8) - runtime(4)) < 0.1);
    }

    /// The interval covers nine of ten distinct configurations (weights, activations, graphs, memory outside PyTorch).
    void interval()
    {
        std::map<QString, std::pair<int, int>> covered;
        for (const MeasuredRun &run : m_runs) {
            if (run.hasUnknownTower) {
                qInfo("not used, vision tower not in the catalog: %s", qPrintable(run.name));
                continue;
            }
            const ResolvedPlan plan = resolved(run.plan);
            const Estimate e = estimate(plan);
            const DeviceEstimate &rank = nearestRank(e, run.weightsGiB);
            // What the log prints, with this plan's cache, which is exact, and the context before the start.
            const double kv = rank.items[Item::KvCache].gibibytes() + rank.items[Item::RecurrentState].gibibytes();
            const double ours = rank.items.total().gibibytes();
            const double context = ours - rank.charged.gibibytes() - rank.items[Item::Graphs].gibibytes();
            const double measured = run.nonKvGiB + run.graphsGiB + kv + context;
            const bool in = measured >= plan.spread.low(rank.items).gibibytes()
                            && measured <= plan.spread.high(rank.items).gibibytes();
            qInfo("%-70s measured/estimated %.4f, rule/measured %.3f", qPrintable(run.configuration), measured / ours,
                  e.ruleOfThumb.gibibytes() / e.devices[0].count / measured);
            covered[run.configuration].first += in ? 1 : 0;
            ++covered[run.configuration].second;
        }
        double share = 0;
        for (const auto &[name, entry] : covered)
            share += double(entry.first) / entry.second;
        share /= double(covered.size());
        qInfo("interval: covers %.1f %% of %zu configurations", 100 * share, covered.size());
        QVERIFY(share >= 0.85);
    }

    void stages_data()
    {
        QTest::addColumn<int>("layers");
        QTest::addColumn<int>("pipeline");
        QTest::addColumn<QList<int>>("sizes");
        // vllm/distributed/utils.py, get_pp_indices: what remains goes to the stages before the last, from the back.
        QTest::newRow("even") << 32 << 4 << QList<int>{8, 8, 8, 8};
        QTest::newRow("one over") << 33 << 4 << QList<int>{8, 8, 9, 8};
        QTest::newRow("three over") << 61 << 8 << QList<int>{7, 7, 8, 8, 8, 8, 8, 7};
        QTest::newRow("as many as layers") << 3 << 3 << QList<int>{1, 1, 1};
    }
    void stages()
    {
        QFETCH(int, layers);
        QFETCH(int, pipeline);
        QFETCH(QList<int>, sizes);
        QList<int> actual;
        for (int i = 0; i < pipeline; ++i) {
            const torch::Stage stage = torch::stageOf(layers, pipeline, i);
            actual.append(stage.end - stage.begin);
        }
        QCOMPARE(actual, sizes);
    }

    /// Before pull request 13839 the last stage had all that remains.
    void restOnLastStage()
    {
        QList<int> sizes;
        for (int i = 0; i < 8; ++i) {
            const torch::Stage stage = torch::stageOf(61, 8, i, true);
            sizes.append(stage.end - stage.begin);
        }
        QCOMPARE(sizes, (QList<int>{7, 7, 7, 7, 7, 7, 7, 12}));
    }

    /// V087: in V0 one rank of two samples. The other printed an activation peak of 0.19 GiB and a pool of 8.69; the
    /// engine's 81,536 tokens of 98,304 bytes were 7.465 GiB, so the one that samples took 1.22 GiB more.
    void driverSamples()
    {
        Plan plan;
        plan.model = NamedModel{QStringLiteral("deepseek-ai/DeepSeek-R1-Distill-Qwen-14B")};
        plan.engine = QStringLiteral("vllm");
        plan.engineVersion = QStringLiteral("0.7");
        plan.contextLength = 1024;
        plan.gpus = {{QStringLiteral("nvidia-rtx-4090-24gb"), 2}};
        plan.parallel = Parallel{2, 1, 1, 1};
        const Estimate v0 = estimate(resolved(plan));
        QCOMPARE(v0.deviceClasses, 2);
        QVERIFY(std::abs(v0.devices[1].items[Item::Activations].gibibytes() - 0.19) < 0.02);
        QVERIFY(std::abs((v0.devices[0].items[Item::Activations] - v0.devices[1].items[Item::Activations]).gibibytes()
                         - 1.22)
                < 0.03);
        plan.engineVersion = QStringLiteral("0.10");
        QCOMPARE(estimate(resolved(plan)).deviceClasses, 1);
    }

    void latentCacheIsOnEveryRank()
    {
        Plan plan;
        plan.model = NamedModel{QStringLiteral("deepseek-ai/DeepSeek-V3")};
        plan.engineVersion = QStringLiteral("0.19");
        plan.contextLength = 8192;
        plan.gpus = {{QStringLiteral("nvidia-h200-sxm-141gb"), 8}};
        const Estimate eight = estimate(resolved(plan));
        // 61 layers x 576 x 2 bytes x 8,192 tokens on each of the 8 ranks.
        QCOMPARE(eight.devices[0].items[Item::KvCache].count(), 61LL * 576 * 2 * 8192);
        QCOMPARE(eight.total[Item::KvCache].count(), 8 * 61LL * 576 * 2 * 8192);
    }

    void graphsEnterTheBudget()
    {
        Plan plan;
        plan.contextLength = 8192;
        plan.gpus = {{QStringLiteral("nvidia-h100-sxm-80gb"), 1}};
        plan.engineVersion = QStringLiteral("0.19");
        const Estimate before = estimate(resolved(plan));
        plan.engineVersion = QStringLiteral("0.21");
        const Estimate after = estimate(resolved(plan));
        QCOMPARE(before.devices[0].pool - after.devices[0].pool, after.devices[0].items[Item::Graphs]);
        QCOMPARE(before.total.total(), after.total.total());
        plan.engineOptions.insert(QLatin1String("enforceEager"), true);
        QCOMPARE(estimate(resolved(plan)).total[Item::Graphs].count(), 0);
    }
};

QTEST_GUILESS_MAIN(VllmTest)
#include "tst_vllm.moc"
