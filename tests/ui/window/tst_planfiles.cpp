// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/controls/modelpanel.h"
#include "ui/controls/noticebar.h"
#include "ui/controls/planpanel.h"
#include "ui/controls/searchpicker.h"
#include "ui/documents/documentstore.h"
#include "ui/mainwindow.h"
#include "ui/plandocument.h"
#include "ui/planfiles.h"

#include <QDragEnterEvent>
#include <QDropEvent>
#include <QFileInfo>
#include <QImage>
#include <QMimeData>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

namespace plimsoll {

class PlanFilesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void writesAndReads();
    void writingFails();
    void readingFails_data();
    void readingFails();
    void windowOpensAfresh();
    void windowSaysWhatIsWrongWithAFile();
    void windowSaysThatItDidNotSave();
    void openingAPlanWithUnknownNamesKeepsIt();
    void figureOpensItsPlan_data();
    void figureOpensItsPlan();
    void figureWithoutPlanSaysSo();
    void droppedModelBecomesThePlans();
    void droppedModelThatCannotBeRead();

private:
    QString write(const QTemporaryDir &folder, const QByteArray &content);
    std::shared_ptr<const Catalog> m_catalog;
};

namespace {

void drop(MainWindow &window, const QString &path)
{
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(path)});
    QDragEnterEvent enter(QPoint(300, 300), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&window, &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent event(QPointF(300, 300), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&window, &event);
}

} // namespace

void PlanFilesTest::initTestCase()
{
    m_catalog = std::make_shared<const Catalog>(Catalog::builtIn());
}

QString PlanFilesTest::write(const QTemporaryDir &folder, const QByteArray &content)
{
    QFile file(folder.filePath(QStringLiteral("plan.json")));
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        return {};
    return file.fileName();
}

void PlanFilesTest::writesAndReads()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("plan.json"));
    Plan plan = PlanDocument::startPlan();
    plan.contextLength = 32768;
    plan.parallel = Parallel{2, 2, 1, 1};
    plan.gpus.front().count = 4;
    plan.unknown.insert(QStringLiteral("note"), QStringLiteral("kept"));
    QVERIFY(!savePlanFile(path, plan).has_value());
    const Result<Plan> read = loadPlanFile(path);
    QVERIFY2(read.ok(), read ? "" : qPrintable(read.error().text));
    QCOMPARE(*read, plan);
}

void PlanFilesTest::writingFails()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("no such folder/plan.json"));
    const std::optional<Error> error = savePlanFile(path, Plan());
    QVERIFY(error.has_value());
    QVERIFY(error->text.contains(QStringLiteral("no such folder")));
    QCOMPARE(error->kind, ErrorKind::File);
}

