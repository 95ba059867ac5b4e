// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planning/fit/fitjson.h"
#include "core/planning/fit/fitquestions.h"
#include "core/planning/fit/formatchoices.h"
#include "core/planning/fit/modelmatrix.h"
#include "core/planning/fit/whatfits.h"
#include "core/planning/plandocumentjson.h"
#include "core/planning/planning.h"
#include "core/planning/speed/speed.h"

#include <QJsonArray>
#include <QTest>

#include <algorithm>

using namespace plimsoll;

/// Every answer against a scan that tries everything with estimate().
class FitTest : public QObject
{
    Q_OBJECT

private:
    Catalog m_catalog = Catalog::builtIn();

    static Plan planOf(const QByteArray &json)
    {
        const Result<Plan> plan = planFromBytes(json, QStringLiteral("test"));
        if (!plan)
            qFatal("%s", qPrintable(plan.error().text));
        return *plan;
    }
    /// Nothing where the plan is not legal.
    std::optional<Estimate> tried(const Plan &plan) const
    {
        const Result<ResolvedPlan> resolved = resolve(plan, m_catalog);
        return resolved ? std::optional(estimate(*resolved)) : std::nullopt;
    }
    bool fits(const Plan &plan) const
    {
        const auto answer = tried(plan);
        return answer && answer->fits;
    }
    QJsonObject asked(const char *question, const Plan &plan) const
    {
        const Result<FitAnswer> answer = answerQuestion(QLatin1String(question), plan, m_catalog);
        if (!answer)
            qFatal("%s", qPrintable(answer.error().text));
        return answer->document;
    }

    static void plans()
    {
        QTest::addColumn<QByteArray>("json");
        const auto row = [](const char *name, const char *rest) {
            QTest::newRow(name) << QByteArray("{\"schema\": \"plimsoll.plan/1\", ") + rest + QByteArray("}");
        };
        row("vLLM, dense",
            R"("model": "meta-llama/Llama-3.1-70B", "gpus": [{"id": "nvidia-h100-sxm-80gb", "count": 4}])");
        row("vLLM, one card", R"("model": "Qwen/Qwen3-8B", "gpus": [{"id": "nvidia-rtx-4090-24gb", "count": 1}])");
        row("vLLM, experts", R"("model": "Qwen/Qwen3-30B-A3B", "gpus": [{"id": "nvidia-l40s-48gb", "count": 4}])");
        row("vLLM, windows",
            R"("model": "google/gemma-3-27b-it", "gpus": [{"id": "nvidia-a100-sxm-80gb", "count": 2}])");
        row("vLLM, MLA",
            R"("model": "deepseek-ai/DeepSeek-V2-Lite-Chat", "gpus": [{"id": "nvidia-l40s-48gb", "count": 2}])");
        row("SGLang",
            R"("model": "meta-llama/Llama-3.1-8B", "engine": {"id": "sglang"}, "gpus": [{"id": "nvidia-l4-24gb", "count": 2}])");
        row("llama.cpp",
            R"("model": "meta-llama/Llama-3.1-8B", "weights": "q4_k_m", "engine": {"id": "llama.cpp"}, "gpus": [{"id": "nvidia-rtx-3060-12gb", "count": 2}])");
        row("rule of thumb",
            R"("model": {"parameters": 70000000000}, "gpus": [{"id": "nvidia-a100-sxm-80gb", "count": 3}])");
        row("does not fit", R"("model": "meta-llama/Llama-3.1-405B", "gpus": [{"id": "nvidia-l4-24gb", "count": 1}])");
    }

private Q_SLOTS:
    void longestContext_data() { plans(); }
    void longestContext()
    {
        QFETCH(QByteArray, json);
        const Plan plan = planOf(json);
        const QJsonObject document = asked("max-context", plan);
        const auto at = [&](qint64 tokens) {
            Plan changed = plan;
            changed.contextLength = tokens;
            return fits(changed);
        };
        if (document.value(QLatin1String("answer")).isNull()) {
            QVERIFY(!at(1));
            QVERIFY(!document.value(QLatin1String("reason")).toString().isEmpty());
            return;
        }
        const qint64 tokens =
            document.value(QLatin1String("answer")).toObject().value(QLatin1String("contextLength")).toInteger();
        QCOMPARE(document.value(QLatin1String("plan")).toObject().value(QLatin1String("contextLength")).toInteger(),
                 tokens);
        constexpr qint64 most = qint64(1) << 40; // what a plan may say
        if (tokens < most) {
            for (int i = 1; i <= 40; ++i)
                QVERIFY2(at(std::max<qint64>(1, tokens * i / 40)), "a shorter one does not fit");
            for (qint64 more : {qint64(1), qint64(2), qint64(255), tokens / 10 + 1, tokens})
                QVERIFY2(!at(tokens + more), "a longer one fits");
        } else {
            QVERIFY(at(most));
        }
    }

