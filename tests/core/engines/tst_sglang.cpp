// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engines/enginerules.h"
#include "core/engines/sglang/sglangmemory.h"
#include "core/planning/planning.h"
#include "core/planning/sentences.h"
#include "tests/core/resolvedplan.h"

#include <QTest>

#include <cmath>

using namespace plimsoll;

class SglangTest : public QObject
{
    Q_OBJECT

private:
    Catalog m_catalog = Catalog::builtIn();

    ResolvedPlan resolved(const char *model, const char *engine, const char *gpu, int gpus)
    {
        return test::resolvedPlan(test::planOn(model, engine, gpu, gpus), m_catalog);
    }

private Q_SLOTS:
    /// Free memory before and after loading, fraction and pool of rows of tests/data/engine_observations.csv, GiB.
    void pool_data()
    {
        QTest::addColumn<double>("before");
        QTest::addColumn<double>("after");
        QTest::addColumn<double>("fraction");
        QTest::addColumn<double>("pool");
        QTest::newRow("S016") << 78.49 << 47.70 << 0.5 << 8.46;
        QTest::newRow("S030") << 75.02 << 74.28 << 0.874 << 64.82;
        // 55,807 tokens x 131,072 bytes.
        QTest::newRow("S008") << 23.16 << 9.59 << 0.88 << 6.812;
        // 463,405 tokens x 16,384 bytes.
        QTest::newRow("S006") << 21.65 << 10.75 << 0.83 << 7.071;
    }
    void pool()
    {
        QFETCH(double, before);
        QFETCH(double, after);
        QFETCH(double, fraction);
        QFETCH(double, pool);
        QVERIFY(std::abs(sglang::poolGiB(before, after, fraction) - pool) < 0.02);
    }

    /// The same through a plan: the pool is the fraction of what is free before, less the weights.
    void poolOfAPlan()
    {
        const ResolvedPlan plan = resolved("meta-llama/Llama-3.1-8B", "sglang@0.4", "nvidia-h100-sxm-80gb", 1);
        const DeviceEstimate device = estimate(plan).devices[0];
        const double before = device.budget.gibibytes() / 0.88;
        const double after = before - device.items[Item::Weights].gibibytes();
        QVERIFY(std::abs(sglang::poolGiB(before, after, 0.88) - device.pool.gibibytes()) < 1e-6);
        QVERIFY(before < device.usable.gibibytes());
    }

