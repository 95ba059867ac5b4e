// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planning/fit/whatfits.h"
#include "core/planning/plandocumentjson.h"
#include "core/planning/sentences.h"
#include "tests/core/resolvedplan.h"

#include <QJsonArray>
#include <QTest>

using namespace plimsoll;
using plimsoll::test::planOn;
using plimsoll::test::resolvedPlan;

namespace {

const char kH100[] = "nvidia-h100-sxm-80gb";

Plan ruleOfThumb(qint64 parameters)
{
    Plan plan;
    plan.model = FreeSize{parameters};
    plan.weights = QStringLiteral("fp16");
    return plan;
}

Plan withShare(Plan plan, double share)
{
    plan.engineOptions.insert(QStringLiteral("gpuMemoryUtilization"), share);
    return plan;
}

bool warns(const ResolvedPlan &resolved, const char *code)
{
    const auto texts = warningTexts(resolved, estimate(resolved));
    return std::any_of(texts.begin(), texts.end(), [&](const WarningText &each) { return each.code == code; });
}

} // namespace

/// Several models on the same GPUs.
class NeighboursTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// 13 B and 7 B at 16 bits are 31.2 and 16.8 GB by the rule of thumb, whatever runs them.
    void handSums()
    {
        Plan plan = ruleOfThumb(7'000'000'000);
        plan.gpus = {{QString::fromLatin1(kH100), 1}};
        const Bytes usable = estimate(resolvedPlan(plan, m_catalog)).devices[0].usable;
        plan.beside = {ruleOfThumb(13'000'000'000)};
        const ResolvedPlan resolved = resolvedPlan(plan, m_catalog);
        QCOMPARE(resolved.neighbours.taken.count(), 31'200'000'000);
        QCOMPARE(estimate(resolved).headroom.count(), usable.count() - 31'200'000'000 - 16'800'000'000);
        plan.beside.push_back(ruleOfThumb(20'000'000'000)); // 48 GB: no longer
        const ResolvedPlan full = resolvedPlan(plan, m_catalog);
        QCOMPARE(full.neighbours.taken.count(), 79'200'000'000);
        QVERIFY(!estimate(full).fits);
        plan.beside.push_back(ruleOfThumb(20'000'000'000));
        const ResolvedPlan over = resolvedPlan(plan, m_catalog);
        QVERIFY(over.neighbours.all[1].fits && !over.neighbours.all[2].fits);
        QVERIFY(warns(over, "neighbour-too-large") && !warns(full, "neighbour-too-large"));
    }

    /// Of an engine that fills its share, the share is gone, not only what the plan needs of it.
    void sharesAreTaken()
    {
        const Plan other = withShare(planOn("Qwen/Qwen3-8B", "vllm@0.19", kH100, 1), 0.4);
        const DeviceEstimate alone = estimate(resolvedPlan(other, m_catalog)).devices[0];
        const Bytes cache = alone.items[Item::KvCache];
        QVERIFY(alone.pool > cache);
        Plan plan = withShare(planOn("meta-llama/Llama-3.1-8B", "vllm@0.19", kH100, 1), 0.45);
        plan.beside = {other};
        const ResolvedPlan resolved = resolvedPlan(plan, m_catalog);
        QCOMPARE(resolved.neighbours.taken, alone.items.total() - cache + alone.pool);
        // The share of the card, with the CUDA context and the graphs that vLLM keeps outside of it: 0.4 x 79.2 GiB
        // and at most 2 GiB.
        QVERIFY(resolved.neighbours.taken.gibibytes() > 31.6 && resolved.neighbours.taken.gibibytes() < 33.7);
        QVERIFY(warns(resolved, "shared-gpu") && !warns(resolved, "share-not-free"));
        QVERIFY(warns(resolvedPlan(
                          [&] {
                              Plan whole = plan;
                              whole.engineOptions = {};
                              return whole;
                          }(),
                          m_catalog),
                      "share-not-free"));
    }

    void sameAsReserving_data()
    {
        QTest::addColumn<QString>("engine");
        for (const char *engine : {"vllm", "sglang", "llama.cpp", "transformers", "tensorrt-llm", "rule-of-thumb"})
            QTest::newRow(engine) << QString::fromLatin1(engine);
    }
    void sameAsReserving()
    {
        QFETCH(QString, engine);
        Plan plan = planOn("Qwen/Qwen3-8B", engine.toLatin1().constData(), kH100, 2);
        plan.beside = {ruleOfThumb(5'000'000'000)}; // 12 GB
        Plan reserved = plan;
        reserved.beside.clear();
        reserved.reserve = Bytes(12'000'000'000);
        const Estimate with = estimate(resolvedPlan(plan, m_catalog));
        const Estimate without = estimate(resolvedPlan(reserved, m_catalog));
        QCOMPARE(with.devices[0].usable, without.devices[0].usable);
        QCOMPARE(with.devices[0].budget, without.devices[0].budget);
        QCOMPARE(with.headroom, without.headroom);
        QCOMPARE(with.poolTokens, without.poolTokens);
        QCOMPARE(with.gpusNeeded, without.gpusNeeded);
        QVERIFY(warns(resolvedPlan(plan, m_catalog), "shared-on-some")); // on one of two
    }

    /// A neighbour on two GPUs needs two, and has half of its weights on each.
    void onSeveralGpus()
    {
        Plan other = planOn("Qwen/Qwen3-8B", "transformers", kH100, 2);
        Plan plan = planOn("meta-llama/Llama-3.1-8B", "llama.cpp", kH100, 1);
        plan.beside = {other};
        const Result<ResolvedPlan> tooFew = resolve(plan, m_catalog);
        QVERIFY(!tooFew);
        QCOMPARE(tooFew.error().code, QStringLiteral("too-few-gpus"));
        QCOMPARE(tooFew.error().field, QStringLiteral("beside[0].gpus"));
        plan.gpus.front().count = 4;
        const ResolvedPlan resolved = resolvedPlan(plan, m_catalog);
        QCOMPARE(resolved.neighbours.taken, estimate(resolvedPlan(other, m_catalog)).devices[0].items.total());
        QCOMPARE(estimate(resolved).gpusNeeded, 2);
        plan.engine = QStringLiteral("rule-of-thumb");
        QCOMPARE(estimate(resolvedPlan(plan, m_catalog)).gpusNeeded, 2);
    }

    void errorsNameThePlan()
    {
        Plan plan = planOn("Qwen/Qwen3-8B", "vllm", kH100, 1);
        plan.beside = {ruleOfThumb(1'000'000'000), planOn("Qwen/Qwen3-9B", "vllm", kH100, 1)};
        const Result<ResolvedPlan> resolved = resolve(plan, m_catalog);
        QVERIFY(!resolved);
        QCOMPARE(resolved.error().field, QStringLiteral("beside[1].model"));
        QVERIFY2(resolved.error().text.startsWith(QLatin1String("beside[1].model: ")),
                 qPrintable(resolved.error().text));
    }

    void document()
    {
        const QByteArray text = R"({"schema":"plimsoll.plan/1","model":"Qwen/Qwen3-8B","beside":[
            {"schema":"plimsoll.plan/1","name":"small","model":{"parameters":5000000000},"later":{"x":1}}]})";
        const Result<Plan> plan = planFromBytes(text, QStringLiteral("a.json"));
        QVERIFY2(plan.ok(), plan.ok() ? "" : qPrintable(plan.error().text));
        QCOMPARE(plan->beside.size(), size_t(1));
        QCOMPARE(plan->beside[0].name, QStringLiteral("small"));
        const QJsonObject written = planToJson(*plan);
        const QJsonObject other = written.value(QLatin1String("beside")).toArray().at(0).toObject();
        QCOMPARE(other.value(QLatin1String("later")).toObject().value(QLatin1String("x")).toInt(), 1);
        QCOMPARE(*planFromJson(written, QStringLiteral("a.json")), *plan);
    }

    void badDocuments_data()
    {
        QTest::addColumn<QByteArray>("beside");
        QTest::addColumn<QString>("field");
        const QByteArray inner = R"({"schema":"plimsoll.plan/1"})";
        QTest::newRow("no list") << inner << QStringLiteral("beside");
        QTest::newRow("no plan") << QByteArray("[1]") << QStringLiteral("beside[0]");
        QTest::newRow("no schema") << QByteArray("[{}]") << QStringLiteral("beside[0].schema");
        QTest::newRow("wrong within") << QByteArray(R"([{"schema":"plimsoll.plan/1","sequences":0}])")
                                      << QStringLiteral("beside[0].sequences");
        QTest::newRow("nested") << QByteArray(R"([{"schema":"plimsoll.plan/1","beside":[]}])")
                                << QStringLiteral("beside[0]");
        QTest::newRow("too many") << '[' + QByteArray(inner + ',').repeated(16) + inner + ']'
                                  << QStringLiteral("beside");
    }
    void badDocuments()
    {
        QFETCH(QByteArray, beside);
        QFETCH(QString, field);
        const Result<Plan> plan =
            planFromBytes(R"({"schema":"plimsoll.plan/1","beside":)" + beside + '}', QStringLiteral("a.json"));
        QVERIFY(!plan);
        QCOMPARE(plan.error().field, field);
    }

    /// Each cell is what the plan with that GPU, number and format answers, and one fewer does not do.
    void whatFitsSeesThem_data()
    {
        QTest::addColumn<QString>("engine");
        for (const char *engine : {"vllm", "sglang", "llama.cpp", "rule-of-thumb"})
            QTest::newRow(engine) << QString::fromLatin1(engine);
    }
    void whatFitsSeesThem()
    {
        QFETCH(QString, engine);
        std::vector<Gpu> gpus;
        for (const char *id : {"nvidia-rtx-4090-24gb", "nvidia-l40s-48gb", kH100, "nvidia-b200-sxm-180gb"}) {
            if (Result<Gpu> gpu = m_catalog.gpu(QString::fromLatin1(id), QString()))
                gpus.push_back(std::move(gpu).value());
        }
        QVERIFY(gpus.size() >= 3);
        Plan plan = planOn("Qwen/Qwen3-14B", engine.toLatin1().constData(), kH100, 1);
        plan.weights = QStringLiteral("bf16");
        Plan other = withShare(planOn("Qwen/Qwen3-8B", "vllm", kH100, 1), 0.4);
        plan.beside = {other};
        const auto found = whatFits(plan, m_catalog, gpus, {QStringLiteral("bf16")});
        QVERIFY(found.ok());
        QCOMPARE(found->cells.size(), gpus.size());
        int checked = 0;
        for (const FitCell &cell : found->cells) {
            const auto fitsOn = [&](int count, std::optional<Parallel> parallel) {
                Plan placed = plan;
                placed.gpus = {{gpus[size_t(cell.gpu)].id, count}};
                placed.parallel = parallel;
                if (engine == QLatin1String("llama.cpp"))
                    placed.parallel.reset();
                const Result<PlanAnswer> answer = answerPlan(placed, m_catalog);
                return answer.ok() && answer->estimate.fits
                       && (cell.count != count || answer->estimate.headroom == cell.headroom);
            };
            if (!cell.fits())
                continue;
            QVERIFY2(fitsOn(cell.count, cell.parallel), qPrintable(gpus[size_t(cell.gpu)].id));
            if (cell.count > 1)
                QVERIFY2(!fitsOn(cell.count - 1, std::nullopt), qPrintable(gpus[size_t(cell.gpu)].id));
            ++checked;
        }
        QVERIFY(checked >= 2);
    }

private:
    Catalog m_catalog = Catalog::builtIn();
};

QTEST_GUILESS_MAIN(NeighboursTest)
#include "tst_neighbours.moc"