    void mostSequences_data() { plans(); }
    void mostSequences()
    {
        QFETCH(QByteArray, json);
        const Plan plan = planOf(json);
        const QJsonValue answer = asked("max-sequences", plan).value(QLatin1String("answer"));
        const auto at = [&](qint64 sequences) {
            Plan changed = plan;
            changed.sequences = sequences;
            return fits(changed);
        };
        if (answer.isNull()) {
            QVERIFY(!at(1));
            return;
        }
        const qint64 sequences = answer.toObject().value(QLatin1String("sequences")).toInteger();
        for (qint64 n = 1; n <= std::min<qint64>(sequences, 200); ++n)
            QVERIFY(at(n));
        QVERIFY(at(sequences));
        if (sequences < 1'000'000) {
            for (qint64 n = sequences + 1; n < sequences + 20; ++n)
                QVERIFY(!at(n));
        }
    }

    void fewestGpus_data() { plans(); }
    void fewestGpus()
    {
        QFETCH(QByteArray, json);
        Plan plan = planOf(json);
        const QJsonValue answer = asked("min-gpus", plan).value(QLatin1String("answer"));
        // Tensor parallel over all of a node, or for llama.cpp and the rule any number.
        qint32 found = 0;
        for (qint32 count = 1; count <= 8 && found == 0; ++count) {
            plan.gpus = {{plan.gpus.front().id, count}};
            plan.parallel.reset();
            if (fits(plan))
                found = count;
        }
        const qint32 count = qint32(answer.toObject().value(QLatin1String("count")).toInteger());
        if (found > 0) {
            QCOMPARE(count, found);
        } else {
            QVERIFY(answer.isNull() || count > 8);
        }
    }

    void bestFormat_data() { plans(); }
    void bestFormat()
    {
        QFETCH(QByteArray, json);
        const Plan plan = planOf(json);
        const Result<ResolvedPlan> base = resolve(plan, m_catalog);
        QVERIFY(base);
        const QJsonValue answer = asked("best-format", plan).value(QLatin1String("answer"));
        // 16 bits is what the checkpoints here are published in.
        Bytes best;
        for (const QString &id : formatChoices(m_catalog, base->plan.engine)) {
            Plan changed = plan;
            changed.weights = id;
            const auto one = tried(changed);
            if (m_catalog.findFormat(id)->block.bits() <= 16 && one && one->fits)
                best = std::max(best, one->total.total());
        }
        if (best == Bytes()) {
            QVERIFY(answer.isNull());
            return;
        }
        Plan chosen = plan;
        chosen.weights = answer.toObject().value(QLatin1String("format")).toString();
        const auto found = tried(chosen);
        QVERIFY(found && found->fits);
        QCOMPARE(found->total.total(), best);
    }

