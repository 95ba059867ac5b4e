// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/plandocument.h"

#include "core/engines/enginerules.h"
#include "core/units/quantity.h"

#include <QSignalSpy>
#include <QTest>
#include <QTimer>

#include <functional>

namespace plimsoll {

/// True once the event loop has run its zero timers again.
static bool anotherTurn()
{
    bool turned = false;
    QTimer::singleShot(0, QCoreApplication::instance(), [&turned] { turned = true; });
    return QTest::qWaitFor([&turned] { return turned; });
}

class PlanDocumentTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();

    void startsWithAnAnswer();
    void equalValuesAreNoEdit();
    void defaultsAreNoEdit();
    void dragIsOneStep();
    void dragBackIsNoStep();
    void dragBackToDefaultIsNoStep();
    void dragsDoNotMerge();
    void fieldsOfOneDragDoNotMerge();
    void signalsComeOncePerTurn();
    void flushAnswersAtOnce();
    void workloadGivesTheSameAsResolvingAnew();
    void everythingUndoes_data();
    void everythingUndoes();
    void stepsSayTheirValue_data();
    void stepsSayTheirValue();
    void stepOfADragSaysWhereItEnded();
    void otherEngineDropsOptions();
    void otherCountDropsLayout();
    void countKeepsLayoutThatStillMultiplies();
    void illegalLayoutKeepsTheLastAnswer();
    void nearestLayoutIsOfferedAndLegal();
    void nearestLayoutIsThatOfTheNewModel();
    void unknownIdsAreErrors_data();
    void unknownIdsAreErrors();
    void absurdWorkloadsAreErrors_data();
    void absurdWorkloadsAreErrors();
    void startWithLeavesNothingToUndo();
    void brokenStartStillOpens();

private:
    std::shared_ptr<const Catalog> m_catalog;
};

void PlanDocumentTest::initTestCase()
{
    m_catalog = std::make_shared<const Catalog>(Catalog::builtIn());
    QVERIFY(!m_catalog->models().empty());
}

