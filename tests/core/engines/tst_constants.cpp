// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planning/planning.h"
#include "tests/core/resolvedplan.h"

#include <QTest>

#include <cmath>

using namespace plimsoll;

/// Constants of resources/catalog/engines that no measured row of tests/accuracy holds: each against another figure of
/// a log, or worked out by hand.
class ConstantsTest : public QObject
{
    Q_OBJECT

private:
    Catalog m_catalog = Catalog::builtIn();

    ResolvedPlan resolved(const char *model, const char *engine, const char *gpu, int gpus,
                          const QJsonObject &options = {})
    {
        Plan plan = test::planOn(model, engine, gpu, gpus);
        plan.engineOptions = options;
        return test::resolvedPlan(plan, m_catalog);
    }

private Q_SLOTS:
    /// What SGLang finds free after the distributed start, "avail mem" before loading, as rows of
    /// tests/data/engine_observations.csv print it: the card less its context and NCCL.
    void sglangFreeBeforeLoading_data()
    {
        QTest::addColumn<QByteArray>("gpu");
        QTest::addColumn<int>("tensor");
        QTest::addColumn<double>("printed");
        QTest::newRow("S008") << QByteArray("nvidia-rtx-4090-24gb") << 1 << 23.16;
        QTest::newRow("S020") << QByteArray("nvidia-a100-sxm-40gb") << 2 << 38.71;
        QTest::newRow("S013") << QByteArray("nvidia-a100-sxm-80gb") << 8 << 77.14;
    }
    void sglangFreeBeforeLoading()
    {
        QFETCH(QByteArray, gpu);
        QFETCH(int, tensor);
        QFETCH(double, printed);
        const ResolvedPlan plan = resolved("meta-llama/Llama-3.1-8B", "sglang@0.4", gpu.constData(), tensor,
                                           {{QStringLiteral("memFractionStatic"), 0.5}});
        const double before = estimate(plan).devices[0].budget.gibibytes() / 0.5;
        QVERIFY2(std::abs(before - printed) < 0.5, qPrintable(QString::number(before)));
    }

    /// Two logs of 2026 have a pool of windowed layers of 0.8 times the tokens of that of full ones. gpt-oss-20b: 12 of
    /// each, 8 heads x 64, K and V, 2 bytes = 2,048 bytes a layer.
    void sglangWindowShare()
    {
        const auto unit = [&](const char *engine) {
            return resolved("openai/gpt-oss-20b", engine, "nvidia-h100-sxm-80gb", 1)
                .layout.ranks.front()
                .kvUnitBytes[kOwnFormat]
                .count();
        };
        QCOMPARE(unit("sglang@0.4"), 24 * 2048);
        QCOMPARE(unit("sglang@0.5"), qRound64(12 * 2048 + 0.8 * 12 * 2048));
    }

    /// No log of SGLang prints a peak; by hand, as vLLM's: 8,192 tokens x 2 bytes x (3 x 14,336 + 3.4 x 4,096).
    void sglangActivations()
    {
        const Bytes peak = estimate(resolved("meta-llama/Llama-3.1-8B", "sglang@0.5", "nvidia-h100-sxm-80gb", 1))
                               .total[Item::Activations];
        QVERIFY2(std::abs(double(peak.count()) - 932'813'210) < 10'000, qPrintable(QString::number(peak.count())));
    }

    /// The bare context of the card (393 MiB of an H100, 248 of an RTX 3090, as measured for gpus.json) and cuBLAS's
    /// workspace, 32 MiB from compute capability 9.0 on and 4 below. Without a card: that of an H100.
    void llamaCppRuntime()
    {
        const auto runtime = [&](const char *gpu) {
            return estimate(resolved("meta-llama/Llama-3.1-8B", "llama.cpp", gpu, 1)).devices[0].items[Item::Runtime];
        };
        QCOMPARE(runtime("nvidia-h100-sxm-80gb"), Bytes::fromMiB(393 + 32));
        QCOMPARE(runtime("nvidia-rtx-3090-24gb"), Bytes::fromMiB(248 + 4));
        QCOMPARE(runtime("nvidia-rtx-4090-24gb"), Bytes::fromMiB(381 + 4));
        Plan plan;
        plan.model = NamedModel{QStringLiteral("meta-llama/Llama-3.1-8B")};
        plan.engine = QStringLiteral("llama.cpp");
        const Result<ResolvedPlan> anyCard = resolve(plan, m_catalog);
        QVERIFY(anyCard);
        QVERIFY(anyCard->gpus.empty());
        QCOMPARE(estimate(*anyCard).total[Item::Runtime], Bytes::fromMiB(393 + 32));
    }
};

QTEST_GUILESS_MAIN(ConstantsTest)
#include "tst_constants.moc"
