// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planning/limits.h"
#include "core/planning/planning.h"
#include "core/units/quantity.h"

#include <QTest>

using namespace plimsoll;

/// How far a workload can grow, against a scan that asks estimate() one value after another.
class LimitsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void againstAScan_data();
    void againstAScan();
    void noGpuNoLimit();
    void nothingFits();
    void asFarAsAsked();

private:
    ResolvedPlan resolved(const QString &model, const QString &gpu, int count, qint64 context, qint64 sequences)
    {
        Plan plan;
        plan.model = NamedModel{model};
        if (count > 0)
            plan.gpus = {GpuChoice{gpu, count}};
        plan.contextLength = context;
        plan.sequences = sequences;
        Result<ResolvedPlan> result = resolve(plan, m_catalog);
        if (!result)
            qFatal("%s", qPrintable(result.error().text));
        return std::move(result).value();
    }

    Catalog m_catalog = Catalog::builtIn();
};

void LimitsTest::againstAScan_data()
{
    QTest::addColumn<QString>("model");
    QTest::addColumn<QString>("gpu");
    QTest::addColumn<int>("gpus");
    QTest::addColumn<qint64>("context");
    QTest::addColumn<qint64>("sequences");
    QTest::newRow("grouped-query attention") << "meta-llama/Llama-3.1-8B"
                                             << "nvidia-rtx-4090-24gb" << 1 << qint64(4096) << qint64(2);
    QTest::newRow("two GPUs") << "meta-llama/Llama-3.1-8B"
                              << "nvidia-rtx-4090-24gb" << 2 << qint64(8192) << qint64(4);
    QTest::newRow("sliding window") << "google/gemma-3-27b-it"
                                    << "nvidia-h100-sxm-80gb" << 1 << qint64(8192) << qint64(8);
    QTest::newRow("multi-head latent attention") << "deepseek-ai/DeepSeek-V2-Lite-Chat"
                                                 << "nvidia-h100-sxm-80gb" << 1 << qint64(16384) << qint64(32);
}

void LimitsTest::againstAScan()
{
    QFETCH(QString, model);
    QFETCH(QString, gpu);
    QFETCH(int, gpus);
    QFETCH(qint64, context);
    QFETCH(qint64, sequences);
    const ResolvedPlan plan = resolved(model, gpu, gpus, context, sequences);
    ResolvedPlan trial = plan;

    const qint64 tokens = longestContext(plan, kMaxTokens);
    qint64 scanned = 0;
    for (trial.workload.contextLength = 1; estimate(trial).fits; ++trial.workload.contextLength)
        scanned = trial.workload.contextLength;
    QCOMPARE(tokens, scanned);
    QVERIFY(tokens > 0);

    trial = plan;
    scanned = 0;
    for (trial.workload.sequences = 1; estimate(trial).fits; ++trial.workload.sequences)
        scanned = trial.workload.sequences;
    QCOMPARE(mostSequences(plan, kMaxSequences), scanned);
    QVERIFY(scanned > 0);
}

void LimitsTest::noGpuNoLimit()
{
    const ResolvedPlan plan = resolved(QStringLiteral("meta-llama/Llama-3.1-8B"), {}, 0, 8192, 1);
    QCOMPARE(longestContext(plan, kMaxTokens), 0);
    QCOMPARE(mostSequences(plan, kMaxSequences), 0);
}

void LimitsTest::nothingFits()
{
    const ResolvedPlan plan = resolved(QStringLiteral("meta-llama/Llama-3.1-70B-Instruct"),
                                       QStringLiteral("nvidia-rtx-4090-24gb"), 1, 8192, 1);
    QCOMPARE(longestContext(plan, kMaxTokens), 0);
    QCOMPARE(mostSequences(plan, kMaxSequences), 0);
}

void LimitsTest::asFarAsAsked()
{
    const ResolvedPlan plan =
        resolved(QStringLiteral("meta-llama/Llama-3.1-8B"), QStringLiteral("nvidia-h100-sxm-80gb"), 1, 8192, 1);
    QCOMPARE(longestContext(plan, 100), 100);
    QCOMPARE(mostSequences(plan, 3), 3);
}

QTEST_GUILESS_MAIN(LimitsTest)
#include "tst_limits.moc"