void PlanDocumentTest::startsWithAnAnswer()
{
    PlanDocument document(m_catalog);
    QVERIFY2(document.valid(), qPrintable(document.error().text));
    QVERIFY(document.hasAnswer());
    QCOMPARE(document.resolved().model->id, QStringLiteral("meta-llama/Llama-3.1-8B"));
    QCOMPARE(document.resolved().workload.contextLength, 8192);
    QCOMPARE(document.resolved().workload.sequences, 1);
    QCOMPARE(document.resolved().engine->id(), QStringLiteral("vllm"));
    // 8,030,261,248 parameters x 2 bytes (models.json) are 15 GiB; the card holds about 23.6.
    QVERIFY(document.estimate().fits);
    QVERIFY(document.estimate().total[Item::Weights] >= Bytes(2 * 8'030'261'248));
    QVERIFY(!document.undoStack()->canUndo());
}

void PlanDocumentTest::equalValuesAreNoEdit()
{
    PlanDocument document(m_catalog);
    document.setContextLength(4096);
    document.flush();
    const int steps = document.undoStack()->count();
    QSignalSpy changed(&document, &PlanDocument::planChanged);
    document.setContextLength(4096);
    document.setModel(QStringLiteral("meta-llama/Llama-3.1-8B"));
    document.setGpu(QStringLiteral("nvidia-rtx-4090-24gb"));
    document.setGpuCount(1);
    document.setEngine(QStringLiteral("vllm"));
    document.setPlan(document.plan(), QStringLiteral("same"));
    document.flush();
    QCOMPARE(document.undoStack()->count(), steps);
    QCOMPARE(changed.count(), 0);
}

void PlanDocumentTest::defaultsAreNoEdit()
{
    PlanDocument document(m_catalog);
    document.setContextLength(8192);
    document.setSequences(1);
    document.setParallel(Parallel{});
    QCOMPARE(document.undoStack()->count(), 0);
    QVERIFY(!document.plan().contextLength.has_value());
}

void PlanDocumentTest::dragIsOneStep()
{
    PlanDocument document(m_catalog);
    const Plan before = document.plan();
    document.beginDrag();
    for (qint64 tokens = 9000; tokens <= 20000; tokens += 1000)
        document.setContextLength(tokens);
    document.endDrag();
    QCOMPARE(document.undoStack()->count(), 1);
    QCOMPARE(document.plan().contextLength, std::optional<qint64>(20000));
    document.undoStack()->undo();
    QCOMPARE(document.plan(), before);
    document.undoStack()->redo();
    QCOMPARE(document.plan().contextLength, std::optional<qint64>(20000));
}

void PlanDocumentTest::dragBackIsNoStep()
{
    PlanDocument document(m_catalog);
    document.setSequences(4);
    const Plan before = document.plan();
    document.beginDrag();
    document.setSequences(5);
    document.setSequences(8);
    document.setSequences(4);
    document.endDrag();
    QCOMPARE(document.undoStack()->count(), 1);
    QCOMPARE(document.plan(), before);
}

void PlanDocumentTest::dragBackToDefaultIsNoStep()
{
    PlanDocument document(m_catalog);
    const Plan before = document.plan();
    document.beginDrag();
    document.setContextLength(16384);
    document.setContextLength(8192);
    document.endDrag();
    QCOMPARE(document.undoStack()->count(), 0);
    QCOMPARE(document.plan(), before);
}

void PlanDocumentTest::dragsDoNotMerge()
{
    PlanDocument document(m_catalog);
    for (qint64 tokens : {4096, 16384}) {
        document.beginDrag();
        document.setContextLength(tokens);
        document.setContextLength(tokens + 1);
        document.endDrag();
    }
    document.setContextLength(2048);
    document.setContextLength(1024);
    QCOMPARE(document.undoStack()->count(), 4);
}

void PlanDocumentTest::fieldsOfOneDragDoNotMerge()
{
    PlanDocument document(m_catalog);
    document.beginDrag();
    document.setContextLength(4096);
    document.setSequences(3);
    document.endDrag();
    QCOMPARE(document.undoStack()->count(), 2);
}

void PlanDocumentTest::signalsComeOncePerTurn()
{
    PlanDocument document(m_catalog);
    QSignalSpy plan(&document, &PlanDocument::planChanged);
    QSignalSpy estimate(&document, &PlanDocument::estimateChanged);
    document.setContextLength(4096);
    document.setSequences(7);
    document.setWeights(QStringLiteral("int4"));
    QCOMPARE(plan.count(), 0);
    QTRY_COMPARE(estimate.count(), 1);
    QCOMPARE(plan.count(), 1);
    QVERIFY(anotherTurn());
    QCOMPARE(estimate.count(), 1);
    QCOMPARE(document.resolved().workload.sequences, 7);

    document.undoStack()->undo();
    document.undoStack()->undo();
    QTRY_COMPARE(estimate.count(), 2);
    QCOMPARE(plan.count(), 2);
}

void PlanDocumentTest::flushAnswersAtOnce()
{
    PlanDocument document(m_catalog);
    QSignalSpy estimate(&document, &PlanDocument::estimateChanged);
    document.setSequences(9);
    document.flush();
    QCOMPARE(estimate.count(), 1);
    QCOMPARE(document.resolved().workload.sequences, 9);
    QVERIFY(anotherTurn());
    QCOMPARE(estimate.count(), 1);
    document.setSequences(10);
    QTRY_COMPARE(estimate.count(), 2);
}

void PlanDocumentTest::workloadGivesTheSameAsResolvingAnew()
{
    PlanDocument document(m_catalog);
    document.setContextLength(100'000);
    document.flush();
    document.setSequences(12);
    document.flush();
    QVERIFY(document.valid());

    PlanDocument fresh(m_catalog, document.plan());
    QVERIFY(fresh.valid());
    QCOMPARE(document.estimate().total.total().count(), fresh.estimate().total.total().count());
    QCOMPARE(document.estimate().gpusNeeded, fresh.estimate().gpusNeeded);
    QCOMPARE(document.estimate().fits, fresh.estimate().fits);
    QCOMPARE(document.resolved().plan.contextLength, fresh.resolved().plan.contextLength);
    QCOMPARE(document.resolved().warnings.to_ulong(), fresh.resolved().warnings.to_ulong());
    for (int i = 0; i < document.comparison().count; ++i) {
        QCOMPARE(document.comparison().entries[size_t(i)].items.total().count(),
                 fresh.comparison().entries[size_t(i)].items.total().count());
    }
}

void PlanDocumentTest::everythingUndoes_data()
{
    using Change = std::function<void(PlanDocument &)>;
    QTest::addColumn<Change>("change");
    QTest::newRow("model") << Change([](PlanDocument &d) { d.setModel(QStringLiteral("Qwen/Qwen2.5-7B-Instruct")); });
    QTest::newRow("free size") << Change([](PlanDocument &d) { d.setFreeSize(13'000'000'000); });
    QTest::newRow("weights") << Change([](PlanDocument &d) { d.setWeights(QStringLiteral("int4")); });
    QTest::newRow("KV cache") << Change(
        [](PlanDocument &d) { d.setKvCache(QStringLiteral("fp8"), QStringLiteral("fp8")); });
    QTest::newRow("context") << Change([](PlanDocument &d) { d.setContextLength(4096); });
    QTest::newRow("sequences") << Change([](PlanDocument &d) { d.setSequences(64); });
    QTest::newRow("engine") << Change([](PlanDocument &d) { d.setEngine(QStringLiteral("rule-of-thumb")); });
    QTest::newRow("engine version") << Change(
        [](PlanDocument &d) { d.setEngine(QStringLiteral("vllm"), QStringLiteral("0.15")); });
    QTest::newRow("engine option") << Change(
        [](PlanDocument &d) { d.setEngineOption(QStringLiteral("gpuMemoryUtilization"), 0.8); });
    QTest::newRow("gpu") << Change([](PlanDocument &d) { d.setGpu(QStringLiteral("nvidia-h100-sxm-80gb")); });
    QTest::newRow("no gpu") << Change([](PlanDocument &d) { d.setGpu(QString()); });
    QTest::newRow("gpu count") << Change([](PlanDocument &d) { d.setGpuCount(4); });
    QTest::newRow("layout") << Change([](PlanDocument &d) { d.setParallel({2, 2, 1, 1}); });
    QTest::newRow("reserve") << Change([](PlanDocument &d) { d.setReserve(Bytes::fromMiB(512)); });
    QTest::newRow("whole plan") << Change([](PlanDocument &d) { d.setPlan(Plan(), QStringLiteral("Open")); });
}

void PlanDocumentTest::everythingUndoes()
{
    using Change = std::function<void(PlanDocument &)>;
    QFETCH(Change, change);
    PlanDocument document(m_catalog);
    const Plan before = document.plan();
    const qint64 total = document.estimate().total.total().count();
    change(document);
    document.flush();
    const Plan after = document.plan();
    QVERIFY(after != before);
    QVERIFY2(document.valid(), qPrintable(document.error().text));
    QCOMPARE(document.undoStack()->count(), 1);
    QVERIFY(!document.undoStack()->undoText().isEmpty());

    document.undoStack()->undo();
    document.flush();
    QCOMPARE(document.plan(), before);
    QCOMPARE(document.estimate().total.total().count(), total);
    document.undoStack()->redo();
    QCOMPARE(document.plan(), after);
}

void PlanDocumentTest::stepsSayTheirValue_data()
{
    using Change = std::function<void(PlanDocument &)>;
    QTest::addColumn<Change>("change");
    QTest::addColumn<QString>("text");
    QTest::newRow("model") << Change([](PlanDocument &d) { d.setModel(QStringLiteral("Qwen/Qwen2.5-7B-Instruct")); })
                           << "Choose model Qwen2.5 7B";
    QTest::newRow("unknown model") << Change([](PlanDocument &d) { d.setModel(QStringLiteral("no/such")); })
                                   << "Choose model no/such";
    QTest::newRow("model file") << Change([](PlanDocument &d) {
        d.setModel(QStringLiteral("/models/a/b-Q4_K_M.gguf"));
    }) << "Choose model b-Q4_K_M.gguf";
    QTest::newRow("free size") << Change([](PlanDocument &d) { d.setFreeSize(13'000'000'000); })
                               << "Change parameters to 13 B";
    QTest::newRow("weights") << Change([](PlanDocument &d) { d.setWeights(QStringLiteral("int4")); })
                             << "Change weights to INT4";
    QTest::newRow("KV cache") << Change([](PlanDocument &d) {
        d.setKvCache(QStringLiteral("fp8"), QStringLiteral("fp8"));
    }) << "Change KV cache to FP8";
    QTest::newRow("K and V") << Change([](PlanDocument &d) {
        d.setKvCache(QStringLiteral("fp16"), QStringLiteral("fp8"));
    }) << "Change KV cache to FP16 for keys, FP8 for values";
    QTest::newRow("context") << Change([](PlanDocument &d) { d.setContextLength(65536); })
                             << "Change context to 65,536";
    QTest::newRow("users") << Change([](PlanDocument &d) { d.setSequences(1200); }) << "Change users to 1,200";
    QTest::newRow("requests") << Change([](PlanDocument &d) {
        d.setRequests({{}, 2048, 500, {}});
    }) << "Change requests to prompt 2,048, answer 500";
    QTest::newRow("engine") << Change([](PlanDocument &d) { d.setEngine(QStringLiteral("llama.cpp")); })
                            << "Choose engine llama.cpp";
    QTest::newRow("version") << Change([](PlanDocument &d) {
        d.setEngine(QStringLiteral("vllm"), QStringLiteral("0.15"));
    }) << "Choose engine vLLM 0.15";
    QTest::newRow("option") << Change([](PlanDocument &d) {
        d.setEngineOption(QStringLiteral("gpuMemoryUtilization"), 0.8);
    }) << "Change gpuMemoryUtilization to 0.8";
    QTest::newRow("GPU") << Change([](PlanDocument &d) { d.setGpu(QStringLiteral("nvidia-h100-sxm-80gb")); })
                         << "Choose GPU H100 SXM5 80GB";
    QTest::newRow("no GPU") << Change([](PlanDocument &d) { d.setGpu({}); }) << "Choose no GPU";
    QTest::newRow("count") << Change([](PlanDocument &d) { d.setGpuCount(4); }) << "Change number of GPUs to 4";
    QTest::newRow("layout") << Change([](PlanDocument &d) {
        d.setParallel({2, 2, 1, 1});
    }) << QStringLiteral("Change layout to TP 2 \u00b7 PP 2");
    QTest::newRow("beside") << Change([](PlanDocument &d) {
        Plan one, two;
        one.model = NamedModel{QStringLiteral("Qwen/Qwen2.5-7B-Instruct")};
        two.model = FreeSize{13'000'000'000};
        d.setBeside({one, two});
    }) << "Change models beside it to Qwen2.5 7B, 13 B";
    QTest::newRow("reserve") << Change([](PlanDocument &d) { d.setReserve(Bytes::fromMiB(1536)); })
                             << "Change reserved memory to 1.50 GiB";
}

void PlanDocumentTest::stepsSayTheirValue()
{
    using Change = std::function<void(PlanDocument &)>;
    QFETCH(Change, change);
    QFETCH(QString, text);
    const QLocale before;
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    PlanDocument document(m_catalog);
    change(document);
    QLocale::setDefault(before);
    QCOMPARE(document.undoStack()->undoText(), text);
}

void PlanDocumentTest::stepOfADragSaysWhereItEnded()
{
    PlanDocument document(m_catalog);
    document.beginDrag();
    for (const qint64 tokens : {10'000, 20'000, 40'000})
        document.setContextLength(tokens);
    document.endDrag();
    QCOMPARE(document.undoStack()->count(), 1);
    QVERIFY(document.undoStack()->undoText().remove(QLatin1Char(',')).endsWith(QStringLiteral("40000")));
}

void PlanDocumentTest::otherEngineDropsOptions()
{
    PlanDocument document(m_catalog);
    document.setEngineOption(QStringLiteral("gpuMemoryUtilization"), 0.8);
    document.setEngine(QStringLiteral("vllm"), QStringLiteral("0.15"));
    QCOMPARE(document.plan().engineOptions.size(), 1);
    document.setEngine(QStringLiteral("rule-of-thumb"));
    QVERIFY(document.plan().engineOptions.isEmpty());
    document.undoStack()->undo();
    QCOMPARE(document.plan().engineOptions.size(), 1);
}

void PlanDocumentTest::otherCountDropsLayout()
{
    PlanDocument document(m_catalog);
    document.setParallel({1, 2, 1, 1});
    QCOMPARE(document.plan().gpuCount(), 2);
    document.setGpuCount(4);
    QVERIFY(!document.plan().parallel.has_value());
    document.flush();
    QVERIFY(document.valid());
    QCOMPARE(document.effectivePlan().parallel, std::optional<Parallel>({4, 1, 1, 1}));
}

void PlanDocumentTest::countKeepsLayoutThatStillMultiplies()
{
    PlanDocument document(m_catalog);
    document.setParallel({1, 2, 1, 1});
    document.setGpu(QStringLiteral("nvidia-h100-sxm-80gb"));
    QCOMPARE(document.plan().parallel, std::optional<Parallel>({1, 2, 1, 1}));
    QCOMPARE(document.plan().gpuCount(), 2);
}

void PlanDocumentTest::illegalLayoutKeepsTheLastAnswer()
{
    PlanDocument document(m_catalog);
    document.setWeights(QStringLiteral("int4"));
    document.flush();
    const qint64 total = document.estimate().total.total().count();
    QSignalSpy estimate(&document, &PlanDocument::estimateChanged);

    document.setParallel({3, 1, 1, 1}); // Llama 3.1 8B has 32 heads
    document.flush();
    QCOMPARE(estimate.count(), 1);
    QVERIFY(!document.valid());
    QVERIFY(!document.error().text.isEmpty());
    QCOMPARE(document.plan().gpuCount(), 3);
    QCOMPARE(document.plan().weights, QStringLiteral("int4"));
    QCOMPARE(document.estimate().total.total().count(), total);
    QCOMPARE(document.resolved().layout.gpus, 1);

    document.undoStack()->undo();
    document.flush();
    QVERIFY(document.valid());
    QCOMPARE(document.estimate().total.total().count(), total);
}

void PlanDocumentTest::nearestLayoutIsOfferedAndLegal()
{
    PlanDocument document(m_catalog);
    document.setGpuCount(3);
    document.flush();
    QVERIFY(!document.valid());
    QVERIFY(document.nearestLayout().has_value());
    document.setParallel(*document.nearestLayout());
    document.flush();
    QVERIFY2(document.valid(), qPrintable(document.error().text));
    QVERIFY(!document.nearestLayout().has_value());
}

void PlanDocumentTest::nearestLayoutIsThatOfTheNewModel()
{
    PlanDocument document(m_catalog);
    document.setGpuCount(8);
    document.flush();
    QVERIFY2(document.valid(), qPrintable(document.error().text));
    document.setModel(QStringLiteral("Qwen/Qwen2.5-7B-Instruct")); // 28 heads (models.json): not over 8
    document.flush();
    QVERIFY(!document.valid());
    QVERIFY(document.nearestLayout().has_value());
    document.setParallel(*document.nearestLayout());
    document.flush();
    QVERIFY2(document.valid(), qPrintable(document.error().text));
    QCOMPARE(document.resolved().model->id, QStringLiteral("Qwen/Qwen2.5-7B-Instruct"));
}

void PlanDocumentTest::unknownIdsAreErrors_data()
{
    using Change = std::function<void(PlanDocument &)>;
    QTest::addColumn<Change>("change");
    QTest::addColumn<QString>("code");
    QTest::newRow("model") << Change([](PlanDocument &d) { d.setModel(QStringLiteral("meta-llama/Llama-9")); })
                           << "unknown-model";
    QTest::newRow("gpu") << Change([](PlanDocument &d) { d.setGpu(QStringLiteral("nvidia-h1000")); }) << "unknown-gpu";
    QTest::newRow("format") << Change([](PlanDocument &d) { d.setWeights(QStringLiteral("fp7")); }) << "unknown-format";
    QTest::newRow("engine") << Change([](PlanDocument &d) { d.setEngine(QStringLiteral("wllm")); }) << "unknown-engine";
    QTest::newRow("option") << Change([](PlanDocument &d) { d.setEngineOption(QStringLiteral("speed"), 1); })
                            << "unknown-option";
    QTest::newRow("version") << Change([](PlanDocument &d) {
        d.setEngine(QStringLiteral("vllm"), QStringLiteral("soon"));
    }) << "bad-version";
}

void PlanDocumentTest::unknownIdsAreErrors()
{
    using Change = std::function<void(PlanDocument &)>;
    QFETCH(Change, change);
    QFETCH(QString, code);
    PlanDocument document(m_catalog);
    change(document);
    document.flush();
    QVERIFY(!document.valid());
    QCOMPARE(document.error().code, code);
    QVERIFY(document.hasAnswer());
    document.undoStack()->undo();
    document.flush();
    QVERIFY(document.valid());
}

void PlanDocumentTest::absurdWorkloadsAreErrors_data()
{
    QTest::addColumn<qint64>("context");
    QTest::addColumn<qint64>("sequences");
    QTest::newRow("no tokens") << qint64(0) << qint64(1);
    QTest::newRow("negative tokens") << qint64(-5) << qint64(1);
    QTest::newRow("too many tokens") << kMaxTokens + 1 << qint64(1);
    QTest::newRow("no users") << qint64(8192) << qint64(0);
    QTest::newRow("too many users") << qint64(8192) << kMaxSequences + 1;
    QTest::newRow("beyond 64 bits of bytes") << kMaxTokens << kMaxSequences;
}

void PlanDocumentTest::absurdWorkloadsAreErrors()
{
    QFETCH(qint64, context);
    QFETCH(qint64, sequences);
    PlanDocument document(m_catalog);
    const qint64 total = document.estimate().total.total().count();
    document.setContextLength(context);
    document.setSequences(sequences);
    document.flush();
    QVERIFY(!document.valid());
    QVERIFY(!document.error().text.isEmpty());
    QCOMPARE(document.estimate().total.total().count(), total);
    QCOMPARE(document.resolved().workload.sequences, 1);
    document.setContextLength(8192);
    document.setSequences(1);
    document.flush();
    QVERIFY(document.valid());
    QCOMPARE(document.estimate().total.total().count(), total);
}

void PlanDocumentTest::startWithLeavesNothingToUndo()
{
    PlanDocument document(m_catalog);
    document.setSequences(2);
    Plan plan = PlanDocument::startPlan();
    plan.sequences = 5;
    document.startWith(plan);
    QCOMPARE(document.undoStack()->count(), 0);
    QCOMPARE(document.resolved().workload.sequences, 5);
}

void PlanDocumentTest::brokenStartStillOpens()
{
    Plan plan = PlanDocument::startPlan();
    plan.gpus.front().id = QStringLiteral("no-such-gpu");
    PlanDocument document(m_catalog, plan);
    QVERIFY(!document.valid());
    QCOMPARE(document.error().code, QStringLiteral("unknown-gpu"));
    QVERIFY(!document.hasAnswer());
    document.setGpu(QStringLiteral("nvidia-rtx-4090-24gb"));
    document.flush();
    QVERIFY2(document.valid(), qPrintable(document.error().text));
}

} // namespace plimsoll

QTEST_GUILESS_MAIN(plimsoll::PlanDocumentTest)
#include "tst_plandocument.moc"