    void bestLayout_data() { plans(); }
    void bestLayout()
    {
        QFETCH(QByteArray, json);
        const Plan plan = planOf(json);
        const Result<ResolvedPlan> base = resolve(plan, m_catalog);
        QVERIFY(base);
        const qint32 gpus = qint32(plan.gpuCount());
        std::optional<Bytes> best;
        double most = 0;
        const bool experts = base->model->hasExperts();
        for (qint32 tensor = 1; tensor <= gpus; ++tensor) {
            for (qint32 pipeline = 1; pipeline <= gpus; ++pipeline) {
                for (qint32 data = 1; data <= gpus; ++data) {
                    for (const qint32 expert : {1, tensor}) {
                        Plan changed = plan;
                        changed.parallel = Parallel{tensor, pipeline, data, experts ? expert : 1};
                        const auto answer = tried(changed);
                        if (answer && answer->fits && (!best || answer->headroom > *best))
                            best = answer->headroom;
                        if (answer && answer->fits)
                            most = std::max(most, speedOf(*resolve(changed, m_catalog)).decodeTokensPerSecondTotal);
                    }
                }
            }
        }
        const QJsonObject document = asked("best-layout", plan);
        const QJsonValue answer = document.value(QLatin1String("answer"));
        if (!best) {
            QVERIFY(answer.isNull());
            return;
        }
        QCOMPARE(answer.toObject().value(QLatin1String("headroomBytes")).toInteger(), best->count());
        const QJsonValue fastest = asked("fastest-layout", plan).value(QLatin1String("answer"));
        QCOMPARE(fastest.toObject().value(QLatin1String("decodeTokensPerSecondTotal")).toDouble(), most);
    }

    void smallestGpu_data() { plans(); }
    void smallestGpu()
    {
        QFETCH(QByteArray, json);
        Plan plan = planOf(json);
        const QJsonValue answer = asked("smallest-gpu", plan).value(QLatin1String("answer"));
        const Result<ResolvedPlan> base = resolve(plan, m_catalog);
        QVERIFY(base);
        std::optional<Bytes> least;
        for (const CatalogEntry &entry : m_catalog.gpus()) {
            if (entry.id.contains(QLatin1Char('/')))
                continue;
            const Result<Gpu> gpu = m_catalog.gpu(entry.id, QString());
            if (!gpu || !runsOn(base->plan.engine, *gpu))
                continue;
            plan.gpus = {{entry.id, 1}};
            plan.parallel.reset();
            if (fits(plan) && (!least || gpu->usable < *least))
                least = gpu->usable;
        }
        if (!least) {
            QVERIFY(answer.isNull());
            return;
        }
        const Result<Gpu> gpu = m_catalog.gpu(answer.toObject().value(QLatin1String("gpu")).toString(), QString());
        QVERIFY(gpu);
        QCOMPARE(gpu->usable, *least);
    }

    void largestModel_data() { plans(); }
    void largestModel()
    {
        QFETCH(QByteArray, json);
        Plan plan = planOf(json);
        const QJsonValue answer = asked("largest-model", plan).value(QLatin1String("answer"));
        qint64 most = 0;
        for (const CatalogEntry &entry : m_catalog.models()) {
            plan.model = NamedModel{entry.id};
            if (fits(plan))
                most = std::max(most, entry.size);
        }
        QCOMPARE(answer.toObject().value(QLatin1String("parameters")).toInteger(), most);
    }