void PlanFilesTest::readingFails_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("no JSON") << QByteArray("Llama 70B please");
    QTest::newRow("no plan") << QByteArray("[1, 2, 3]");
    QTest::newRow("later schema") << QByteArray("{\"schema\": \"plimsoll.plan/2\"}");
    QTest::newRow("wrong type") << QByteArray("{\"schema\": \"plimsoll.plan/1\", \"contextLength\": \"long\"}");
    QTest::newRow("cut short") << QByteArray("{\"schema\": \"plimsoll.plan/1\", ");
    QTest::newRow("100,000 deep") << QByteArray("{\"schema\": \"plimsoll.plan/1\", \"x\": ") + QByteArray(100'000, '[');
    QTest::newRow("binary") << QByteArray("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16);
}

void PlanFilesTest::readingFails()
{
    QFETCH(QByteArray, content);
    QTemporaryDir folder;
    const Result<Plan> plan = loadPlanFile(write(folder, content));
    QVERIFY(!plan.ok());
    QVERIFY(!plan.error().text.isEmpty());
    QVERIFY2(plan.error().text.contains(QStringLiteral("plan.json")), qPrintable(plan.error().text));
    QVERIFY(!loadPlanFile(folder.filePath(QStringLiteral("absent.json"))).ok());
    QVERIFY(!loadPlanFile(folder.path()).ok());
}

void PlanFilesTest::windowOpensAfresh()
{
    QTemporaryDir folder;
    Plan plan = PlanDocument::startPlan();
    plan.model = NamedModel{QStringLiteral("Qwen/Qwen2.5-7B-Instruct")};
    plan.sequences = 3;
    const QString path = folder.filePath(QStringLiteral("qwen.json"));
    QVERIFY(!savePlanFile(path, plan).has_value());

    PlanDocument document(m_catalog);
    MainWindow window(&document);
    QVERIFY(window.openPlan(path));
    document.flush();
    QCOMPARE(document.plan(), plan);
    QVERIFY(window.windowTitle().contains(QStringLiteral("qwen.json")));
    QVERIFY(!window.isWindowModified());
    QCOMPARE(document.undoStack()->count(), 0); // undoing would put another plan into this file
    document.setSequences(4);
    document.flush();
    QVERIFY(window.isWindowModified());
    QVERIFY(window.savePlan(path));
    QVERIFY(!window.isWindowModified());
    QCOMPARE(loadPlanFile(path)->sequences, std::optional<qint64>(4));
    document.undoStack()->undo();
    document.flush();
    QCOMPARE(document.plan(), plan);
    QVERIFY(window.isWindowModified());
}

void PlanFilesTest::windowSaysWhatIsWrongWithAFile()
{
    QTemporaryDir folder;
    PlanDocument document(m_catalog);
    MainWindow window(&document);
    window.show();
    QVERIFY(!window.openPlan(write(folder, "Llama 70B please")));
    QVERIFY(window.fileNotice()->isVisible());
    QVERIFY(window.fileNotice()->text().contains(QStringLiteral("plan.json")));
    QCOMPARE(document.plan(), PlanDocument::startPlan());
    QTest::mouseClick(window.fileNotice()->firstButton(), Qt::LeftButton);
    QVERIFY(window.fileNotice()->isHidden());
}

void PlanFilesTest::windowSaysThatItDidNotSave()
{
    QTemporaryDir folder;
    PlanDocument document(m_catalog);
    MainWindow window(&document);
    window.show();
    QVERIFY(!window.savePlan(folder.filePath(QStringLiteral("gone/plan.json"))));
    QVERIFY(window.fileNotice()->isVisible());
    QVERIFY(window.savePlan(folder.filePath(QStringLiteral("plan.json"))));
    QVERIFY(window.fileNotice()->isHidden());
}

void PlanFilesTest::openingAPlanWithUnknownNamesKeepsIt()
{
    QTemporaryDir folder;
    PlanDocument document(m_catalog);
    MainWindow window(&document);
    QVERIFY(window.openPlan(write(folder, "{\"schema\": \"plimsoll.plan/1\", \"model\": \"no/such-model\", "
                                          "\"weights\": \"fp7\", \"gpus\": [{\"id\": \"abacus\", \"count\": 2}]}")));
    document.flush();
    QVERIFY(!document.valid());
    QVERIFY(!window.planNotice()->isHidden());
    QCOMPARE(std::get<NamedModel>(document.plan().model).id, QStringLiteral("no/such-model"));
    document.setPlan(PlanDocument::startPlan(), QStringLiteral("Another"));
    document.flush();
    QVERIFY(document.valid());
    QVERIFY(window.planNotice()->isHidden());
}

void PlanFilesTest::figureOpensItsPlan_data()
{
    QTest::addColumn<QString>("ending");
    for (const char *ending : {"svg", "pdf", "png"})
        QTest::newRow(ending) << QString::fromLatin1(ending);
}

void PlanFilesTest::figureOpensItsPlan()
{
    QFETCH(QString, ending);
    QTemporaryDir folder;
    const QString figure = folder.filePath(QStringLiteral("figure.") + ending);
    PlanDocument drawn(m_catalog);
    drawn.setSequences(11);
    drawn.flush();
    MainWindow drawing(&drawn);
    QVERIFY(drawing.saveFigure(figure));

    PlanDocument document(m_catalog);
    MainWindow window(&document);
    window.show();
    QVERIFY(window.savePlan(folder.filePath(QStringLiteral("before.plimsoll"))));
    drop(window, figure);
    document.flush();
    QVERIFY2(window.fileNotice()->isHidden(), qPrintable(window.fileNotice()->text()));
    QCOMPARE(document.plan(), drawn.plan());
    QVERIFY(document.plan() != PlanDocument::startPlan());
    // Saving would write the plan over the picture.
    QVERIFY(window.store()->path().isEmpty());
    QVERIFY(!window.isWindowModified());
}

void PlanFilesTest::figureWithoutPlanSaysSo()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("holiday.png"));
    QImage image(8, 8, QImage::Format_RGB32);
    image.fill(Qt::blue);
    QVERIFY(image.save(path));
    PlanDocument document(m_catalog);
    MainWindow window(&document);
    window.show();
    drop(window, path);
    QVERIFY(window.fileNotice()->isVisible());
    QVERIFY(window.fileNotice()->text().contains(QStringLiteral("holiday.png")));
    QVERIFY(window.fileNotice()->text().contains(QStringLiteral("carries no plan")));
    QCOMPARE(document.plan(), PlanDocument::startPlan());
}

void PlanFilesTest::droppedModelBecomesThePlans()
{
    QTemporaryDir folder;
    const QString config = folder.filePath(QStringLiteral("config.json"));
    QVERIFY(QFile::copy(QStringLiteral(PLIMSOLL_TEST_DATA "/configs/grouped-query.json"), config));
    PlanDocument document(m_catalog);
    MainWindow window(&document);
    window.show();
    for (const QString &path : {config, folder.path()}) {
        drop(window, path);
        document.flush();
        QVERIFY2(document.valid(), qPrintable(document.error().text));
        QCOMPARE(document.resolved().model->hiddenSize, 64);
        QCOMPARE(window.planPanel()->model()->picker()->text(), QFileInfo(folder.path()).fileName());
        document.undoStack()->undo();
        document.flush();
        QCOMPARE(document.plan(), PlanDocument::startPlan());
    }
}

void PlanFilesTest::droppedModelThatCannotBeRead()
{
    QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("short.gguf")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("GGUF");
    file.close();
    PlanDocument document(m_catalog);
    MainWindow window(&document);
    window.show();
    drop(window, file.fileName());
    QVERIFY(window.fileNotice()->isVisible());
    QVERIFY(window.fileNotice()->text().contains(QStringLiteral("short.gguf")));
    QCOMPARE(document.plan(), PlanDocument::startPlan());
}

} // namespace plimsoll

QTEST_MAIN(plimsoll::PlanFilesTest)
#include "tst_planfiles.moc"
