// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planning/commandline.h"
#include "core/planning/plandocumentjson.h"
#include "core/planning/planning.h"

#include <QJsonObject>
#include <QTest>

using namespace plimsoll;

/// How long requests are: what a paged cache holds at once. Llama 3.1 8B keeps 131,072 bytes a token, vLLM in blocks of
/// 16 tokens: 2 MiB.
class RequestsTest : public QObject
{
    Q_OBJECT

private:
    static constexpr qint64 kBlock = 2 << 20;
    Catalog m_catalog = Catalog::builtIn();

    static Plan planOf(const char *engine, qint64 sequences, std::optional<qint64> context)
    {
        Plan plan;
        plan.model = NamedModel{QStringLiteral("meta-llama/Llama-3.1-8B")};
        plan.engine = QLatin1String(engine);
        plan.contextLength = context;
        plan.sequences = sequences;
        plan.gpus = {{QStringLiteral("nvidia-h100-sxm-80gb"), 1}};
        return plan;
    }
    Bytes cacheOf(const Plan &plan) const
    {
        const Result<ResolvedPlan> resolved = resolve(plan, m_catalog);
        if (!resolved)
            qFatal("%s", qPrintable(resolved.error().text));
        return estimate(*resolved).total[Item::KvCache];
    }

private Q_SLOTS:
    void sizedByUse()
    {
        Plan plan = planOf("vllm", 10, 8192);
        QCOMPARE(cacheOf(plan), Bytes(10 * 512 * kBlock)); // 512 blocks each
        plan.requests.averageContext = 2000;               // 125 blocks each
        QCOMPARE(cacheOf(plan), Bytes(10 * 125 * kBlock));
        plan.requests.averageContext = 2001;
        QCOMPARE(cacheOf(plan), Bytes(10 * 126 * kBlock));
    }

    /// vLLM refuses to start where the longest request has no room.
    void atLeastTheLongestRequest()
    {
        Plan plan = planOf("vllm", 2, 8192);
        plan.requests.averageContext = 100;
        QCOMPARE(cacheOf(plan), Bytes(512 * kBlock));
    }

    /// 1,000 tokens of prompt and half of 500: 1,250, which are 79 blocks; the context is 1,500.
    void promptAndAnswer()
    {
        Plan plan = planOf("vllm", 10, std::nullopt);
        plan.requests.promptTokens = 1000;
        plan.requests.answerTokens = 500;
        const auto resolved = resolve(plan, m_catalog);
        QVERIFY(resolved);
        QCOMPARE(resolved->workload.contextLength, 1500);
        QCOMPARE(cacheOf(plan), Bytes(10 * 79 * kBlock));
    }

    /// Of 1,250 tokens 200 are shared: 12 whole blocks, kept once instead of ten times.
    void sharedPrefix()
    {
        Plan plan = planOf("vllm", 10, 1500);
        plan.requests.averageContext = 1250;
        plan.requests.sharedPrefix = 200;
        QCOMPARE(cacheOf(plan), Bytes((10 * 79 - 9 * 12) * kBlock));
        plan.engineOptions = {{QStringLiteral("enablePrefixCaching"), false}};
        QCOMPARE(cacheOf(plan), Bytes(10 * 79 * kBlock));
        // SGLang's pages are single tokens.
        Plan other = planOf("sglang", 10, 1500);
        other.requests = plan.requests;
        QCOMPARE(cacheOf(other), Bytes((10 * 1250 - 9 * 200) * 131072));
    }

    /// A prefix that has left a window of 1,024 tokens is not there to be shared.
    void windows()
    {
        Plan plan = planOf("vllm", 8, 32768);
        plan.model = NamedModel{QStringLiteral("google/gemma-3-4b-it")};
        plan.requests.averageContext = 16384;
        const Bytes alone = cacheOf(plan);
        plan.requests.sharedPrefix = 4096;
        const Bytes shared = cacheOf(plan);
        const auto resolved = resolve(plan, m_catalog);
        QVERIFY(resolved);
        Bytes saved;
        for (const KvTerm &term : resolved->layout.ranks.front().kv) {
            if (term.window == 0)
                saved += term.bytesPerUnit[kOwnFormat] * (4096 / term.tokensPerUnit) * 7;
        }
        QVERIFY(saved > Bytes());
        QCOMPARE(alone - shared, saved);
    }

