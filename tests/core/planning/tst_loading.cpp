// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planning/loading.h"
#include "core/planning/planning.h"
#include "tests/core/resolvedplan.h"

#include <QTest>

using namespace plimsoll;

class LoadingTest : public QObject
{
    Q_OBJECT

private:
    Catalog m_catalog = Catalog::builtIn();

    ResolvedPlan resolved(const Plan &plan) { return test::resolvedPlan(plan, m_catalog); }
    LoadingNeeds needs(const Plan &plan)
    {
        const ResolvedPlan each = resolved(plan);
        return loadingNeeds(each, estimate(each));
    }

private Q_SLOTS:
    /// total_size of model.safetensors.index.json of meta-llama/Llama-3.1-8B-Instruct: 8,030,261,248 weights in 16
    /// bits.
    void disk_data()
    {
        QTest::addColumn<QString>("engine");
        QTest::addColumn<QString>("weights");
        QTest::addColumn<qint64>("bytes");
        constexpr qint64 published = 16'060'522'496;
        QTest::newRow("as published") << "vllm"
                                      << "native" << published;
        QTest::newRow("quantised while it is loaded") << "vllm"
                                                      << "fp8" << published;
        QTest::newRow("widened while it is loaded") << "vllm"
                                                    << "fp32" << published;
        QTest::newRow("SGLang as well") << "sglang"
                                        << "fp8" << published;
        QTest::newRow("Transformers stores another type") << "transformers"
                                                          << "fp32" << 2 * published;
        QTest::newRow("a GGUF file of 16 bits") << "llama.cpp"
                                                << "bf16" << published;
    }
    void disk()
    {
        QFETCH(QString, engine);
        QFETCH(QString, weights);
        QFETCH(qint64, bytes);
        Plan plan;
        plan.model = NamedModel{QStringLiteral("meta-llama/Llama-3.1-8B-Instruct")};
        plan.engine = engine;
        plan.weights = weights;
        const double ours = double(needs(plan).disk.count());
        // llama.cpp keeps norms in 32 bits.
        QVERIFY2(std::abs(ours / double(bytes) - 1) < 0.0001, qPrintable(QString::number(ours, 'f', 0)));
    }

    /// The 163 files of deepseek-ai/DeepSeek-V3 have 688,586,727,753 bytes together, headers included: FP8 with scales
    /// of blocks, and the MTP module, whose embedding and head are there once more in 16 bits.
    void diskOfABlockFormat()
    {
        Plan plan;
        plan.model = NamedModel{QStringLiteral("deepseek-ai/DeepSeek-V3")};
        const double ours = double(needs(plan).disk.count());
        QVERIFY2(std::abs(ours / 688'586'727'753.0 - 1) < 0.0005, qPrintable(QString::number(ours, 'f', 0)));
    }

    void host()
    {
        Plan plan;
        plan.model = NamedModel{QStringLiteral("meta-llama/Llama-3.1-8B-Instruct")};
        plan.gpus = {{QStringLiteral("nvidia-h100-sxm-80gb"), 1}};
        QCOMPARE(needs(plan).host->count(), 5'000'000'000);
        plan.model = NamedModel{QStringLiteral("Qwen/Qwen2.5-0.5B-Instruct")}; // smaller than a shard
        QCOMPARE(*needs(plan).host, needs(plan).disk);
        plan.engine = QStringLiteral("llama.cpp");
        QCOMPARE(*needs(plan).host, estimate(resolved(plan)).host.total());
        plan.engine = QStringLiteral("rule-of-thumb");
        QVERIFY(!needs(plan).host.has_value());
        QVERIFY(needs(plan).disk.count() > 0);
    }

    /// A draft model has files of its own; the MTP module is in the model's.
    void draft()
    {
        Plan plan;
        plan.model = NamedModel{QStringLiteral("meta-llama/Llama-3.1-8B-Instruct")};
        plan.engineOptions = {{QStringLiteral("speculativeModel"), QStringLiteral("meta-llama/Llama-3.2-1B-Instruct")}};
        // 1,235,814,400 weights
        QCOMPARE(needs(plan).disk.count(), 16'060'522'496 + 2 * 1'235'814'400LL);
    }

    /// --cpu-offload-gb 4: tensors of the layers until 4 GiB are reached, the largest of which has 224 MiB
    /// (gate and up, 2 x 14,336 x 4,096 x 2 bytes); on every GPU.
    void offload_data()
    {
        QTest::addColumn<int>("gpus");
        QTest::addColumn<double>("gib");
        QTest::addColumn<double>("movedLow"); // of one GPU
        QTest::addColumn<double>("movedHigh");
        QTest::newRow("one GPU") << 1 << 4.0 << 4.0 << 4.22;
        QTest::newRow("two GPUs, each as much") << 2 << 2.0 << 2.0 << 2.11;
        // 32 layers of 218,112,000 weights; embedding and head stay
        QTest::newRow("more than the layers have") << 1 << 100.0 << 12.99 << 13.05;
        QTest::newRow("none") << 1 << 0.0 << 0.0 << 0.0;
    }
    void offload()
    {
        QFETCH(int, gpus);
        QFETCH(double, gib);
        QFETCH(double, movedLow);
        QFETCH(double, movedHigh);
        Plan plan;
        plan.model = NamedModel{QStringLiteral("meta-llama/Llama-3.1-8B-Instruct")};
        plan.gpus = {{QStringLiteral("nvidia-h100-sxm-80gb"), gpus}};
        const Estimate all = estimate(resolved(plan));
        plan.engineOptions.insert(QLatin1String("cpuOffloadGb"), gib);
        const Estimate less = estimate(resolved(plan));
        const Bytes moved = all.devices[0].items[Item::Weights] - less.devices[0].items[Item::Weights];
        QVERIFY2(moved.gibibytes() >= movedLow && moved.gibibytes() <= movedHigh,
                 qPrintable(QString::number(moved.gibibytes())));
        QCOMPARE(less.devices[0].pool - all.devices[0].pool, moved);
        QCOMPARE(less.host[Item::Weights], moved * gpus);
        QCOMPARE(needs(plan).host->count(), 5'000'000'000 + (moved * gpus).count());
    }
};

QTEST_GUILESS_MAIN(LoadingTest)
#include "tst_loading.moc"
