// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planning/planning.h"
#include "tests/core/sources/local/storefiles.h"
#include "tests/ui/thiscomputer/madeupgpus.h"
#include "ui/actions.h"
#include "ui/controls/combobox.h"
#include "ui/controls/elidedlabel.h"
#include "ui/controls/foldbutton.h"
#include "ui/controls/gpupanel.h"
#include "ui/controls/planpanel.h"
#include "ui/mainwindow.h"
#include "ui/palette/searchpalette.h"
#include "ui/plandocument.h"
#include "ui/runhere/runheredialog.h"
#include "ui/runhere/runheretree.h"
#include "ui/thiscomputer/computersection.h"
#include "ui/thiscomputer/thiscomputer.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QLineEdit>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeView>

using namespace plimsoll;
using madeup::detectionOf;
using madeup::rtx4090;

/// "What can I run here?" in the window, with made-up drivers and the rule of thumb, which takes no time.
class RunHereDialogTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_home = std::make_unique<QTemporaryDir>();
        Plan plan = PlanDocument::startPlan();
        plan.engine = QStringLiteral("rule-of-thumb");
        m_document = std::make_unique<PlanDocument>(std::make_shared<const Catalog>(Catalog::builtIn()), plan);
        m_window = std::make_unique<MainWindow>(m_document.get());
        auto probing = std::make_unique<madeup::Probing>();
        m_probing = probing.get();
        m_window->setGpuProbing(std::move(probing));
        m_window->resize(1360, 860);
        m_window->show();
        m_document->flush();
        dialog()->lookIn({}, m_home->path());
    }

    void cleanup()
    {
        m_window.reset();
        m_document.reset();
    }

    void asksNobodyBeforeItIsOpened() { QCOMPARE(m_probing->questions, 0); }

    /// The same as the question of the command line, for the GPUs that were found and what is free of them.
    void listsWhatRuns()
    {
        openOn({rtx4090(20000)});
        QAbstractItemModelTester tester(list()->model());
        QVERIFY(dialog()->gpuBox()->currentText().startsWith(QLatin1String("This computer: 1")));
        Plan plan = m_document->plan();
        plan.reserve = Bytes::fromMiB(4081);
        const auto expected = modelsThatRun(plan, m_document->catalog(), {});
        QVERIFY(expected.ok());
        QCOMPARE(list()->model()->rowCount(), int(expected->size()));
        for (int row = 0; row < int(expected->size()); ++row) {
            const RunnableModel &model = (*expected)[size_t(row)];
            const QModelIndex index = list()->model()->index(row, 0);
            QCOMPARE(index.data().toString(), model.name);
            QVERIFY(cell(index, RunHereTree::Weights).startsWith(model.best().name));
            QCOMPARE(list()->model()->rowCount(index), int(model.formats.size()) - 1);
        }
    }

    void takesARow()
    {
        openOn({rtx4090(20000), rtx4090(22000)});
        const Plan before = m_document->plan();
        list()->setCurrentIndex(list()->model()->index(2, 0));
        const QString name = list()->currentIndex().data().toString();
        QTest::mouseClick(dialog()->takeButton(), Qt::LeftButton);
        m_document->flush();
        QCOMPARE(m_document->undoStack()->count(), 1);
        QVERIFY(m_document->valid() && m_document->estimate().fits);
        QCOMPARE(m_document->resolved().model->displayName, name);
        QCOMPARE(m_document->plan().gpus, (std::vector{GpuChoice{QStringLiteral("nvidia-rtx-4090-24gb"), 2}}));
        QCOMPARE(m_document->plan().reserve, Bytes::fromMiB(4081));
        QVERIFY(dialog()->isVisible()); // to try another
        m_document->undoStack()->undo();
        QCOMPARE(m_document->plan(), before);
    }

    void takesAnotherFormatByKeyboard()
    {
        openOn({rtx4090(24000)});
        QTest::keyClicks(dialog()->searchLine(), QStringLiteral("llama 3.1 8b"));
        QTRY_VERIFY(list()->model()->rowCount() >= 1 && list()->model()->rowCount() < 10);
        const QModelIndex first = list()->model()->index(0, 0);
        list()->setFocus();
        list()->setCurrentIndex(first);
        QTest::keyClick(list(), Qt::Key_Right); // opens
        QTest::keyClick(list(), Qt::Key_Down);
        QCOMPARE(list()->currentIndex().parent(), first);
        QTest::keyClick(list(), Qt::Key_Return);
        QCOMPARE(m_document->plan().weights, QStringLiteral("int8"));
        QCOMPARE(m_document->undoStack()->count(), 1);
    }

    /// Closed before it was done and opened again.
    void goesOnWhereItWasStopped()
    {
        openOn({rtx4090(20000)});
        const int rows = list()->model()->rowCount();
        m_document->setEngineOption(QStringLiteral("overhead"), 0.3);
        m_document->flush();
        QVERIFY(dialog()->isWorking());
        QTest::keyClick(dialog(), Qt::Key_Escape);
        QVERIFY(!dialog()->isVisible() && !dialog()->isWorking());
        (*m_window->actions())[ActionId::RunHere]->trigger();
        QVERIFY(dialog()->isVisible());
        m_probing->answer(detectionOf({rtx4090(20000)}));
        QTRY_VERIFY(!dialog()->isWorking());
        const int after = list()->model()->rowCount();
        QVERIFY2(after > 0 && after < rows, qPrintable(QString::number(after)));
    }

    /// Another question is asked at once, and what answers the one before cannot be taken.
    void isNeverStale()
    {
        openOn({rtx4090(20000)});
        const int rows = list()->model()->rowCount();
        m_document->setEngineOption(QStringLiteral("overhead"), 2.0); // three times the weights
        m_document->flush();
        QVERIFY(dialog()->isWorking());
        QVERIFY(!list()->isEnabled() && !dialog()->takeButton()->isEnabled());
        QTRY_VERIFY(!dialog()->isWorking());
        QVERIFY(list()->isEnabled());
        QVERIFY(list()->model()->rowCount() < rows);
        // The plan's model is none of its business.
        m_document->setModel(QStringLiteral("meta-llama/Llama-3.1-70B"));
        m_document->flush();
        QVERIFY(!dialog()->isWorking());
    }

    void onThePlansGpus()
    {
        m_document->setGpu(QStringLiteral("nvidia-h100-sxm-80gb"));
        m_document->flush();
        openOn({rtx4090(20000)});
        const int rows = list()->model()->rowCount();
        dialog()->gpuBox()->setFocus();
        QTest::keyClick(dialog()->gpuBox(), Qt::Key_Down);
        QVERIFY(dialog()->gpuBox()->currentText().startsWith(QLatin1String("The plan's GPUs: 1")));
        QTRY_VERIFY(!dialog()->isWorking());
        QVERIFY(list()->model()->rowCount() > rows); // 80 GB carry more
    }

    void withoutAGpu()
    {
        openOn({});
        QVERIFY(dialog()->gpuBox()->currentText().startsWith(QLatin1String("The plan's GPUs")));
        QVERIFY(dialog()->status()->text().startsWith(QLatin1String("No GPU was found on this computer")));
        QVERIFY(list()->model()->rowCount() > 0);
        m_document->setGpu({});
        m_document->flush();
        QTRY_VERIFY(!dialog()->isWorking());
        QCOMPARE(list()->model()->rowCount(), 0);
        QVERIFY(dialog()->status()->text().contains(QLatin1String("choose one of the catalog first")));
    }

    void withoutDrivers()
    {
        m_window->setGpuProbing(nullptr);
        dialog()->lookIn({}, m_home->path());
        (*m_window->actions())[ActionId::RunHere]->trigger();
        QTRY_VERIFY(!dialog()->isWorking());
        QVERIFY(list()->model()->rowCount() > 0);
    }

    void hasTheFilesOfThisDisk()
    {
        storefiles::write(m_home->filePath(QStringLiteral(".lmstudio/models/org/x/tiny.gguf")), tinymodels::gguf());
        openOn({rtx4090(20000)});
        QTest::mouseClick(dialog()->localBox(), Qt::LeftButton, {}, QPoint(8, dialog()->localBox()->height() / 2));
        QCOMPARE(list()->model()->rowCount(), 1);
        QCOMPARE(cell(list()->model()->index(0, 0), RunHereTree::Place), QStringLiteral("LM Studio"));
        list()->setCurrentIndex(list()->model()->index(0, 0));
        QTest::mouseClick(dialog()->takeButton(), Qt::LeftButton);
        m_document->flush();
        QCOMPARE(m_document->resolved().parameters.total(), tinymodels::kParameters);
        QCOMPARE(m_document->plan().engine, QStringLiteral("llama.cpp"));
        QCOMPARE(m_document->undoStack()->count(), 1);
        QTest::mouseClick(dialog()->againButton(), Qt::LeftButton); // llama.cpp for all of them takes its time
    }

    void stopsAndStartsAgain()
    {
        openOn({rtx4090(20000)});
        m_document->setEngine(QStringLiteral("llama.cpp"));
        m_document->flush();
        QVERIFY(dialog()->isWorking());
        QTest::mouseClick(dialog()->againButton(), Qt::LeftButton);
        QVERIFY(!dialog()->isWorking());
        QCOMPARE(dialog()->status()->text(), QStringLiteral("Stopped"));
        QVERIFY(!list()->isEnabled());
        m_document->setEngine(QStringLiteral("rule-of-thumb"));
        QTest::mouseClick(dialog()->againButton(), Qt::LeftButton);
        m_probing->answer(detectionOf({rtx4090(20000)}));
        m_document->flush();
        QTRY_VERIFY(!dialog()->isWorking());
        QVERIFY(list()->isEnabled());
    }

    void fromThePalette()
    {
        SearchPalette *palette = m_window->openPalette();
        QTest::keyClicks(palette->searchLine(), QStringLiteral("can I run"));
        QTest::keyClick(palette->searchLine(), Qt::Key_Return);
        QTRY_VERIFY(dialog()->isVisible());
        QCOMPARE(m_probing->questions, 1);
    }

    /// From the section the list begins with what is chosen there.
    void fromTheSection()
    {
        QTest::mouseClick(m_window->planPanel()->gpu()->computerButton(), Qt::LeftButton);
        ComputerSection *section = m_window->thisComputer()->section();
        m_probing->answer(detectionOf({rtx4090(20000), madeup::card("NVIDIA RTX A6000", 49140, 48000)}));
        section->list()->setCurrentIndex(section->list()->model()->index(0, 0));
        QTest::mouseClick(section->runHereButton(), Qt::LeftButton);
        QVERIFY(dialog()->isVisible());
        m_probing->answer(detectionOf({rtx4090(20000), madeup::card("NVIDIA RTX A6000", 49140, 48000)}));
        QTRY_VERIFY(!dialog()->isWorking());
        QVERIFY(dialog()->gpuBox()->currentText().contains(QLatin1String("4090")));
    }

    void waitsForADriverThatHangs()
    {
        dialog()->show();
        QVERIFY(dialog()->isWorking());
        QCOMPARE(dialog()->status()->text(), QStringLiteral("Asking the drivers ..."));
        m_document->setContextLength(4096);
        m_document->flush();
        QVERIFY(m_document->valid());
        Detection detection = detectionOf({});
        detection.answers[0].problem = QStringLiteral("The driver of NVIDIA did not answer within 10 seconds.");
        m_probing->answer(detection);
        QTRY_VERIFY(!dialog()->isWorking());
        QVERIFY(dialog()->status()->text().startsWith(QLatin1String("The driver of NVIDIA did not answer")));
    }

    void takesAnUnknownGpu()
    {
        openOn({madeup::card("NVIDIA Test Card", 50000, 49000)});
        list()->setCurrentIndex(list()->model()->index(0, 0));
        QTest::mouseClick(dialog()->takeButton(), Qt::LeftButton);
        m_document->flush();
        QVERIFY(m_document->valid());
        QVERIFY(m_document->plan().gpus.front().id.startsWith(QLatin1String("own-")));
    }

private:
    RunHereDialog *dialog() const { return m_window->thisComputer()->runHere(); }
    QTreeView *list() const { return dialog()->list(); }
    static QString cell(const QModelIndex &index, int column)
    {
        return index.siblingAtColumn(column).data().toString();
    }
    void openOn(const QList<DetectedGpu> &gpus)
    {
        (*m_window->actions())[ActionId::RunHere]->trigger();
        QVERIFY(dialog()->isVisible());
        m_probing->answer(detectionOf(gpus));
        QTRY_VERIFY(!dialog()->isWorking());
    }

    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<PlanDocument> m_document;
    std::unique_ptr<MainWindow> m_window;
    madeup::Probing *m_probing = nullptr;
};

QTEST_MAIN(RunHereDialogTest)
#include "tst_runheredialog.moc"
