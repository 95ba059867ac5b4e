// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/sources/local/storefiles.h"
#include "ui/actions.h"
#include "ui/controls/elidedlabel.h"
#include "ui/controls/modelpanel.h"
#include "ui/controls/noticebar.h"
#include "ui/controls/pickerpopup.h"
#include "ui/controls/planpanel.h"
#include "ui/controls/searchpicker.h"
#include "ui/localmodels/localmodelsdialog.h"
#include "ui/localmodels/localmodelstable.h"
#include "ui/mainwindow.h"
#include "ui/plandocument.h"

#include <QAbstractItemModelTester>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeView>

#include <algorithm>

using namespace plimsoll;

/// The list of models on this computer: what it finds, how one is chosen with mouse and keyboard, and stopping.
class LocalModelsDialogTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_catalog = std::make_shared<const Catalog>(Catalog::builtIn()); }

    void init()
    {
        m_home = std::make_unique<QTemporaryDir>();
        m_environment.insert(QStringLiteral("OLLAMA_MODELS"), m_home->filePath(QStringLiteral("ollama")));
        m_document = std::make_unique<PlanDocument>(m_catalog);
        m_window = std::make_unique<MainWindow>(m_document.get());
        m_window->localModels()->lookIn(m_environment, m_home->path());
        m_window->show();
        m_document->flush();
    }

    void cleanup()
    {
        m_window.reset();
        m_document.reset();
    }

    void clickPlansWithAModel()
    {
        fill();
        openAndWait();
        QCOMPARE(rows(), (QStringList{"org/large", "org/x/tiny.gguf", "tiny:1b", "org/x/broken.gguf"}));
        const QModelIndex tiny = list()->model()->index(1, LocalModelsTable::Name);
        QCOMPARE(tiny.siblingAtColumn(LocalModelsTable::Store).data().toString(), QStringLiteral("LM Studio"));
        click(tiny);
        m_document->flush();
        QCOMPARE(m_document->resolved().parameters.total(), tinymodels::kParameters);
        QVERIFY(dialog()->isVisible()); // to try another
        m_document->undoStack()->undo();
        m_document->flush();
        QVERIFY(m_document->resolved().parameters.total() > 1'000'000'000);
    }

    void brokenModelIsNoChoice()
    {
        fill();
        openAndWait();
        const QModelIndex broken = list()->model()->index(3, LocalModelsTable::Name);
        QVERIFY(!broken.flags().testFlag(Qt::ItemIsEnabled));
        QVERIFY(broken.data(Qt::ToolTipRole).toString().contains(QLatin1String("broken.gguf")));
        const Plan before = m_document->plan();
        click(broken);
        QCOMPARE(m_document->plan(), before);
    }

    void byKeyboard()
    {
        fill();
        openAndWait();
        QVERIFY(dialog()->searchLine()->hasFocus() || dialog()->focusWidget() == dialog()->searchLine());
        QTest::keyClicks(dialog()->searchLine(), QStringLiteral("LM tiny"));
        QCOMPARE(rows(), QStringList{"org/x/tiny.gguf"});
        dialog()->searchLine()->clear();
        QTest::keyClick(dialog()->searchLine(), Qt::Key_Down);
        QTest::keyClick(dialog()->searchLine(), Qt::Key_Down);
        QTest::keyClick(dialog()->searchLine(), Qt::Key_Return);
        QVERIFY(!dialog()->isVisible());
        m_document->flush();
        QCOMPARE(m_document->resolved().parameters.total(), tinymodels::kParameters);
    }

    void enterTakesTheFirstMatch()
    {
        fill();
        openAndWait();
        QTest::keyClicks(dialog()->searchLine(), QStringLiteral("ollama"));
        QTest::keyClick(dialog()->searchLine(), Qt::Key_Return);
        m_document->flush();
        QCOMPARE(m_document->resolved().parameters.total(), tinymodels::kParameters);
    }

    void sortsByNumbers()
    {
        fill();
        openAndWait();
        list()->sortByColumn(LocalModelsTable::Size, Qt::AscendingOrder);
        QCOMPARE(rows().last(), QStringLiteral("org/x/broken.gguf"));
        list()->sortByColumn(LocalModelsTable::Size, Qt::DescendingOrder);
        QCOMPARE(rows().last(), QStringLiteral("org/x/broken.gguf")); // what is no choice is last either way
    }

    void unitFollowsTheWindow()
    {
        fill();
        openAndWait();
        const QModelIndex size = list()->model()->index(0, LocalModelsTable::Size);
        QVERIFY(size.data().toString().endsWith(QLatin1String(" GiB")));
        m_window->setUnit(SizeUnit::GB);
        QVERIFY(size.data().toString().endsWith(QLatin1String(" GB")));
    }

    void nothingFound()
    {
        openAndWait();
        QCOMPARE(rows(), QStringList{});
        QVERIFY(dialog()->status()->text().contains(QLatin1String("Ollama")));
    }

    void stopsAndStartsAgain()
    {
        for (int i = 0; i < 400; ++i)
            storefiles::write(m_home->filePath(QStringLiteral(".lmstudio/models/org/m%1/m.gguf").arg(i)),
                              tinymodels::gguf());
        dialog()->show();
        QTRY_VERIFY(list()->model()->rowCount() > 0);
        if (dialog()->isSearching())
            QTest::mouseClick(dialog()->searchButton(), Qt::LeftButton);
        QTRY_VERIFY(!dialog()->isSearching());
        QTRY_VERIFY(!dialog()->status()->text().startsWith(QLatin1String("Searching")));
        QVERIFY(rows().size() <= 400);
        QTest::mouseClick(dialog()->searchButton(), Qt::LeftButton);
        QTRY_COMPARE(rows().size(), 400);
        QTRY_VERIFY(dialog()->status()->text().startsWith(QLatin1String("400 model")));
    }

    void closingTheWindowWhileItSearches()
    {
        fill();
        dialog()->show();
        m_window.reset();
    }

    void aButtonBelowTheModelList()
    {
        SearchPicker *picker = m_window->planPanel()->model()->picker();
        picker->open();
        const QList<QPushButton *> buttons = picker->popup()->findChildren<QPushButton *>();
        const auto found = std::find_if(buttons.begin(), buttons.end(), [this](const QPushButton *each) {
            return each->text() == (*m_window->actions())[ActionId::LocalModels]->text();
        });
        QVERIFY(found != buttons.end());
        QPushButton *button = *found;
        QVERIFY(picker->popup()->rect().contains(button->geometry()));
        QTest::mouseClick(button, Qt::LeftButton);
        QVERIFY(!picker->popup()->isVisible());
        QVERIFY(dialog()->isVisible());
    }

    void tableKeepsTheRulesOfItemModels()
    {
        LocalModelsTable table;
        LocalModelsFilter filter(&table);
        const QAbstractItemModelTester ofTable(&table, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const QAbstractItemModelTester ofFilter(&filter, QAbstractItemModelTester::FailureReportingMode::QtTest);
        filter.sort(LocalModelsTable::Name);
        for (const char *name : {"second", "first", "third"}) {
            LocalModel model;
            model.name = QLatin1String(name);
            model.path = QLatin1String(name);
            table.append(model);
        }
        filter.setTyped(QStringLiteral("fir"));
        QCOMPARE(filter.rowCount(), 1);
        table.setUnit(SizeUnit::GB);
        table.clear();
        QCOMPARE(filter.rowCount(), 0);
    }

private:
    LocalModelsDialog *dialog() { return m_window->localModels(); }
    QTreeView *list() { return dialog()->list(); }

    void fill()
    {
        const QString hub = m_home->filePath(QStringLiteral(".cache/huggingface/hub"));
        storefiles::hubFile(hub, QStringLiteral("org/large"), QStringLiteral("config.json"), tinymodels::config());
        storefiles::hubFile(hub, QStringLiteral("org/large"), QStringLiteral("model.safetensors"),
                            tinymodels::safetensors());
        storefiles::write(m_home->filePath(QStringLiteral(".lmstudio/models/org/x/tiny.gguf")), tinymodels::gguf());
        storefiles::write(m_home->filePath(QStringLiteral(".lmstudio/models/org/x/broken.gguf")), "GGUF");
        storefiles::ollamaModel(m_home->filePath(QStringLiteral("ollama")),
                                QStringLiteral("registry.ollama.ai/library/tiny/1b"), QByteArray(64, 'd'),
                                tinymodels::gguf());
    }

    void openAndWait()
    {
        (*m_window->actions())[ActionId::LocalModels]->trigger();
        QVERIFY(dialog()->isVisible());
        QTRY_VERIFY(!dialog()->isSearching());
        QTRY_VERIFY(!dialog()->status()->text().startsWith(QLatin1String("Searching")));
    }

    QStringList rows()
    {
        QStringList names;
        for (int row = 0; row < list()->model()->rowCount(); ++row)
            names += list()->model()->index(row, LocalModelsTable::Name).data().toString();
        return names;
    }

    void click(const QModelIndex &index)
    {
        QTest::mouseClick(list()->viewport(), Qt::LeftButton, {}, list()->visualRect(index).center());
    }

    std::shared_ptr<const Catalog> m_catalog;
    QProcessEnvironment m_environment;
    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<PlanDocument> m_document;
    std::unique_ptr<MainWindow> m_window;
};

QTEST_MAIN(LocalModelsDialogTest)
#include "tst_localmodelsdialog.moc"
