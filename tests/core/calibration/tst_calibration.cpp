// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/calibration/calibratedplan.h"
#include "core/figures/caption.h"
#include "core/planning/estimatejson.h"
#include "core/planning/explain/waterfall.h"
#include "core/planning/explanation.h"
#include "core/planning/fit/fitquestions.h"
#include "core/planning/fit/whatfits.h"
#include "core/planning/limits.h"
#include "core/planning/sentences.h"
#include "tests/core/resolvedplan.h"

#include <QJsonDocument>
#include <QTest>

using namespace plimsoll;
using namespace plimsoll::test;

namespace {

constexpr const char *kH100 = "nvidia-h100-sxm-80gb";
constexpr const char *kA100 = "nvidia-a100-sxm-80gb";
const QString kLlama = QStringLiteral("meta-llama/Llama-3.1-8B");

/// Activations + 1 GiB, graphs + 256 MiB, runtime + 128 MiB on one GPU.
CalibrationRecord record(const char *engine, const char *version, const char *gpu = kH100)
{
    CalibrationRecord made;
    made.engine = QLatin1String(engine);
    made.engineVersion = QLatin1String(version);
    made.gpu = QLatin1String(gpu);
    made.model = kLlama;
    made.modelName = QStringLiteral("Llama 3.1 8B");
    made.date = QDate(2026, 11, 30);
    made.source = QStringLiteral("serve.log");
    made.residuals = {Bytes::fromMiB(1024), Bytes::fromMiB(256), Bytes::fromMiB(128)};
    return made;
}

Catalog calibrated(std::initializer_list<CalibrationRecord> records)
{
    Calibration calibration;
    for (const CalibrationRecord &each : records)
        calibration.add(each);
    Catalog catalog = Catalog::builtIn();
    catalog.setCalibration(std::make_shared<const Calibration>(calibration));
    return catalog;
}

/// Everything that an answer says, but for the program and the time of day, which are not in it.
QByteArray answerOf(const Plan &plan, const Catalog &catalog)
{
    const Result<PlanAnswer> answer = answerPlan(plan, catalog);
    if (!answer)
        qFatal("%s", qPrintable(answer.error().text));
    return QJsonDocument(estimateToJson(answer->plan, answer->estimate, answer->comparison, {})).toJson();
}

const DeviceEstimate &deviceOf(const Estimate &estimate)
{
    return estimate.devices.front();
}

} // namespace

class CalibrationTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// What a correction of each item does to the budget of each engine, by hand from its rules.
    void everyEngine_data()
    {
        QTest::addColumn<QByteArray>("engine");
        QTest::addColumn<QByteArray>("version");
        QTest::addColumn<double>("activations"); // share of each item that counts against the budget
        QTest::addColumn<double>("graphs");
        QTest::addColumn<double>("runtime");
        QTest::addColumn<bool>("hasGraphs");
        QTest::newRow("vllm 0.11") << QByteArray("vllm") << QByteArray("0.11.0") << 1.0 << 0.0 << 1.0 << true;
        QTest::newRow("vllm 0.21") << QByteArray("vllm") << QByteArray("0.21.0") << 1.0 << 1.0 << 1.0 << true;
        QTest::newRow("vllm V0") << QByteArray("vllm") << QByteArray("0.7.0") << 1.0 << 0.0 << 1.0 << true;
        QTest::newRow("sglang") << QByteArray("sglang") << QByteArray("0.5.0") << 0.0 << 0.0 << 0.0 << true;
        QTest::newRow("llama.cpp") << QByteArray("llama.cpp") << QByteArray("b7774") << 1.0 << 0.0 << 0.0 << false;
        QTest::newRow("transformers") << QByteArray("transformers") << QByteArray() << 1.0 << 0.0 << 1.0 << false;
        QTest::newRow("tensorrt-llm") << QByteArray("tensorrt-llm") << QByteArray() << 0.9 << 0.0 << 0.9 << false;
    }
    void everyEngine()
    {
        QFETCH(const QByteArray, engine);
        QFETCH(const QByteArray, version);
        QFETCH(const double, activations);
        QFETCH(const double, graphs);
        QFETCH(const double, runtime);
        QFETCH(const bool, hasGraphs);
        const QByteArray typed = version.isEmpty() ? engine : engine + '@' + version;
        const Plan plan = planOn("meta-llama/Llama-3.1-8B", typed.constData(), kH100, 1);
        const Estimate before = estimate(resolvedPlan(plan, Catalog::builtIn()));
        const ResolvedPlan resolved = resolvedPlan(plan, calibrated({record(engine.constData(), version.constData())}));
        const Estimate after = estimate(resolved);

        const auto change = [&](Item item) { return (after.total[item] - before.total[item]).count(); };
        QCOMPARE(change(Item::Weights), 0);
        QCOMPARE(change(Item::KvCache), 0);
        QCOMPARE(change(Item::Activations), qint64(1024) << 20);
        QCOMPARE(change(Item::Graphs), hasGraphs ? qint64(256) << 20 : 0);
        QCOMPARE(change(Item::Runtime), qint64(128) << 20);
        QCOMPARE(change(Item::Other), 0);
        const double charged = (1024 * activations + 256 * graphs + 128 * runtime) * (1 << 20);
        QCOMPARE(deviceOf(after).charged - deviceOf(before).charged, Bytes::rounded(charged));
        if (resolved.engine->pagesCache()) // the pool is what the others leave
            QCOMPARE(deviceOf(before).pool - deviceOf(after).pool, Bytes::rounded(charged));
        QCOMPARE(deviceOf(after).headroom, std::min(deviceOf(after).budget - deviceOf(after).charged,
                                                    deviceOf(after).usable - deviceOf(after).items.total()));
        QVERIFY(after.low <= after.total.total() && after.total.total() <= after.high);
        // Its place is measured, its width is not: that is what the rules alone have.
        QCOMPARE(after.high - after.total.total(), before.high - before.total.total());
        QCOMPARE(after.total.total() - after.low, before.total.total() - before.low);
    }

    /// A record speaks of nothing but its own system.
    void othersAreUntouched_data()
    {
        QTest::addColumn<QByteArray>("engine");
        QTest::addColumn<QByteArray>("gpu");
        QTest::addColumn<int>("gpus");
        QTest::addColumn<bool>("applies");
        const auto row = [](const char *engine, const char *gpu, int gpus, bool applies) {
            QTest::addRow("%s on %d x %s", engine, gpus, gpu)
                << QByteArray(engine) << QByteArray(gpu) << gpus << applies;
        };
        row("vllm@0.11.2", kH100, 1, true);
        row("vllm@0.11.0", kH100, 1, true);
        row("vllm@v0.11.1rc2", kH100, 1, true);
        row("vllm@0.10", kH100, 1, false);
        row("vllm@0.12", kH100, 1, false);
        row("vllm@0.99", kH100, 1, false);
        row("vllm", kH100, 1, false);
        row("vllm@0.11", kH100, 2, false);
        row("vllm@0.11", kA100, 1, false);
        row("vllm@0.11", "nvidia-h100-sxm-80gb/1g.10gb", 1, false);
        row("sglang", kH100, 1, false);
        row("transformers", kH100, 1, false);
        row("rule-of-thumb", kH100, 1, false);
    }
    void othersAreUntouched()
    {
        QFETCH(const QByteArray, engine);
        QFETCH(const QByteArray, gpu);
        QFETCH(const int, gpus);
        QFETCH(const bool, applies);
        const Plan plan = planOn("meta-llama/Llama-3.1-8B", engine.constData(), gpu.constData(), gpus);
        const Catalog catalog = calibrated({record("vllm", "0.11.2")});
        const bool equal = answerOf(plan, catalog) == answerOf(plan, Catalog::builtIn());
        QCOMPARE(!equal, applies);
        const ResolvedPlan resolved = resolvedPlan(plan, catalog);
        QCOMPARE(resolved.warnings.test(size_t(Warning::Calibrated)), applies);
        QCOMPARE(recordsUsed(resolved).size(), size_t(applies ? 1 : 0));
    }

    void releases_data()
    {
        QTest::addColumn<QString>("engine");
        QTest::addColumn<QString>("version");
        QTest::addColumn<QString>("release");
        const auto row = [](const char *engine, const char *version, const char *release) {
            QTest::addRow("%s %s", engine, version)
                << QString::fromLatin1(engine) << QString::fromLatin1(version) << QString::fromLatin1(release);
        };
        row("vllm", "0.11.2", "0.11");
        row("vllm", "0.11", "0.11");
        row("vllm", "v0.11.3.dev5+cu128", "0.11");
        row("vllm", "0.110.0", "0.110");
        row("vllm", "", "");
        row("vllm", "newest", "");
        row("llama.cpp", "b7773", "0.0.6975"); // by the rules of that build
        row("llama.cpp", "b7774", "0.0.7774");
        row("llama.cpp", "b8000", "0.0.7774");
        row("llama.cpp", "b12", "0.0.6975");
        row("llama.cpp", "0.5.3", "0.5");
        row("transformers", "", "");
    }
    void releases()
    {
        QFETCH(const QString, engine);
        QFETCH(const QString, version);
        QFETCH(const QString, release);
        const auto rules = findEngine(engine, Catalog::builtIn(), {});
        QVERIFY(rules.ok());
        QCOMPARE(releaseOf(**rules, version), release);
    }

    /// A log of Ollama speaks of llama.cpp as Ollama starts it, and of nothing else.
    void presets()
    {
        CalibrationRecord ollama = record("llama.cpp", "b7774");
        ollama.preset = QStringLiteral("ollama");
        const Catalog catalog = calibrated({ollama});
        Plan plan = planOn("meta-llama/Llama-3.1-8B", "llama.cpp@b7774", kH100, 1);
        const auto used = [&](const QString &preset) {
            plan.engineOptions.insert(QStringLiteral("preset"), preset);
            return recordsUsed(resolvedPlan(plan, catalog)).size();
        };
        QCOMPARE(used(QStringLiteral("ollama")), size_t(1));
        QCOMPARE(used(QStringLiteral("server")), size_t(0));
        plan.engineOptions = {};
        QVERIFY(recordsUsed(resolvedPlan(plan, catalog)).empty());
        ollama.preset.clear();
        plan.engineOptions.insert(QStringLiteral("preset"), QStringLiteral("server")); // the usual one, named
        QCOMPARE(recordsUsed(resolvedPlan(plan, calibrated({ollama}))).size(), size_t(1));
    }

    /// Off, removed or cleared, an answer is what it was, to the byte.
    void reversible()
    {
        const Plan plan = planOn("meta-llama/Llama-3.1-8B", "vllm@0.11", kH100, 1);
        const QByteArray before = answerOf(plan, Catalog::builtIn());
        Catalog catalog = calibrated({record("vllm", "0.11.2")});
        QVERIFY(answerOf(plan, catalog) != before);
        Calibration calibration = *catalog.calibration();
        calibration.isOn = false;
        catalog.setCalibration(std::make_shared<const Calibration>(calibration));
        QCOMPARE(answerOf(plan, catalog), before);
        calibration.isOn = true;
        QVERIFY(calibration.remove(0) && !calibration.remove(0));
        catalog.setCalibration(std::make_shared<const Calibration>(calibration));
        QCOMPARE(answerOf(plan, catalog), before);
        catalog.setCalibration(nullptr);
        QCOMPARE(answerOf(plan, catalog), before);
        const ResolvedPlan resolved = resolvedPlan(plan, calibrated({record("vllm", "0.11.2")}));
        QCOMPARE(estimate(withoutCalibration(resolved)).total.total(),
                 estimate(resolvedPlan(plan, Catalog::builtIn())).total.total());
    }

    /// An item is never less than nothing, and what was taken away is what the pool gains.
    void negativeSaturates()
    {
        CalibrationRecord huge = record("vllm", "0.11.2");
        huge.residuals = {Bytes::fromGiB(-500), std::nullopt, std::nullopt};
        const Plan plan = planOn("meta-llama/Llama-3.1-8B", "vllm@0.11", kH100, 1);
        const Estimate before = estimate(resolvedPlan(plan, Catalog::builtIn()));
        const Estimate after = estimate(resolvedPlan(plan, calibrated({huge})));
        QVERIFY(before.total[Item::Activations] > Bytes());
        QCOMPARE(after.total[Item::Activations], Bytes());
        QCOMPARE(after.total[Item::Graphs], before.total[Item::Graphs]);
        QCOMPARE(deviceOf(after).pool - deviceOf(before).pool, before.total[Item::Activations]);
        QCOMPARE(after.calibrated[0], Bytes() - before.total[Item::Activations]);
        QCOMPARE(after.high - after.low, before.high - before.low);
    }

    /// Without graphs there is nothing to correct.
    void itemsThatAreNotThere()
    {
        Plan plan = planOn("meta-llama/Llama-3.1-8B", "vllm@0.11", kH100, 1);
        plan.engineOptions.insert(QStringLiteral("enforceEager"), true);
        const Estimate after = estimate(resolvedPlan(plan, calibrated({record("vllm", "0.11.2")})));
        QCOMPARE(after.total[Item::Graphs], Bytes());
    }

    /// Prompts that run whole are corrected beyond what grows with the context, not instead of it.
    void beyondGrowingActivations()
    {
        Plan plan = planOn("meta-llama/Llama-3.1-8B", "transformers", kH100, 1);
        for (const qint64 context : {16, 4096, 65536}) {
            plan.contextLength = context;
            const Estimate before = estimate(resolvedPlan(plan, Catalog::builtIn()));
            const Estimate after = estimate(resolvedPlan(plan, calibrated({record("transformers", "")})));
            QCOMPARE(after.total[Item::Activations] - before.total[Item::Activations], Bytes::fromMiB(1024));
        }
    }

    /// Another context keeps it: the slider's way and a fresh plan agree.
    void sliders()
    {
        const Catalog catalog = calibrated({record("vllm", "0.11.2")});
        Plan plan = planOn("meta-llama/Llama-3.1-8B", "vllm@0.11", kH100, 1);
        ResolvedPlan moved = resolvedPlan(plan, catalog);
        setWorkload(moved, {32768, 7});
        plan.contextLength = 32768;
        plan.sequences = 7;
        const Estimate fresh = estimate(resolvedPlan(plan, catalog));
        QCOMPARE(estimate(moved).total.total(), fresh.total.total());
        QCOMPARE(estimate(moved).headroom, fresh.headroom);
    }

    /// A record of the plan's own model comes before a newer one of another; of two of the same the newer.
    void whichRecord()
    {
        CalibrationRecord own = record("vllm", "0.11.2"), other = own, older = own;
        other.model = QStringLiteral("Qwen/Qwen3-8B");
        other.date = QDate(2026, 12, 24);
        other.residuals = {Bytes(2), Bytes(2), Bytes(2)};
        older.engineVersion = QStringLiteral("0.11.0");
        older.date = QDate(2026, 1, 1);
        older.residuals = {Bytes(3), Bytes(3), Bytes(3)};
        const Catalog catalog = calibrated({own, older, other});
        const auto residual = [&](const char *model) {
            const auto used = recordsUsed(resolvedPlan(planOn(model, "vllm@0.11", kH100, 1), catalog));
            return used.size() == 1 ? used.front()->residuals[0]->count() : -1;
        };
        QCOMPARE(residual("meta-llama/Llama-3.1-8B"), qint64(1) << 30);
        QCOMPARE(residual("Qwen/Qwen3-8B"), 2);
        QCOMPARE(residual("mistralai/Mistral-7B-v0.1"), 2); // the newest

        Calibration calibration;
        calibration.add(own);
        calibration.add(other);
        own.date = QDate(2027, 1, 1);
        calibration.add(own);
        QCOMPARE(calibration.records.size(), size_t(2)); // the same system and model: the new one alone
        QCOMPARE(*calibration.records.back(), own);
    }

    /// Every precision of the comparison equals the plan with that format.
    void comparisonAgrees()
    {
        for (const char *engine : {"vllm@0.11", "sglang@0.5", "llama.cpp@b7774", "transformers", "tensorrt-llm"}) {
            const QString id = QString::fromLatin1(engine).section(QLatin1Char('@'), 0, 0);
            const QString version = QString::fromLatin1(engine).section(QLatin1Char('@'), 1);
            const Catalog catalog = calibrated({record(id.toLatin1().constData(), version.toLatin1().constData())});
            Plan plan = planOn("meta-llama/Llama-3.1-8B", engine, kH100, 1);
            const ResolvedPlan resolved = resolvedPlan(plan, catalog);
            const Comparison comparison = compare(resolved);
            const auto formats = resolved.engine->comparisonFormats();
            for (size_t f = 0; f < kComparisonFormats; ++f) {
                plan.weights = formats[f].format;
                const Estimate own = estimate(resolvedPlan(plan, catalog));
                QCOMPARE(comparison.entries[f].items.total(), own.total.total());
                QCOMPARE(comparison.entries[f].headroom, own.headroom);
                QCOMPARE(comparison.entries[f].gpusNeeded, own.gpusNeeded);
                QCOMPARE(comparison.entries[f].low, own.low);
            }
        }
    }

    /// The search over GPUs and formats finds what a plan on that many of that GPU answers, calibrated or not.
    void whatFitsAgrees_data()
    {
        QTest::addColumn<QByteArray>("engine");
        for (const char *engine : {"vllm@0.11", "sglang@0.5", "llama.cpp@b7774", "transformers", "tensorrt-llm"})
            QTest::newRow(engine) << QByteArray(engine);
    }
    void whatFitsAgrees()
    {
        QFETCH(const QByteArray, engine);
        const QByteArray id = engine.split('@').first();
        const QByteArray version = engine.contains('@') ? engine.split('@').last() : QByteArray();
        CalibrationRecord two = record(id.constData(), version.constData(), kA100);
        two.gpus = 2;
        two.tensor = id == "llama.cpp" ? 1 : 2;
        two.residuals = {Bytes::fromMiB(5000), Bytes::fromMiB(-100), Bytes::fromMiB(70)};
        const Catalog catalog = calibrated({record(id.constData(), version.constData()), two,
                                            record(id.constData(), version.constData(), "nvidia-l4-24gb")});
        const Plan plan = planOn("meta-llama/Llama-3.1-70B", engine.constData(), kH100, 1);
        std::vector<Gpu> gpus;
        for (const char *gpu : {"nvidia-l4-24gb", kA100, "nvidia-a100-sxm-40gb", kH100, "nvidia-h200-sxm-141gb",
                                "nvidia-rtx-4090-24gb"}) {
            const Result<Gpu> found = catalog.gpu(QLatin1String(gpu), {});
            QVERIFY2(found.ok(), gpu);
            gpus.push_back(*found);
        }
        const Result<WhatFits> fits = whatFits(plan, catalog, gpus, {QStringLiteral("bf16"), QStringLiteral("int8")});
        QVERIFY(fits.ok());
        int compared = 0, corrected = 0;
        for (const FitCell &cell : fits->cells) {
            Plan placed = plan;
            placed.weights = fits->formats.at(cell.format);
            placed.gpus = {{gpus[size_t(cell.gpu)].id, std::max(1, cell.count)}};
            placed.parallel = cell.fits() ? cell.parallel : Parallel{};
            const ResolvedPlan resolved = resolvedPlan(placed, catalog);
            const Estimate own = estimate(resolved);
            QCOMPARE(cell.total, own.total.total());
            QCOMPARE(cell.headroom, own.headroom);
            QCOMPARE(cell.fits(), own.fits);
            corrected += int(recordsUsed(resolved).size());
            ++compared;
        }
        QCOMPARE(compared, 12);
        QVERIFY(corrected > 0);
    }

    /// Reverse questions ask the same estimate: one more than the answer does not fit.
    void limitsAgree()
    {
        const Catalog catalog = calibrated({record("vllm", "0.11.2")});
        Plan plan = planOn("meta-llama/Llama-3.1-8B", "vllm@0.11", kH100, 1);
        plan.sequences = 8;
        const qint64 before = longestContext(resolvedPlan(plan, Catalog::builtIn()), 10'000'000);
        const qint64 after = longestContext(resolvedPlan(plan, catalog), 10'000'000);
        QVERIFY(after < before);
        plan.contextLength = after;
        QVERIFY(estimate(resolvedPlan(plan, catalog)).fits);
        plan.contextLength = after + 16;
        QVERIFY(!estimate(resolvedPlan(plan, catalog)).fits);
    }

    /// A plan beside this one takes what its own calibration says, and the answer names it.
    void plansBeside()
    {
        Plan plan = planOn("meta-llama/Llama-3.1-8B", "llama.cpp@b7774", kH100, 1);
        plan.beside = {planOn("meta-llama/Llama-3.1-8B", "transformers", kH100, 1)};
        const Catalog catalog = calibrated({record("transformers", "")});
        const ResolvedPlan before = resolvedPlan(plan, Catalog::builtIn()), after = resolvedPlan(plan, catalog);
        QCOMPARE(after.neighbours.taken - before.neighbours.taken, Bytes::fromMiB(1024 + 128));
        QCOMPARE(recordsUsed(after).size(), size_t(1));
        QVERIFY(after.warnings.test(size_t(Warning::Calibrated)));
    }

    /// The way from the rule of thumb ends at the total, with a step of its own.
    void waterfallEndsAtTheTotal()
    {
        const Plan plan = planOn("meta-llama/Llama-3.1-8B", "vllm@0.11", kH100, 1);
        const ResolvedPlan resolved = resolvedPlan(plan, calibrated({record("vllm", "0.11.2")}));
        const Estimate answer = estimate(resolved);
        const std::vector<WaterfallStep> steps = waterfall(resolved, answer);
        QCOMPARE(steps.back().key, QStringLiteral("calibration"));
        QCOMPARE(steps.back().delta, Bytes::fromMiB(1024 + 256 + 128));
        QCOMPARE(steps.back().total, answer.total.total());
        QVERIFY(steps.back().numbers.contains(QLatin1String("Activations + 1.00 GiB")));
    }

    /// Wherever the answer is read, it says that it was corrected and by what.
    void isVisible()
    {
        const Catalog catalog = calibrated({record("vllm", "0.11.2")});
        const Plan plan = planOn("meta-llama/Llama-3.1-8B", "vllm@0.11", kH100, 1);
        const Result<PlanAnswer> answer = answerPlan(plan, catalog);
        QVERIFY(answer.ok());
        const QString name = catalog.gpu(QLatin1String(kH100), {})->name;
        const QString what = QStringLiteral("vLLM 0.11 on %1 (2026-11-30)").arg(name);
        QCOMPARE(calibrationSentence(answer->plan), QStringLiteral("Calibrated with your log of %1.").arg(what));
        QVERIFY(figureCaption(answer->plan, catalog).contains(what));
        QVERIFY(intervalBasis(answer->plan).contains(QLatin1String("calibration")));
        const QJsonObject json = estimateToJson(answer->plan, answer->estimate, answer->comparison, {});
        const QJsonObject own = json.value(QLatin1String("calibration")).toObject();
        QCOMPARE(own.value(QLatin1String("count")).toInt(), 1);
        QCOMPARE(own[QLatin1String("bytes")][QLatin1String("activations")].toInteger(), qint64(1) << 30);
        QCOMPARE(own[QLatin1String("records")][0][QLatin1String("source")].toString(), QStringLiteral("serve.log"));
        const auto explained = explain(answer->plan, answer->estimate);
        const auto activations = std::find_if(explained.begin(), explained.end(),
                                              [](const auto &each) { return each.item == Item::Activations; });
        QVERIFY(activations != explained.end() && !activations->steps.isEmpty());
        QVERIFY(activations->steps.constLast().contains(QLatin1String("+ 1.00 GiB")));
        const ResolvedPlan bare = resolvedPlan(plan, Catalog::builtIn());
        QVERIFY(calibrationSentence(bare).isEmpty() && !figureCaption(bare, catalog).contains(QLatin1String("calib")));
        QVERIFY(!answerOf(plan, Catalog::builtIn()).contains("calibrat"));
    }
};

QTEST_GUILESS_MAIN(CalibrationTest)
#include "tst_calibration.moc"
