// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engines/enginerules.h"
#include "core/planning/explain/waterfall.h"
#include "tests/core/resolvedplan.h"

#include <QSet>
#include <QTest>

using namespace plimsoll;
using plimsoll::test::planOn;
using plimsoll::test::resolvedPlan;

/// The way from the rule of thumb to the answer, against sums by hand and against the estimate itself.
class WaterfallTest : public QObject
{
    Q_OBJECT

private:
    Catalog m_catalog = Catalog::builtIn();

    static const WaterfallStep *find(const std::vector<WaterfallStep> &steps, const char *key)
    {
        for (const WaterfallStep &step : steps) {
            if (step.key == QLatin1String(key))
                return &step;
        }
        return nullptr;
    }

private Q_SLOTS:
    void endsAtTheEstimate_data()
    {
        QTest::addColumn<QString>("engine");
        QTest::addColumn<int>("number");
        for (const QString &engine : engineIds()) {
            for (int number = 0; number < 13; ++number)
                QTest::addRow("%s %d", qPrintable(engine), number) << engine << number;
        }
    }

    void endsAtTheEstimate()
    {
        QFETCH(QString, engine);
        QFETCH(int, number);
        const bool isLlamaCpp = engine == QLatin1String("llama.cpp");
        Plan plan;
        plan.engine = engine;
        plan.model = NamedModel{QStringLiteral("meta-llama/Llama-3.1-8B")};
        plan.gpus = {{QStringLiteral("nvidia-h100-sxm-80gb"), 1}};
        switch (number) {
        case 0:
            break;
        case 1:
            plan.gpus.clear();
            break;
        case 2:
            plan.model = FreeSize{13'000'000'000};
            plan.weights = QStringLiteral("fp16");
            break;
        case 3:
            plan.weights = isLlamaCpp ? QStringLiteral("q4_k_m") : QStringLiteral("int4");
            break;
        case 4:
            plan.contextLength = 131072;
            plan.sequences = 16;
            break;
        case 5:
            plan.model = NamedModel{QStringLiteral("meta-llama/Llama-3.1-70B-Instruct")};
            plan.gpus.front().count = 4;
            break;
        case 6:
            plan.model = NamedModel{QStringLiteral("mistralai/Mixtral-8x7B-v0.1")};
            plan.gpus.front().count = 2;
            break;
        case 7:
            plan.model = NamedModel{QStringLiteral("deepseek-ai/DeepSeek-V3")};
            plan.gpus.front().count = 8;
            break;
        case 8:
            plan.model = NamedModel{QStringLiteral("Qwen/Qwen3-8B")};
            plan.weights = QStringLiteral("fp32");
            break;
        case 9:
            plan.model = NamedModel{QStringLiteral("google/gemma-3-27b-it")};
            break;
        case 10:
            plan.gpus.front().count = 2;
            if (!isLlamaCpp)
                plan.parallel = Parallel{1, 2, 1, 1};
            break;
        case 11:
            plan.gpus.front().count = 2;
            if (!isLlamaCpp)
                plan.parallel = Parallel{1, 1, 2, 1};
            break;
        default:
            plan.weights = isLlamaCpp ? QStringLiteral("q8_0") : QStringLiteral("fp8");
            plan.sequences = 3;
        }
        const ResolvedPlan resolved = resolvedPlan(plan, m_catalog);
        const Estimate answer = estimate(resolved);
        const std::vector<WaterfallStep> steps = waterfall(resolved, answer);
        QVERIFY(!steps.empty());
        QCOMPARE(steps.front().delta, resolved.ruleOfThumb);
        QCOMPARE(steps.back().total, answer.total.total());
        QSet<QString> keys;
        Bytes sum;
        for (const WaterfallStep &step : steps) {
            sum += step.delta;
            QCOMPARE(step.total, sum);
            QVERIFY2(!keys.contains(step.key), qPrintable(step.key));
            keys += step.key;
            QVERIFY2(!step.label.isEmpty() && !step.formula.isEmpty(), qPrintable(step.key));
            QVERIFY2(step.delta != Bytes() || step.key == QLatin1String("parameters"), qPrintable(step.key));
        }
    }

    /// 8,030,261,248 parameters at two bytes; 131,072 bytes of cache a token.
    void byHand()
    {
        Plan plan = planOn("meta-llama/Llama-3.1-8B", "vllm@0.19", "nvidia-h100-sxm-80gb", 1);
        plan.contextLength = 8192;
        const ResolvedPlan resolved = resolvedPlan(plan, m_catalog);
        const std::vector<WaterfallStep> steps = waterfall(resolved, estimate(resolved));
        const Bytes weights(8'030'261'248 * 2);
        QCOMPARE(steps[0].delta, weights + Bytes::rounded(0.2 * double(weights.count())));
        QCOMPARE(steps[1].key, QStringLiteral("allowance"));
        QCOMPARE(steps[1].total, weights);
        QCOMPARE(steps[2].key, QStringLiteral("parameters"));
        QCOMPARE(steps[2].delta, Bytes());
        const WaterfallStep *cache = find(steps, "kvCache");
        QVERIFY(cache);
        QCOMPARE(cache->delta, Bytes(8192 * 131072));
        QVERIFY(cache->formula.contains(QStringLiteral("KV heads")));
        QVERIFY(!cache->sources.isEmpty());
    }

    /// Four nominal bits are more in a file: scales, and 16 bits for embedding and head.
    void fewerBitsAreMoreThanTheRuleSays()
    {
        Plan plan = planOn("meta-llama/Llama-3.1-8B", "vllm@0.19", "nvidia-h100-sxm-80gb", 1);
        plan.weights = QStringLiteral("int4");
        const ResolvedPlan resolved = resolvedPlan(plan, m_catalog);
        const std::vector<WaterfallStep> steps = waterfall(resolved, estimate(resolved));
        const WaterfallStep *exact = find(steps, "parameters");
        QVERIFY(exact);
        // Embedding and head of 128,256 x 4,096 alone: 1.5 bytes more than the rule's half.
        QVERIFY(exact->delta > Bytes(2 * qint64(128256) * 4096 * 3 / 2));
    }

    void theRuleItselfIsOneStep()
    {
        Plan plan;
        plan.model = FreeSize{13'000'000'000};
        plan.weights = QStringLiteral("fp16");
        plan.engine = QStringLiteral("rule-of-thumb");
        const ResolvedPlan resolved = resolvedPlan(plan, m_catalog);
        const std::vector<WaterfallStep> steps = waterfall(resolved, estimate(resolved));
        QCOMPARE(steps.size(), 1U);
        QCOMPARE(steps[0].total, Bytes(31'200'000'000));
    }

    void anotherOverheadIsAStep()
    {
        Plan plan;
        plan.model = FreeSize{13'000'000'000};
        plan.weights = QStringLiteral("fp16");
        plan.engine = QStringLiteral("rule-of-thumb");
        plan.engineOptions = {{QStringLiteral("overhead"), 0.5}};
        const ResolvedPlan resolved = resolvedPlan(plan, m_catalog);
        const std::vector<WaterfallStep> steps = waterfall(resolved, estimate(resolved));
        QCOMPARE(steps.size(), 2U);
        QCOMPARE(steps[1].delta, Bytes(7'800'000'000)); // 0.5 instead of 0.2 of 26 GB
        QCOMPARE(steps[1].total, Bytes(39'000'000'000));
    }

    void aSecondCopyIsAStep()
    {
        Plan plan = planOn("meta-llama/Llama-3.1-8B", "rule-of-thumb", "nvidia-h100-sxm-80gb", 2);
        plan.weights = QStringLiteral("bf16");
        plan.parallel = Parallel{1, 1, 2, 1};
        const ResolvedPlan resolved = resolvedPlan(plan, m_catalog);
        const std::vector<WaterfallStep> steps = waterfall(resolved, estimate(resolved));
        const WaterfallStep *copies = find(steps, "loaded");
        QVERIFY(copies);
        QCOMPARE(copies->delta, Bytes(8'030'261'248 * 2));
    }
};

QTEST_GUILESS_MAIN(WaterfallTest)
#include "tst_waterfall.moc"