    /// Each row of the lists is what the plan with it in answers.
    void lists()
    {
        Plan plan = planOf(
            R"({"schema": "plimsoll.plan/1", "model": "Qwen/Qwen3-32B", "gpus": [{"id": "nvidia-l40s-48gb", "count": 2}]})");
        const QJsonArray formats = asked("formats", plan).value(QLatin1String("answer")).toArray();
        QCOMPARE(formats.size(), formatChoices(m_catalog, QStringLiteral("vllm")).size());
        for (const QJsonValue row : formats) {
            Plan changed = plan;
            changed.weights = row.toObject().value(QLatin1String("format")).toString();
            const auto answer = tried(changed);
            QVERIFY(answer);
            QCOMPARE(row.toObject().value(QLatin1String("fits")).toBool(), answer->fits);
            QCOMPARE(row.toObject().value(QLatin1String("headroomBytes")).toInteger(), answer->headroom.count());
        }
        const QJsonArray models = asked("models", plan).value(QLatin1String("answer")).toArray();
        QVERIFY(models.size() > 250);
        bool before = true;
        int checked = 0;
        for (const QJsonValue row : models) {
            const QJsonObject model = row.toObject();
            const bool fitting = model.value(QLatin1String("fits")).toBool();
            QVERIFY2(before || !fitting, "those that fit come first");
            before = fitting;
            if (++checked % 10 != 0)
                continue;
            Plan changed = plan;
            changed.model = NamedModel{model.value(QLatin1String("model")).toString()};
            const auto answer = tried(changed);
            QVERIFY(answer);
            QCOMPARE(fitting, answer->fits);
            QCOMPARE(model.value(QLatin1String("headroomBytes")).toInteger(), answer->headroom.count());
        }
        const QJsonArray gpus = asked("gpus", plan).value(QLatin1String("answer")).toArray();
        QVERIFY(gpus.size() > 200);
        bool carried = true;
        for (const QJsonValue row : gpus) {
            const QJsonObject gpu = row.toObject();
            QVERIFY2(carried || !gpu.value(QLatin1String("fits")).toBool(), "those that carry it come first");
            carried = gpu.value(QLatin1String("fits")).toBool();
            if (!carried)
                continue;
            const QJsonObject parallel = gpu.value(QLatin1String("parallel")).toObject();
            Plan changed = plan;
            changed.gpus = {
                {gpu.value(QLatin1String("gpu")).toString(), qint32(gpu.value(QLatin1String("count")).toInteger())}};
            changed.parallel = Parallel{qint32(parallel.value(QLatin1String("tensor")).toInteger()),
                                        qint32(parallel.value(QLatin1String("pipeline")).toInteger()), 1, 1};
            const auto answer = tried(changed);
            QVERIFY(answer && answer->fits);
            QCOMPARE(gpu.value(QLatin1String("headroomBytes")).toInteger(), answer->headroom.count());
        }
    }

    /// Whole kinds of GPUs are moved from one to another instead of being worked out: to the same answer.
    void table_data()
    {
        QTest::addColumn<QByteArray>("json");
        for (const char *engine : {"rule-of-thumb", "vllm", "sglang", "llama.cpp", "transformers", "tensorrt-llm"}) {
            for (const char *model : {"Qwen/Qwen3-32B", "openai/gpt-oss-20b"}) {
                QTest::addRow("%s, %s", engine, model)
                    << QByteArray("{\"schema\": \"plimsoll.plan/1\", \"model\": \"") + model
                           + "\", \"contextLength\": 16384, \"sequences\": 8, \"engine\": {\"id\": \"" + engine
                           + "\"}}";
            }
        }
        QTest::newRow("llama.cpp, buffers by the format of layers on the host")
            << QByteArray("{\"schema\": \"plimsoll.plan/1\", \"model\": \"Qwen/Qwen3-32B\", \"contextLength\": 16384, "
                          "\"kvCache\": {\"k\": \"q8_0\"}, "
                          "\"engine\": {\"id\": \"llama.cpp\", \"options\": {\"gpuLayers\": 20}}}");
    }
    void table()
    {
        QFETCH(QByteArray, json);
        const Plan plan = planOf(json);
        std::vector<Gpu> gpus;
        const std::vector<Gpu> all = wholeGpus(m_catalog);
        for (size_t i = 0; i < all.size(); i += 12)
            gpus.push_back(all[i]);
        for (const char *id : {"nvidia-h100-sxm-80gb", "nvidia-a100-sxm-80gb", "nvidia-b200-sxm-180gb"})
            gpus.push_back(*m_catalog.gpu(QLatin1String(id), QString()));
        const Result<WhatFits> found = whatFits(plan, m_catalog, gpus, {});
        QVERIFY2(found, qPrintable(found ? QString() : found.error().text));
        QVERIFY(found->formats.size() >= 4);
        QVERIFY(!found->cells.empty());
        int compared = 0;
        for (const FitCell &cell : found->cells) {
            if (++compared % 3 != 0) // enough of them
                continue;
            Plan one = plan;
            one.weights = found->formats.at(cell.format);
            one.gpus = {{gpus[size_t(cell.gpu)].id, 1}};
            const auto single = tried(one);
            QVERIFY(single);
            const QByteArray what = (one.weights + QLatin1String(" on ") + one.gpus.front().id).toUtf8();
            QVERIFY2(cell.count == single->gpusNeeded, what.constData());
            if (cell.fits()) {
                one.gpus.front().count = cell.count;
                if (plan.engine != QLatin1String("rule-of-thumb"))
                    one.parallel = cell.parallel;
            }
            const auto answer = tried(one);
            QVERIFY2(answer, what.constData());
            QVERIFY2(cell.headroom == answer->headroom, what.constData());
            if (plan.engine != QLatin1String("rule-of-thumb")) // its shares are rounded up, one by one
                QVERIFY2(cell.total == answer->total.total(), what.constData());
        }
    }

