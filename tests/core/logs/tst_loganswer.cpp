// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/catalog.h"
#include "core/logs/loganswer.h"
#include "core/logs/logcells.h"
#include "core/logs/logfacts.h"
#include "core/logs/logfiles.h"
#include "core/logs/logreader.h"
#include "core/logs/logtables.h"

#include <QFile>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <tuple>

using namespace plimsoll;

namespace {

QByteArray sample(const char *name)
{
    QFile file(QStringLiteral(PLIMSOLL_LOG_SAMPLES "/") + QLatin1String(name));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s is missing", name);
    return file.readAll();
}

LogReading read(const QByteArray &log)
{
    LogReader reader;
    reader.feed(log);
    return reader.finish();
}

LogFact factNamed(const std::vector<LogFact> &facts, const char *name)
{
    const auto found =
        std::find_if(facts.begin(), facts.end(), [&](const LogFact &each) { return each.name == QLatin1String(name); });
    return found == facts.end() ? LogFact{} : *found;
}

LogComparisonRow rowWith(double measured, double predicted, double low, double high)
{
    LogComparisonRow row;
    row.measured = measured;
    row.predicted = predicted;
    row.low = low;
    row.high = high;
    return row;
}

constexpr double kGiB = 1073741824.0;

} // namespace

/// What a log says of its deployment and where, and its answer with what it lacks taken from another plan.
class LogAnswerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_catalog = std::make_unique<Catalog>(Catalog::builtIn()); }

    void factsHaveTheirLines()
    {
        const LogReading reading = read(sample("vllm-v1-two-ranks.log"));
        const std::vector<LogFact> facts = factsOfLog(reading, planOfLog(reading, *m_catalog));
        // By hand, with a line counter beside the file.
        QCOMPARE(factNamed(facts, "Engine").value, QStringLiteral("vLLM 0.11.0 (V1)"));
        QCOMPARE(factNamed(facts, "Engine").lines, std::vector<qint64>{1});
        QCOMPARE(factNamed(facts, "Model").value, QStringLiteral("Qwen/Qwen3-8B"));
        QVERIFY(factNamed(facts, "GPU").value.startsWith(QLatin1String("not named in the log")));
        QCOMPARE(factNamed(facts, "GPU").lines, std::vector<qint64>{15}); // the memory of the card
        QCOMPARE(factNamed(facts, "Context").value, QStringLiteral("12,288 tokens"));
        QVERIFY(factNamed(facts, "Options").value.contains(QLatin1String("gpuMemoryUtilization 0.85")));
    }

    void factsOfAnotherStart()
    {
        const LogReading reading = read(sample("vllm-two-starts.log"));
        for (const qint32 start : {0, 1}) {
            const std::vector<LogFact> facts = factsOfLog(reading, planOfLog(reading, *m_catalog, start), start);
            const std::vector<qint64> engine{start == 0 ? 1 : 11}; // ten lines a start
            QCOMPARE(factNamed(facts, "Engine").lines, engine);
        }
    }

    void gpusAreCounted()
    {
        const LogReading reading = read(sample("llamacpp-two-cards.log"));
        const LogFact gpu = factNamed(factsOfLog(reading, planOfLog(reading, *m_catalog)), "GPU");
        QCOMPARE(gpu.value, QString::fromUtf8("2 × NVIDIA GeForce RTX 4090"));
        QCOMPARE(gpu.lines, (std::vector<qint64>{2, 3}));
    }

    void gapsAreFilledWhereWanted()
    {
        const LogReading reading = read(sample("vllm-v1-two-ranks.log"));
        Plan own;
        own.gpus = {{QStringLiteral("nvidia-a100-pcie-40gb"), 8}};
        own.sequences = 5;
        const LogAnswer without = answerLog(reading, *m_catalog, own, {});
        QCOMPARE(without.gaps, (LogGaps{false, true}));
        QCOMPARE(without.missing, LogMissing::GpuUnknown); // over two ranks there is no answer without one
        QVERIFY(!without.answer);
        QVERIFY(!without.comparison.rows.empty());
        const LogAnswer with = answerLog(reading, *m_catalog, own, {false, true});
        QCOMPARE(with.missing, LogMissing::Nothing);
        QCOMPARE(with.plan.gpus, (std::vector<GpuChoice>{{QStringLiteral("nvidia-a100-pcie-40gb"), 2}}));
        QVERIFY(with.comparison.rows.front().predicted);
        const Plan next = planFromLog(with, own);
        QCOMPARE(next.sequences, 5);
        QCOMPARE(next.contextLength, 12288);
    }

    void unknownModel()
    {
        const LogReading reading = read(sample("sglang-pools.log"));
        Plan own;
        own.gpus = {{QStringLiteral("nvidia-h100-sxm-80gb"), 1}};
        QCOMPARE(answerLog(reading, *m_catalog, own, {false, true}).missing, LogMissing::ModelUnknown);
        const LogAnswer taken = answerLog(reading, *m_catalog, own, {true, true});
        QCOMPARE(taken.plan.model, own.model);
        QVERIFY(taken.answer);
    }

    void reasonsAreOfTheStart()
    {
        // The second start is on a card of 40 GB, as the plan is, the first on a smaller one.
        QByteArray second = sample("vllm-v0-profile.log");
        second.replace("(23.64GiB)", "(39.49GiB)");
        const LogReading reading = read(sample("vllm-v0-profile.log") + second);
        QCOMPARE(reading.starts, 2);
        Plan own;
        own.gpus = {{QStringLiteral("nvidia-a100-pcie-40gb"), 1}};
        for (const qint32 start : {0, 1}) {
            const LogAnswer answer = answerLog(reading, *m_catalog, own, {false, true}, start);
            const auto &rows = answer.comparison.rows;
            const auto pool = std::find_if(rows.begin(), rows.end(),
                                           [](const LogComparisonRow &row) { return row.item == Measured::KvCache; });
            QVERIFY(pool != rows.end() && !pool->reasons.isEmpty());
            QCOMPARE(pool->reasons.contains(QStringLiteral("other-gpu-memory")), start == 0);
        }
    }

    void ranksOfAPipelineHaveTheirStage()
    {
        const QByteArray log =
            "(EngineCore_DP0 pid=7) INFO 02-03 10:00:05 [core.py:14] Initializing a V1 LLM engine (v0.11.0) with "
            "config: "
            "model='meta-llama/Llama-3.1-8B-Instruct', dtype=torch.bfloat16, max_seq_len=8192, tensor_parallel_size=1, "
            "pipeline_parallel_size=3, data_parallel_size=1, quantization=None, enforce_eager=False, seed=0\n"
            "(Worker_PP1 pid=91) INFO 02-03 10:00:20 [gpu_model_runner.py:15] Model loading took 4.5000 GiB and 9.1 "
            "seconds\n"
            "(Worker_PP0 pid=90) INFO 02-03 10:00:21 [gpu_model_runner.py:15] Model loading took 5.4800 GiB and 9.2 "
            "seconds\n"
            "(Worker_PP2 pid=92) INFO 02-03 10:00:22 [gpu_model_runner.py:15] Model loading took 9.0000 GiB and 9.2 "
            "seconds\n";
        Plan own;
        own.gpus = {{QStringLiteral("nvidia-h100-sxm-80gb"), 1}};
        const LogAnswer answer = answerLog(read(log), *m_catalog, own, {false, true});
        QVERIFY2(answer.answer, qPrintable(answer.refusal.text));
        const LogComparisonRow &weights = answer.comparison.rows.front();
        QCOMPARE(weights.ranks.size(), size_t(3));
        // By hand: a layer has 218,112,000 parameters, the embeddings and the head 525,336,576 each; of 32 layers the
        // stages have 11, 11 and 10, in two bytes a parameter; each has a rotary table of 131,072 x 128 besides.
        for (const auto &[rank, gib, inside] :
             {std::tuple(size_t(0), 4.5001, true), std::tuple(size_t(1), 5.4787, true),
              std::tuple(size_t(2), 5.0724, false)}) {
            const LogComparisonRow::Rank &each = weights.ranks[rank];
            QVERIFY(each.predicted);
            QVERIFY2(std::abs(*each.predicted / kGiB - gib) < 0.01,
                     qPrintable(QString::number(*each.predicted / kGiB)));
            QCOMPARE(weights.inside(each), inside);
        }
    }

    void ranksWithoutAStage()
    {
        const LogReading reading = read(sample("vllm-v1-two-ranks.log"));
        Plan own;
        own.gpus = {{QStringLiteral("nvidia-a100-pcie-40gb"), 1}};
        const LogAnswer answer = answerLog(reading, *m_catalog, own, {false, true});
        for (const LogComparisonRow &row : answer.comparison.rows) {
            const bool ofDevice = row.item == Measured::Weights || row.item == Measured::Graphs;
            for (const LogComparisonRow::Rank &rank : row.ranks)
                QCOMPARE(rank.predicted.has_value(), ofDevice); // one stage alone; a pool is no matter of one rank
        }
    }

    void differencesAreNeverZeroOutside()
    {
        const QLocale c = QLocale::c();
        const LogComparisonRow outside = rowWith(4 * kGiB + 200'000, 4 * kGiB, 4 * kGiB, 4 * kGiB);
        QVERIFY(!outside.inside());
        QCOMPARE(logDifferenceText(outside, SizeUnit::GiB, c), QStringLiteral("+0.0002 GiB (+0.0 %)"));
        const LogComparisonRow inside = rowWith(4 * kGiB - 200'000, 4 * kGiB, 3 * kGiB, 5 * kGiB);
        QCOMPARE(logDifferenceText(inside, SizeUnit::GiB, c), QStringLiteral("0.000 GiB"));
        const LogComparisonRow less = rowWith(3 * kGiB, 4 * kGiB, 2.5 * kGiB, 5 * kGiB);
        QCOMPARE(logDifferenceText(less, SizeUnit::GiB, c), QStringLiteral("-1.000 GiB (-25.0 %)"));
        QCOMPARE(logDifferenceText(less, SizeUnit::GB, c), QStringLiteral("-1.074 GB (-25.0 %)"));
        QCOMPARE(logIntervalText(less, SizeUnit::GB, c), QStringLiteral("2.684 to 5.369"));
    }

    void tables()
    {
        LogComparison comparison;
        comparison.rows.push_back(rowWith(3 * kGiB, 4 * kGiB, 3.5 * kGiB, 5 * kGiB));
        comparison.rows.front().device = QStringLiteral("CUDA0");
        comparison.rows.front().ranks = {{QStringLiteral("a, \"b\""), 3 * kGiB, 1, 12},
                                         {QStringLiteral("=1"), 4 * kGiB, 1, 13, 4 * kGiB, 3.5 * kGiB, 5 * kGiB}};
        comparison.rows.front().reasons = {QStringLiteral("why")};
        comparison.remarks = {{QStringLiteral("why"), QStringLiteral("One | two")}};
        QCOMPARE(comparisonMarkdown(comparison, SizeUnit::GiB, QLocale::c()).section(QLatin1Char('\n'), 2, 2),
                 QStringLiteral("| CUDA0: Weights | 3.000 GiB |  | 4.000 GiB | -1.000 GiB (-25.0 %) | 3.500 to 5.000 | "
                                "outside | One \\| two |"));
        const QStringList csv = comparisonCsv(comparison, SizeUnit::GiB).split(QStringLiteral("\r\n"));
        QCOMPARE(csv.at(1), QStringLiteral("CUDA0: Weights,,,GiB,3.000000,4.000000,-1.000000,3.500000,5.000000,outside,"
                                           "One | two"));
        QCOMPARE(csv.at(2), QStringLiteral("CUDA0: Weights,\"a, \"\"b\"\"\",12,GiB,3.000000,,,,,,"));
        // A name that a spreadsheet would work out is text.
        QCOMPARE(csv.at(3),
                 QStringLiteral("CUDA0: Weights,'=1,13,GiB,4.000000,4.000000,0.000000,3.500000,5.000000,inside,"));
    }

    void whatIsALog_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("beginning");
        QTest::addColumn<bool>("isLog");
        QTest::newRow("by its name") << "serve.log" << QByteArray("anything") << true;
        QTest::newRow("rotated") << "serve.log.1" << QByteArray("anything") << true;
        QTest::newRow("by its lines") << "serve" << sample("ollama.log") << true;
        QTest::newRow("of Docker") << "abc-json.log"
                                   << QByteArray("{\"log\":\"INFO vLLM API server version 0.11.0\\n\"}") << true;
        QTest::newRow("a plan called log") << "plan.log" << QByteArray("\n{\"schema\": \"plimsoll.plan/1\"}") << false;
        QTest::newRow("a picture called log") << "a.log" << QByteArray("\x89PNG\r\n\x1a\n") << false;
        QTest::newRow("a plan") << "plan.plimsoll" << QByteArray("{}") << false;
        QTest::newRow("something else") << "notes" << QByteArray("buy milk") << false;
    }

    void whatIsALog()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, beginning);
        QFETCH(bool, isLog);
        QCOMPARE(looksLikeLog(name, beginning), isLog);
    }

private:
    std::unique_ptr<Catalog> m_catalog;
};

QTEST_GUILESS_MAIN(LogAnswerTest)
#include "tst_loganswer.moc"
