// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planning/loading.h"
#include "core/planning/planning.h"

#include <QTest>

using namespace plimsoll;

class LoadingTest : public QObject
{
    Q_OBJECT

private:
    Catalog m_catalog = Catalog::builtIn();

    ResolvedPlan resolved(const Plan &plan)
    {
        Result<ResolvedPlan> result = resolve(plan, m_catalog);
        if (!result)
            qFatal("%s", qPrintable(result.error().text));
        return std::move(result).value();
    }
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
};

QTEST_GUILESS_MAIN(LoadingTest)
#include "tst_loading.moc"
