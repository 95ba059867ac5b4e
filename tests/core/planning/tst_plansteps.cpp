// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planning/fit/plansteps.h"
#include "core/planning/planning.h"

#include <QTest>

using namespace plimsoll;

/// What one step changes, against the two plans on either side of it.
class PlanStepsTest : public QObject
{
    Q_OBJECT

private:
    Catalog m_catalog = Catalog::builtIn();

    static Plan planOf(const QString &model, const QString &engine, const QString &weights, qint32 gpus)
    {
        Plan plan;
        plan.model = NamedModel{model};
        plan.engine = engine;
        plan.weights = weights;
        plan.gpus = {{QStringLiteral("nvidia-h100-sxm-80gb"), gpus}};
        return plan;
    }

private Q_SLOTS:
    void steps_data()
    {
        QTest::addColumn<QString>("engine");
        QTest::addColumn<QString>("weights");
        QTest::addColumn<int>("gpus");
        QTest::addColumn<QString>("nextFormat");
        QTest::addColumn<int>("nextGpus");
        // 64 heads: three GPUs cannot divide them, four can.
        QTest::newRow("vLLM") << "vllm"
                              << "bf16" << 2 << "fp8" << 4;
        QTest::newRow("vLLM, the last format") << "vllm"
                                               << "int4" << 1 << QString() << 2;
        QTest::newRow("llama.cpp takes any number") << "llama.cpp"
                                                    << "q8_0" << 2 << "q6_k" << 3;
        QTest::newRow("rule of thumb") << "rule-of-thumb"
                                       << "fp16" << 3 << "int8" << 4;
    }
    void steps()
    {
        QFETCH(QString, engine);
        QFETCH(QString, weights);
        QFETCH(int, gpus);
        QFETCH(QString, nextFormat);
        QFETCH(int, nextGpus);
        const Plan plan = planOf(QStringLiteral("meta-llama/Llama-3.1-70B"), engine, weights, gpus);
        const auto resolved = resolve(plan, m_catalog);
        QVERIFY2(resolved, qPrintable(resolved ? QString() : resolved.error().text));
        const std::vector<PlanStep> steps = planSteps(plan, *resolved, m_catalog);
        QCOMPARE(steps.size(), nextFormat.isEmpty() ? 3U : 4U);
        QCOMPARE(steps[0].plan.sequences.value_or(0), 2);
        QCOMPARE(steps[1].plan.contextLength.value_or(0), 16384);
        if (!nextFormat.isEmpty()) {
            QCOMPARE(steps[2].plan.weights, nextFormat);
            QVERIFY(steps[2].more < Bytes());
        }
        QCOMPARE(steps.back().plan.gpus.front().count, nextGpus);
        for (const PlanStep &step : steps) {
            const auto after = resolve(step.plan, m_catalog);
            QVERIFY(after);
            const Estimate answer = estimate(*after);
            QCOMPARE(step.more, answer.total.total() - estimate(*resolved).total.total());
            QCOMPARE(step.headroom, answer.headroom);
            QCOMPARE(step.fits, answer.fits);
            QVERIFY(!step.name.isEmpty());
        }
        if (engine != QLatin1String("rule-of-thumb"))
            QVERIFY(steps[0].more > Bytes());
    }

    void withoutGpus()
    {
        Plan plan = planOf(QStringLiteral("Qwen/Qwen3-8B"), QStringLiteral("vllm"), QStringLiteral("bf16"), 1);
        plan.gpus.clear();
        const auto resolved = resolve(plan, m_catalog);
        QVERIFY(resolved);
        QCOMPARE(planSteps(plan, *resolved, m_catalog).size(), 3U);
    }

    void canBeStopped()
    {
        const Plan plan = planOf(QStringLiteral("Qwen/Qwen3-8B"), QStringLiteral("vllm"), QStringLiteral("bf16"), 1);
        const auto resolved = resolve(plan, m_catalog);
        QVERIFY(resolved);
        QVERIFY(planSteps(plan, *resolved, m_catalog, [] { return true; }).empty());
    }
};

QTEST_GUILESS_MAIN(PlanStepsTest)
#include "tst_plansteps.moc"
