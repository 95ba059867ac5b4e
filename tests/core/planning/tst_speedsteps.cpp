// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planning/speed/speedload.h"
#include "tests/core/resolvedplan.h"

#include <QJsonObject>
#include <QTest>

using namespace plimsoll;

/// In how many tokens an engine takes a prompt: by its defaults, a preset's, or what the plan says.
class SpeedStepsTest : public QObject
{
    Q_OBJECT

private:
    Catalog m_catalog = Catalog::builtIn();

private Q_SLOTS:
    void tokensOfAStep_data()
    {
        QTest::addColumn<QString>("engine");
        QTest::addColumn<QJsonObject>("options");
        QTest::addColumn<double>("tokens");
        QTest::addColumn<double>("together");
        const QString llama = QStringLiteral("llama.cpp"), vllm = QStringLiteral("vllm");
        const auto one = [](const char *key, const QJsonValue &value) {
            return QJsonObject{{QLatin1String(key), value}};
        };
        // -b and -ub of llama-server: 2,048 and 512.
        QTest::newRow("llama.cpp") << llama << QJsonObject() << 512.0 << 4.0;
        QTest::newRow("llama.cpp, -ub 2048") << llama << one("nUbatch", 2048) << 2048.0 << 1.0;
        QTest::newRow("llama.cpp, -ub 64") << llama << one("nUbatch", 64) << 64.0 << 32.0;
        QTest::newRow("llama.cpp, -b 256") << llama << one("nBatch", 256) << 256.0 << 1.0;
        QTest::newRow("llama.cpp, -b 1024") << llama << one("nBatch", 1024) << 512.0 << 2.0;
        QTest::newRow("Ollama") << llama << one("preset", QStringLiteral("ollama")) << 512.0 << 1.0;
        QTest::newRow("vLLM") << vllm << QJsonObject() << 8192.0 << 1.0;
        QTest::newRow("vLLM, 2048 tokens") << vllm << one("maxNumBatchedTokens", 2048) << 2048.0 << 1.0;
    }
    void tokensOfAStep()
    {
        QFETCH(QString, engine);
        QFETCH(QJsonObject, options);
        Plan plan = test::planOn("meta-llama/Llama-3.1-8B", qPrintable(engine), "nvidia-rtx-4090-24gb", 1);
        plan.engineOptions = options;
        const ResolvedPlan resolved = test::resolvedPlan(plan, m_catalog);
        QVERIFY(resolved.speed);
        QTEST(resolved.speed->promptStep, "tokens");
        QTEST(resolved.speed->promptSteps, "together");
    }
};

QTEST_GUILESS_MAIN(SpeedStepsTest)
#include "tst_speedsteps.moc"
