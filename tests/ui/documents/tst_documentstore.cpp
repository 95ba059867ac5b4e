// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/documents/documentstore.h"

#include "ui/documents/recentmenu.h"
#include "ui/documents/unsavedstate.h"
#include "ui/plandocument.h"
#include "ui/planfiles.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

namespace plimsoll {

/// Which file a plan belongs to, whether it is saved, and what a copy of unsaved work holds.
class DocumentStoreTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_catalog = std::make_shared<const Catalog>(Catalog::builtIn()); }

    void startIsNotModified();
    void changeThatIsTakenBackIsNone();
    void savingAndOpening();
    void failingLeavesEverything();
    void newerPlansKeepTheirFields();
    void stateGoesThereAndBack();
    void longHistoryIsCutAroundThePlan();
    void oldestStepsAreForgotten();
    void restoringBringsUndoBack();
    void restoringLooksAtTheFileAgain();
    void brokenStates_data();
    void brokenStates();
    void recentFilesAreNewestFirst();

private:
    std::shared_ptr<const Catalog> m_catalog;
};

void DocumentStoreTest::startIsNotModified()
{
    PlanDocument document(m_catalog);
    DocumentStore store(&document);
    QVERIFY(!store.isModified());
    QVERIFY(store.path().isEmpty());
    Plan other = PlanDocument::startPlan();
    other.sequences = 9;
    document.startWith(other);
    QVERIFY(!store.isModified());
}

void DocumentStoreTest::changeThatIsTakenBackIsNone()
{
    PlanDocument document(m_catalog);
    DocumentStore store(&document);
    document.setSequences(2);
    QVERIFY(store.isModified());
    document.undoStack()->undo();
    QVERIFY(!store.isModified());
    document.undoStack()->redo();
    QVERIFY(store.isModified());
    store.discardChanges();
    QVERIFY(!store.isModified());
    document.undoStack()->undo();
    QCOMPARE(document.plan().sequences, std::optional<qint64>(2));
}

void DocumentStoreTest::savingAndOpening()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("a.plimsoll"));
    PlanDocument document(m_catalog);
    DocumentStore store(&document);
    QSignalSpy changed(&store, &DocumentStore::fileChanged);
    document.setSequences(3);
    QVERIFY(!store.save(path));
    QCOMPARE(changed.count(), 1);
    QCOMPARE(store.path(), path);
    QVERIFY(!store.isModified());
    document.setSequences(4);
    QVERIFY(store.isModified());
    QVERIFY(!store.open(path));
    QCOMPARE(document.plan().sequences, std::optional<qint64>(3));
    QVERIFY(!store.isModified());
    QCOMPARE(document.undoStack()->count(), 0);
    store.startNew(PlanDocument::startPlan());
    QVERIFY(store.path().isEmpty());
    QVERIFY(!store.isModified());
}

void DocumentStoreTest::failingLeavesEverything()
{
    QTemporaryDir folder;
    PlanDocument document(m_catalog);
    DocumentStore store(&document);
    document.setSequences(3);
    QVERIFY(store.open(folder.filePath(QStringLiteral("none.plimsoll"))).has_value());
    QVERIFY(store.save(folder.filePath(QStringLiteral("none/none.plimsoll"))).has_value());
    QCOMPARE(document.plan().sequences, std::optional<qint64>(3));
    QCOMPARE(document.undoStack()->count(), 1);
    QVERIFY(store.isModified());
    QVERIFY(store.path().isEmpty());
}

/// What a later version wrote is still there after an edit by this one.
void DocumentStoreTest::newerPlansKeepTheirFields()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("newer.plimsoll"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(R"({"schema": "plimsoll.plan/1", "model": "Qwen/Qwen2.5-7B-Instruct", "mood": {"calm": [1, 2]},
                   "gpus": [{"id": "nvidia-h100-sxm-80gb", "count": 1, "rack": "B4"}]})");
    file.close();
    PlanDocument document(m_catalog);
    DocumentStore store(&document);
    QVERIFY(!store.open(path));
    document.setSequences(7);
    const Result<UnsavedState> kept = unsavedFromBytes(unsavedToBytes(store.state()), QStringLiteral("copy"));
    QVERIFY(kept.ok());
    QCOMPARE(kept->history.plan(), document.plan());
    QVERIFY(!store.save(path));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QJsonObject written = QJsonDocument::fromJson(file.readAll()).object();
    QCOMPARE(written.value(QStringLiteral("mood")).toObject().value(QStringLiteral("calm")).toArray(),
             QJsonArray({1, 2}));
    QCOMPARE(written.value(QStringLiteral("gpus")).toArray().at(0).toObject().value(QStringLiteral("rack")),
             QJsonValue(QStringLiteral("B4")));
    QCOMPARE(written.value(QStringLiteral("sequences")).toInt(), 7);
}