    /// 2,049 requests x 163,844 positions x 4 bytes (S015), and as many as the option says.
    void requestTables()
    {
        QCOMPARE(sglang::requestTables(313'444, 163'840, 0).count(), 2049LL * 163'844 * 4);
        QCOMPARE(sglang::requestTables(10'000'000, 4096, 0).count(), 4097LL * 4100 * 4);
        QCOMPARE(sglang::requestTables(10'000'000, 4096, 32).count(), 33LL * 4100 * 4);
    }

    /// S024: 81.66 GiB a rank, for every rank has the whole shared expert; S013 (two shared experts): 56.43.
    void sharedExperts()
    {
        const auto weights = [&](const char *model) {
            return estimate(resolved(model, "sglang@0.4", "nvidia-h200-sxm-141gb", 8))
                .devices[0]
                .items[Item::Weights]
                .gibibytes();
        };
        QVERIFY(std::abs(weights("deepseek-ai/DeepSeek-R1") / 81.66 - 1) < 0.005);
        QVERIFY(std::abs(weights("deepseek-ai/DeepSeek-V2.5") / 56.43 - 1) < 0.005);
    }

    /// By hand from server_args.py of 0.5, tensor parallel 1: 512 + 8,192 x 1.5 + 256 x 2 + 128 = 13,440 MiB stay free
    /// of the 81,559 MiB that nvidia-smi names for an H100, rounded to three digits: 0.8352 -> 0.835. At tensor
    /// parallel 4 the widest graph is 512 and four ranks take 512: 14,336 MiB, 0.8242 -> 0.824. 0.4 has fixed ones.
    void fractionByTheCard()
    {
        const Gpu h100 = *m_catalog.gpu(QStringLiteral("nvidia-h100-sxm-80gb"), {});
        const auto ranges = sglang::versionRanges(m_catalog.engineConstants(QStringLiteral("sglang")));
        const auto fraction = [&](const char *version, qint32 tensor) {
            return sglang::Settings::of({}, sglang::rangeOf(ranges, QLatin1String(version)), {tensor, 1, 1, 1}, &h100)
                .memFractionStatic;
        };
        QCOMPARE(fraction("0.5.0", 1), 0.835);
        QCOMPARE(fraction("0.5.0", 4), 0.824);
        QCOMPARE(fraction("0.4.0", 1), 0.88);
        QCOMPARE(fraction("0.4.0", 4), 0.85);
    }

    /// Rows of tests/data/engine_observations.csv, by hand: S020 has 96 tensors of 10,241 x 1,024 bytes (10.001 MiB in
    /// segments of 12), S029 160 of 38,166 x 512 (18.636 MiB in 20). A tensor below 10 MiB shares a segment.
    void poolRounding()
    {
        const torch::AllocatorSizes sizes;
        QCOMPARE(sglang::poolRounding(10'240, Bytes(1024), sizes).count(), 12 * 1'048'576 - 10'241 * 1024);
        QCOMPARE(sglang::poolRounding(38'165, Bytes(512), sizes).count(), 20 * 1'048'576 - 38'166 * 512);
        QCOMPARE(sglang::poolRounding(10'000, Bytes(512), sizes).count(), 0);
        QCOMPARE(sglang::poolRounding(0, Bytes(512), sizes).count(), 0);
    }

    /// What is beside weights and pool on S030 (printed: 74.28 - 64.82 - 8.73 GiB free): the tables of 4,097 requests
    /// of 40,964 positions, 0.625 GiB, and 56 tensors rounded up to 2 MiB, at most 0.109.
    void besideThePool()
    {
        Plan plan;
        plan.model = NamedModel{QStringLiteral("Qwen/Qwen3-0.6B")};
        plan.weights = QStringLiteral("fp8");
        plan.engine = QStringLiteral("sglang");
        plan.engineVersion = QStringLiteral("0.4");
        plan.contextLength = 40'960;
        plan.engineOptions.insert(QLatin1String("memFractionStatic"), 0.874);
        plan.gpus = {{QStringLiteral("nvidia-h100-sxm-80gb"), 1}};
        const Result<ResolvedPlan> resolved = resolve(plan, m_catalog);
        QVERIFY(resolved);
        const DeviceEstimate device = estimate(*resolved).devices[0];
        const double beforeStart = device.usable.gibibytes() - device.budget.gibibytes() / 0.874;
        const double beside = device.items[Item::Runtime].gibibytes() - beforeStart;
        QVERIFY2(beside > 0.625 && beside < 0.73, qPrintable(QString::number(beside)));
    }

    /// S003: 8.13 GiB of gemma-3-4b-it, whose two tables are of 131,072 positions x 256 x 2 bytes, not one of eight
    /// times.
    void unscaledTables()
    {
        const double weights = estimate(resolved("google/gemma-3-4b-it", "sglang@0.4", "nvidia-h200-sxm-141gb", 1))
                                   .devices[0]
                                   .items[Item::Weights]
                                   .gibibytes();
        QVERIFY2(std::abs(weights / 8.13 - 1) < 0.002, qPrintable(QString::number(weights)));
    }

    /// Engines without measurements say so, and have no interval.
    void hardlyMeasured_data()
    {
        QTest::addColumn<QByteArray>("engine");
        QTest::newRow("Transformers") << QByteArray("transformers");
        QTest::newRow("TensorRT-LLM") << QByteArray("tensorrt-llm");
    }
    void hardlyMeasured()
    {
        QFETCH(QByteArray, engine);
        const ResolvedPlan plan = resolved("meta-llama/Llama-3.1-8B", engine.constData(), "nvidia-h100-sxm-80gb", 1);
        const Estimate e = estimate(plan);
        QVERIFY(e.warnings.test(size_t(Warning::FewMeasurements)));
        QCOMPARE(e.low, e.high);
        bool named = false;
        for (const WarningText &warning : warningTexts(plan, e))
            named |= warning.code == QLatin1String("few-measurements") && warning.text.contains(plan.engine->name());
        QVERIFY(named);
        for (int i = 0; i < kItemCount; ++i) {
            if (e.total.bytes[size_t(i)].count() > 0)
                QVERIFY(!plan.engine->explain(Item(i), plan, e, QLocale::c()).sources.isEmpty());
        }
    }

    /// A longer prompt takes more activations where prompts run whole, without resolving the plan again.
    void wholePrompts()
    {
        ResolvedPlan plan = resolved("meta-llama/Llama-3.1-8B", "transformers", "nvidia-h100-sxm-80gb", 1);
        const Bytes before = estimate(plan).total[Item::Activations];
        setWorkload(plan, {16'384, 2});
        // By hand: 2 bytes x (3 x 14,336 + 3.4 x 4,096) = 113,868.8 a token, whole bytes 113,869; 8,192 tokens before
        // and 2 x 16,384 now.
        QCOMPARE(before.count(), 932'814'848);
        QCOMPARE(estimate(plan).total[Item::Activations].count(), before.count() * 4);
    }
};

QTEST_GUILESS_MAIN(SglangTest)
#include "tst_sglang.moc"
