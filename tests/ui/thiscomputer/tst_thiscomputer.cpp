// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/thiscomputer/madeupgpus.h"
#include "ui/controls/foldbutton.h"
#include "ui/controls/gpupanel.h"
#include "ui/controls/pickerpopup.h"
#include "ui/controls/planpanel.h"
#include "ui/controls/searchpicker.h"
#include "ui/mainwindow.h"
#include "ui/plandocument.h"
#include "ui/preferences/ownrecords.h"
#include "ui/settings.h"
#include "ui/thiscomputer/computersection.h"
#include "ui/thiscomputer/thiscomputer.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLabel>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeView>

using namespace plimsoll;
using madeup::card;
using madeup::detectionOf;
using madeup::rtx4090;

/// The GPUs of this computer in the window, with made-up drivers.
class ThisComputerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_document = std::make_unique<PlanDocument>(std::make_shared<const Catalog>(Catalog::builtIn()));
        m_window = std::make_unique<MainWindow>(m_document.get());
        auto probing = std::make_unique<madeup::Probing>();
        m_probing = probing.get();
        m_window->setGpuProbing(std::move(probing));
        m_window->resize(1360, 860);
        m_window->show();
        m_document->flush();
    }

    void cleanup()
    {
        m_window.reset();
        m_document.reset();
    }

    void isNotThereWithoutDrivers()
    {
        QVERIFY(button()->isVisible());
        m_window->setGpuProbing(nullptr);
        QVERIFY(!button()->isVisible());
    }

    void asksNobodyBeforeItIsOpened()
    {
        QVERIFY(!section());
        QCOMPARE(m_probing->questions, 0);
        open();
        QCOMPARE(m_probing->questions, 1);
        QVERIFY(section()->status()->text().contains(QLatin1String("NVIDIA, AMD, Intel, Apple")));
        QVERIFY(!section()->takeButton()->isVisible());
    }

    void showsWhatWasFound()
    {
        open();
        DetectedGpu gpu = rtx4090(18 * 1024);
        gpu.processes = {{77, QStringLiteral("Xorg"), Bytes::fromMiB(512)},
                         {78, QStringLiteral("python3"), Bytes::fromMiB(2048)},
                         {79, {}, std::nullopt}};
        m_probing->answer(detectionOf({gpu}));
        QAbstractItemModelTester tester(list()->model());
        QStringList shown = texts();
        const QString processes = shown.takeAt(2);
        QVERIFY(processes.startsWith(QLatin1String("3 process")) && processes.endsWith(QLatin1String(", 2.50 GiB")));
        QCOMPARE(shown, (QStringList{"NVIDIA GeForce RTX 4090\n18.0 GiB of 24.0 GiB free", "Driver 550.54.15",
                                     "python3 (78): 2.00 GiB", "Xorg (77): 0.50 GiB", "process 79: not known"}));
        QVERIFY(!section()->status()->isVisible());
        m_window->setUnit(SizeUnit::GB);
        QVERIFY(texts().front().endsWith(QLatin1String("19.3 GB of 25.8 GB free")));
    }

    void asksAgainOnlyWhileShown()
    {
        open();
        section()->setInterval(1);
        // Nobody is asked while an answer is awaited, however long that takes.
        QVERIFY(!section()->willAskAgain());
        m_probing->answer(detectionOf({rtx4090(20000)}));
        QTRY_COMPARE(m_probing->questions, 2);
        QTest::mouseClick(button(), Qt::LeftButton);
        QVERIFY(!section()->isVisible());
        m_probing->answer(detectionOf({rtx4090(19000)}));
        QVERIFY(!section()->willAskAgain());
        QTest::mouseClick(button(), Qt::LeftButton);
        QCOMPARE(m_probing->questions, 3);
        m_window->hide();
        m_probing->answer(detectionOf({rtx4090(19000)}));
        QVERIFY(!section()->willAskAgain());
    }

    /// What is open and chosen stays so.
    void newAnswersChangeNumbersAlone()
    {
        open();
        m_probing->answer(detectionOf({rtx4090(20000), card("NVIDIA RTX A6000", 49140, 48000)}));
        list()->collapse(list()->model()->index(0, 0));
        list()->setCurrentIndex(list()->model()->index(0, 0));
        m_probing->ask();
        DetectedGpu busy = rtx4090(10240);
        busy.processes = {{77, QStringLiteral("python3"), Bytes::fromMiB(2048)}};
        m_probing->answer(detectionOf({busy, card("NVIDIA RTX A6000", 49140, 48000)}));
        QCOMPARE(list()->currentIndex(), list()->model()->index(0, 0));
        QVERIFY(!list()->isExpanded(list()->model()->index(0, 0)));
        QVERIFY(list()->isExpanded(list()->model()->index(1, 0)));
        QVERIFY(texts().front().contains(QLatin1String("10.0 GiB of")));
        m_probing->ask();
        m_probing->answer(detectionOf({rtx4090(10240)}));
        QCOMPARE(list()->model()->rowCount(), 1);
    }

    /// 24,081 MiB can be used of each card, 20,000 are free of the fuller one.
    void plansWithAllEqualOnes()
    {
        const Plan before = m_document->plan();
        open();
        m_probing->answer(detectionOf({rtx4090(24000), rtx4090(20000)}));
        QVERIFY(section()->choice()->text().startsWith(QStringLiteral("2 \u00d7 NVIDIA GeForce RTX 4090")));
        QVERIFY(section()->freeBox()->isChecked());
        QTest::mouseClick(section()->takeButton(), Qt::LeftButton);
        m_document->flush();
        QCOMPARE(m_document->plan().gpus, (std::vector{GpuChoice{QStringLiteral("nvidia-rtx-4090-24gb"), 2}}));
        QCOMPARE(m_document->plan().reserve, Bytes::fromMiB(4081));
        QVERIFY(m_document->valid());
        QCOMPARE(m_document->estimate().devices[0].usable, Bytes::fromMiB(20000));
        QCOMPARE(m_document->undoStack()->count(), 1);
        m_document->undoStack()->undo();
        QCOMPARE(m_document->plan(), before);
    }

    void freeOrAllOfIt()
    {
        open();
        m_probing->answer(detectionOf({rtx4090(20000)}));
        QTest::mouseClick(section()->freeBox(), Qt::LeftButton, {}, QPoint(8, section()->freeBox()->height() / 2));
        QVERIFY(!section()->freeBox()->isChecked());
        QCOMPARE(m_document->undoStack()->count(), 0); // equal GPUs, nothing reserved: as it was
        QTest::mouseClick(section()->freeBox(), Qt::LeftButton, {}, QPoint(8, section()->freeBox()->height() / 2));
        QCOMPARE(m_document->plan().reserve, Bytes::fromMiB(4081)); // the plan has these very GPUs
        QCOMPARE(m_document->undoStack()->count(), 1);
        m_document->undoStack()->undo();
        QCOMPARE(m_document->plan().reserve, Bytes());
    }

    void byKeyboard()
    {
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        m_document->setGpu(QStringLiteral("nvidia-h100-sxm-80gb"));
        m_document->flush();
        m_window->planPanel()->gpu()->picker()->setFocus();
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        QCOMPARE(QApplication::focusWidget(), button());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
        QTRY_VERIFY(section() && section()->isVisible());
        m_probing->answer(detectionOf({rtx4090(20000)}));
        const QList<QWidget *> order = section()->tabOrder();
        for (QWidget *control : order) {
            if (!control->isVisible())
                continue;
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
            QCOMPARE(QApplication::focusWidget(), control);
        }
        list()->setFocus();
        QTest::keyClick(list(), Qt::Key_Return);
        QCOMPARE(m_document->plan().gpus.front().id, QStringLiteral("nvidia-rtx-4090-24gb"));
    }

    void plansWithAnInstance()
    {
        open();
        DetectedGpu gpu = card("NVIDIA H100 80GB HBM3", 81559, 60000);
        gpu.migEnabled = true;
        for (int i = 0; i < 2; ++i)
            gpu.instances.append({QStringLiteral("1g.10gb"), {}, Bytes::fromMiB(9984), Bytes::fromMiB(9000), {}});
        m_probing->answer(detectionOf({gpu}));
        list()->setCurrentIndex(list()->model()->index(0, 0));
        QVERIFY(!section()->takeButton()->isEnabled()); // a GPU that is divided is nothing to plan with
        list()->setCurrentIndex(list()->model()->index(1, 0, list()->model()->index(0, 0)));
        QTest::mouseClick(section()->takeButton(), Qt::LeftButton);
        m_document->flush();
        QCOMPARE(m_document->plan().gpus, (std::vector{GpuChoice{QStringLiteral("nvidia-h100-sxm-80gb/1g.10gb"), 1}}));
        QVERIFY(m_document->valid());
    }

    void addsAnUnknownGpu()
    {
        QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("own.json"));
        auto settings = std::make_unique<Settings>(folder.filePath(QStringLiteral("settings.ini")));
        Preferences preferences = settings->preferences();
        preferences.catalogFile = file;
        settings->setPreferences(preferences);
        m_window->remember(std::move(settings), false);
        open();
        m_probing->answer(detectionOf({card("NVIDIA Test Card", 50000, 49000)}));
        QVERIFY(section()->choice()->text().contains(QLatin1String("in no catalog")));
        QTest::mouseClick(section()->takeButton(), Qt::LeftButton);
        m_document->flush();
        const QString id = m_document->plan().gpus.front().id;
        QVERIFY(id.startsWith(QLatin1String("own-")));
        QVERIFY(m_document->valid());
        QCOMPARE(m_document->undoStack()->count(), 1);
        QVERIFY(!section()->choice()->text().contains(QLatin1String("in no catalog")));
        QTRY_VERIFY(QFile::exists(file));
        Catalog own = Catalog::builtIn();
        QFile written(file);
        QVERIFY(written.open(QIODevice::ReadOnly));
        QVERIFY(own.merge(written.readAll(), file).ok());
        QVERIFY(own.gpu(id, {}).ok());
    }

    void addsToACatalogThatIsThere()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("sub/own.json"));
        const QJsonObject first{{"id", "own-a"},
                                {"name", "A"},
                                {"vendor", "NVIDIA"},
                                {"memory_gb", 8},
                                {"memory_kind", "dedicated"},
                                {"memory_mib", 8000},
                                {"confidence", "low"},
                                {"sources", QJsonArray{"me"}}};
        QJsonObject second = first;
        second["id"] = "own-b";
        QVERIFY(!addGpuTo(path, first));
        QVERIFY(!addGpuTo(path, second));
        QVERIFY(!addGpuTo(path, first)); // again
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QJsonArray gpus = QJsonDocument::fromJson(file.readAll()).object()["gpus"].toArray();
        QCOMPARE(gpus.size(), 2);
        file.close();
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("not a catalog");
        file.close();
        QVERIFY(addGpuTo(path, first).has_value());
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), QByteArray("not a catalog"));
    }

    void saysThatThereIsNone()
    {
        open();
        m_probing->answer(detectionOf({}));
        QVERIFY(section()->status()->text().contains(QLatin1String("No GPU was found")));
        QVERIFY(!section()->takeButton()->isVisible());
        QTest::mouseClick(section()->catalogButton(), Qt::LeftButton);
        QTRY_VERIFY(m_window->planPanel()->gpu()->picker()->popup()->isVisible());
    }

    /// A driver that never answers: the window takes typing, and says first that it waits, then that there was none.
    void waitsForADriverThatHangs()
    {
        open();
        Q_EMIT m_probing->answered({GpuVendor::Amd, DriverState::Absent, {}, {}});
        Q_EMIT m_probing->answered({GpuVendor::Intel, DriverState::Absent, {}, {}});
        Q_EMIT m_probing->answered({GpuVendor::Apple, DriverState::Absent, {}, {}});
        QCOMPARE(section()->status()->text(), QStringLiteral("Waiting for the driver of NVIDIA ..."));
        m_document->setContextLength(4096);
        m_document->flush();
        QVERIFY(m_document->valid());
        Detection detection = detectionOf({});
        detection.answers[0].state = DriverState::TimedOut;
        detection.answers[0].problem = QStringLiteral("The driver of NVIDIA did not answer within 10 seconds.");
        m_probing->answer(detection);
        QVERIFY(section()->status()->text().contains(QLatin1String("did not answer within 10 seconds")));
    }

    /// Another language is another window.
    void goesOnInAnotherWindow()
    {
        open();
        m_probing->answer(detectionOf({rtx4090()}));
        auto next = std::make_unique<MainWindow>(m_document.get());
        next->continueFrom(*m_window);
        next->show();
        m_window = std::move(next);
        QVERIFY(section() && section()->isVisible());
        QVERIFY(m_probing->isAsking());
        m_probing->answer(detectionOf({rtx4090()}));
        QCOMPARE(list()->model()->rowCount(), 1);
    }

    void whatCannotBePlanned()
    {
        open();
        DetectedGpu gpu = rtx4090();
        gpu.name = QStringLiteral("Something");
        gpu.total.reset();
        gpu.free.reset();
        m_probing->answer(detectionOf({gpu}));
        QVERIFY(!section()->takeButton()->isEnabled());
        QVERIFY(section()->choice()->text().contains(QLatin1String("cannot be planned with")));
        const Plan before = m_document->plan();
        list()->setFocus();
        QTest::keyClick(list(), Qt::Key_Return);
        QCOMPARE(m_document->plan(), before);
    }

private:
    FoldButton *button() const { return m_window->planPanel()->gpu()->computerButton(); }
    ComputerSection *section() const { return m_window->thisComputer()->section(); }
    QTreeView *list() const { return section()->list(); }
    void open()
    {
        QTest::mouseClick(button(), Qt::LeftButton);
        QVERIFY(section()->isVisible());
    }
    /// Of all rows, from the top.
    QStringList texts(const QModelIndex &parent = {}) const
    {
        QStringList all;
        for (int row = 0; row < list()->model()->rowCount(parent); ++row) {
            const QModelIndex index = list()->model()->index(row, 0, parent);
            all << index.data().toString();
            all += texts(index);
        }
        return all;
    }

    std::unique_ptr<PlanDocument> m_document;
    std::unique_ptr<MainWindow> m_window;
    madeup::Probing *m_probing = nullptr;
};

QTEST_MAIN(ThisComputerTest)
#include "tst_thiscomputer.moc"