void DocumentStoreTest::stateGoesThereAndBack()
{
    PlanDocument document(m_catalog);
    DocumentStore store(&document);
    document.setContextLength(65536);
    document.setSequences(4);
    document.setGpu(QStringLiteral("nvidia-h100-sxm-80gb"));
    document.undoStack()->undo();
    const UnsavedState state = store.state();
    QCOMPARE(state.history.plans.size(), size_t(4));
    QCOMPARE(state.history.index, 2);
    QCOMPARE(state.history.plan(), document.plan());
    const Result<UnsavedState> read = unsavedFromBytes(unsavedToBytes(state), QStringLiteral("copy"));
    QVERIFY2(read.ok(), read ? "" : qPrintable(read.error().text));
    QVERIFY(*read == state);
}

void DocumentStoreTest::longHistoryIsCutAroundThePlan()
{
    PlanDocument document(m_catalog);
    DocumentStore store(&document);
    for (int users = 2; users <= 300; ++users)
        document.setSequences(users);
    document.undoStack()->setIndex(150);
    const Result<UnsavedState> read = unsavedFromBytes(unsavedToBytes(store.state()), QStringLiteral("copy"));
    QVERIFY(read.ok());
    QCOMPARE(read->history.plan(), document.plan());
    QVERIFY(read->history.plans.size() < 100);
    QCOMPARE(read->history.steps.at(read->history.index), QStringLiteral("Change users to 152"));
}

void DocumentStoreTest::oldestStepsAreForgotten()
{
    PlanDocument document(m_catalog);
    for (int users = 2; users <= 1501; ++users)
        document.setSequences(users);
    const PlanHistory history = document.history();
    QVERIFY(history.isSound());
    QCOMPARE(history.steps.size(), 1000);
    QCOMPARE(history.plans.front().sequences, std::optional<qint64>(501));
    QCOMPARE(history.plan().sequences, std::optional<qint64>(1501));
}

void DocumentStoreTest::restoringBringsUndoBack()
{
    PlanDocument before(m_catalog);
    DocumentStore lost(&before);
    before.setContextLength(65536);
    before.setSequences(4);
    const Plan last = before.plan();

    PlanDocument document(m_catalog);
    DocumentStore store(&document);
    store.restore(lost.state());
    QVERIFY(store.isModified());
    QCOMPARE(document.plan(), last);
    QCOMPARE(document.resolved().workload.sequences, 4);
    QCOMPARE(document.undoStack()->undoText(), QStringLiteral("Change users to 4"));
    document.undoStack()->undo();
    document.undoStack()->undo();
    QCOMPARE(document.plan(), PlanDocument::startPlan());
    QVERIFY(!store.isModified());
    document.undoStack()->redo();
    document.undoStack()->redo();
    QCOMPARE(document.plan(), last);
}

/// Saved in the very last moment: nothing is unsaved. Gone since: everything is.
void DocumentStoreTest::restoringLooksAtTheFileAgain()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("a.plimsoll"));
    PlanDocument before(m_catalog);
    DocumentStore lost(&before);
    QVERIFY(!lost.save(path));
    before.setSequences(4);
    const UnsavedState state = lost.state();
    QVERIFY(!savePlanFile(path, before.plan()));
    PlanDocument document(m_catalog);
    DocumentStore store(&document);
    store.restore(state);
    QVERIFY(!store.isModified());
    QVERIFY(QFile::remove(path));
    store.restore(state);
    QVERIFY(store.isModified());
    QCOMPARE(store.path(), path);
}

void DocumentStoreTest::brokenStates_data()
{
    QTest::addColumn<QByteArray>("content");
    const QByteArray plan = R"({"schema": "plimsoll.plan/1"})";
    const QByteArray head = R"({"schema": "plimsoll.unsaved/1", "saved": )" + plan + ", ";
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("cut short") << head;
    QTest::newRow("a plan") << plan;
    QTest::newRow("no plans") << head + R"("plans": [], "steps": [], "index": 0})";
    QTest::newRow("index behind the end") << head + R"("plans": [)" + plan + R"(], "steps": [], "index": 1})";
    QTest::newRow("no index") << head + R"("plans": [)" + plan + R"(], "steps": []})";
    QTest::newRow("more steps than plans") << head + R"("plans": [)" + plan + R"(], "steps": ["x"], "index": 0})";
    QTest::newRow("a plan of a later version")
        << head + R"("plans": [{"schema": "plimsoll.plan/9"}], "steps": [], "index": 0})";
}

void DocumentStoreTest::brokenStates()
{
    QFETCH(QByteArray, content);
    const Result<UnsavedState> state = unsavedFromBytes(content, QStringLiteral("copy.unsaved"));
    QVERIFY(!state.ok());
    QVERIFY2(state.error().text.contains(QStringLiteral("copy.unsaved")), qPrintable(state.error().text));
}

void DocumentStoreTest::recentFilesAreNewestFirst()
{
    QStringList files;
    for (int i = 0; i < 15; ++i)
        files = withRecentFile(files, QString::number(i));
    QCOMPARE(files.size(), 10);
    QCOMPARE(files.first(), QStringLiteral("14"));
    files = withRecentFile(files, QStringLiteral("8"));
    QCOMPARE(files.size(), 10);
    QCOMPARE(files.first(), QStringLiteral("8"));
    QCOMPARE(files.count(QStringLiteral("8")), 1);
}

} // namespace plimsoll

QTEST_GUILESS_MAIN(plimsoll::DocumentStoreTest)
#include "tst_documentstore.moc"