    void modelsOnGpus_data()
    {
        QTest::addColumn<QString>("engine");
        QTest::addColumn<QString>("weights");
        QTest::newRow("vLLM, as published") << QStringLiteral("vllm") << QString();
        QTest::newRow("vLLM, FP8") << QStringLiteral("vllm") << QStringLiteral("fp8");
        QTest::newRow("rule of thumb") << QStringLiteral("rule-of-thumb") << QStringLiteral("int4");
    }
    void modelsOnGpus()
    {
        QFETCH(QString, engine);
        QFETCH(QString, weights);
        Plan plan;
        plan.engine = engine;
        plan.weights = weights;
        std::vector<Gpu> gpus;
        for (const char *id : {"nvidia-rtx-4090-24gb", "nvidia-h100-sxm-80gb"})
            gpus.push_back(*m_catalog.gpu(QLatin1String(id), QString()));
        const auto rows = fitOfModelsOn(plan, m_catalog, gpus);
        QVERIFY(rows.ok());
        QVERIFY(rows->size() > 300);
        for (size_t r = 0; r < rows->size(); r += 9) {
            for (const FitCell &cell : (*rows)[r].cells) {
                Plan one = plan;
                one.model = NamedModel{(*rows)[r].model};
                one.gpus = {{gpus[size_t(cell.gpu)].id, 1}};
                const auto answer = tried(one);
                if (!answer) // one GPU is not legal: an expert layout may be
                    continue;
                QCOMPARE(cell.count, answer->gpusNeeded);
            }
        }
        int asked = 0;
        const auto stopped = fitOfModelsOn(plan, m_catalog, gpus, [&] { return ++asked > 3; });
        QVERIFY(stopped.ok() && stopped->empty());
    }

    void tableCanBeStopped()
    {
        const std::vector<Gpu> gpus = wholeGpus(m_catalog);
        int asked = 0;
        const auto found = whatFits(Plan(), m_catalog, gpus, {}, [&] { return ++asked > 1; });
        QVERIFY(found);
        QVERIFY(asked >= 2);
        QVERIFY(found->cells.empty());
    }

    void withoutGpus_data()
    {
        QTest::addColumn<QString>("question");
        for (const char *question : {"max-context", "max-sequences", "min-gpus", "best-format", "best-layout",
                                     "fastest-layout", "largest-model", "formats", "models"})
            QTest::newRow(question) << QString::fromLatin1(question);
    }
    void withoutGpus()
    {
        QFETCH(QString, question);
        const auto answer = answerQuestion(question, Plan(), m_catalog);
        QVERIFY(!answer);
        QCOMPARE(answer.error().code, QStringLiteral("no-gpus"));
    }

    void unknownQuestion()
    {
        const auto answer = answerQuestion(QStringLiteral("why"), Plan(), m_catalog);
        QVERIFY(!answer);
        QVERIFY(answer.error().text.contains(QLatin1String("max-context")));
    }
};

QTEST_GUILESS_MAIN(FitTest)
#include "tst_fit.moc"
