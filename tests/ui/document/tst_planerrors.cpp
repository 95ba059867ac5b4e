// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/plandocument.h"

#include "core/engines/enginerules.h"
#include "core/units/quantity.h"

#include <QSignalSpy>
#include <QTest>

#include <functional>

namespace plimsoll {

class PlanErrorsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();

    void illegalLayoutKeepsTheLastAnswer();
    void nearestLayoutIsOfferedAndLegal();
    void nearestLayoutIsThatOfTheNewModel();
    void unknownIdsAreErrors_data();
    void unknownIdsAreErrors();
    void absurdWorkloadsAreErrors_data();
    void absurdWorkloadsAreErrors();
    void brokenStartStillOpens();

private:
    std::shared_ptr<const Catalog> m_catalog;
};

void PlanErrorsTest::initTestCase()
{
    m_catalog = std::make_shared<const Catalog>(Catalog::builtIn());
    QVERIFY(!m_catalog->models().empty());
}

void PlanErrorsTest::illegalLayoutKeepsTheLastAnswer()
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

void PlanErrorsTest::nearestLayoutIsOfferedAndLegal()
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

void PlanErrorsTest::nearestLayoutIsThatOfTheNewModel()
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

void PlanErrorsTest::unknownIdsAreErrors_data()
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

void PlanErrorsTest::unknownIdsAreErrors()
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

void PlanErrorsTest::absurdWorkloadsAreErrors_data()
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

void PlanErrorsTest::absurdWorkloadsAreErrors()
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

void PlanErrorsTest::brokenStartStillOpens()
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

QTEST_GUILESS_MAIN(plimsoll::PlanErrorsTest)
#include "tst_planerrors.moc"