    /// Whatever was said, these set aside room for the longest.
    void withoutPages_data()
    {
        QTest::addColumn<QString>("engine");
        QTest::newRow("llama.cpp") << "llama.cpp";
        QTest::newRow("Transformers") << "transformers";
        QTest::newRow("rule of thumb") << "rule-of-thumb";
    }
    void withoutPages()
    {
        QFETCH(QString, engine);
        Plan plan = planOf(engine.toLatin1().constData(), 4, 8192);
        const Bytes longest = cacheOf(plan);
        plan.requests.averageContext = 1000;
        plan.requests.sharedPrefix = 500;
        QCOMPARE(cacheOf(plan), longest);
    }

    void wrong_data()
    {
        QTest::addColumn<QByteArray>("workload");
        QTest::addColumn<QString>("field");
        const auto row = [](const char *name, const char *workload, const char *field) {
            QTest::newRow(name) << QByteArray(workload) << QString::fromLatin1(field);
        };
        row("average beyond the context", R"({"averageContextLength": 5000})", "workload.averageContextLength");
        row("prompt beyond the context", R"({"promptTokens": 5000})", "workload.promptTokens");
        row("answer beyond what is left", R"({"promptTokens": 4000, "answerTokens": 97})", "workload.answerTokens");
        row("prefix longer than the average", R"({"averageContextLength": 100, "sharedPrefixTokens": 101})",
            "workload.sharedPrefixTokens");
    }
    void wrong()
    {
        QFETCH(QByteArray, workload);
        const Result<Plan> plan =
            planFromBytes("{\"schema\": \"plimsoll.plan/1\", \"contextLength\": 4096, \"workload\": " + workload + "}",
                          QStringLiteral("test"));
        QVERIFY2(plan, qPrintable(plan ? QString() : plan.error().text));
        const auto resolved = resolve(*plan, m_catalog);
        QVERIFY(!resolved);
        QTEST(resolved.error().field, "field");
    }

    /// What a document says comes back, with what it says besides; nothing said is nothing written.
    void document()
    {
        const QByteArray text = R"({"schema": "plimsoll.plan/1", "workload": {"promptTokens": 1000, "answerTokens": 0,
            "averageContextLength": 900, "sharedPrefixTokens": 10, "later": 1}})";
        const Result<Plan> plan = planFromBytes(text, QStringLiteral("test"));
        QVERIFY2(plan, qPrintable(plan ? QString() : plan.error().text));
        QCOMPARE(plan->requests.answerTokens.value_or(-1), 0);
        const QJsonObject again = planToJson(*plan).value(QLatin1String("workload")).toObject();
        QCOMPARE(again.value(QLatin1String("promptTokens")).toInteger(), 1000);
        QCOMPARE(again.value(QLatin1String("sharedPrefixTokens")).toInteger(), 10);
        QCOMPARE(again.value(QLatin1String("later")).toInteger(), 1);
        QVERIFY(!planToJson(Plan()).contains(QLatin1String("workload")));
        QVERIFY(estimateCommand(*plan).contains(QLatin1String("--prompt 1000 --answer 0")));
        QVERIFY(
            !planFromBytes(R"({"schema": "plimsoll.plan/1", "workload": {"promptTokens": 0}})", QStringLiteral("t")));
        QVERIFY(!planFromBytes(R"({"schema": "plimsoll.plan/1", "workload": 5})", QStringLiteral("t")));
    }
};

QTEST_GUILESS_MAIN(RequestsTest)
#include "tst_requests.moc"
