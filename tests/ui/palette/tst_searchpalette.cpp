// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/palette/searchpalette.h"

#include "ui/actions.h"
#include "ui/mainwindow.h"
#include "ui/palette/palettemodel.h"
#include "ui/plandocument.h"

#include <QAbstractItemModelTester>
#include <QAccessible>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QPointer>
#include <QTest>

namespace plimsoll {

/// The palette by its keys alone, in the real window.
class SearchPaletteTest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<PlanDocument> m_document;
    std::unique_ptr<MainWindow> m_window;

    SearchPalette *open()
    {
        m_window->activateWindow(); // no window manager does it when a popup closes
        if (!QTest::qWaitForWindowActive(m_window.get()))
            qFatal("the window does not become active");
        QTest::keyClick(m_window.get(), Qt::Key_K, Qt::ControlModifier);
        return m_window->findChild<SearchPalette *>();
    }

    static void type(SearchPalette *palette, const QString &text) { QTest::keyClicks(palette->searchLine(), text); }
    static void press(SearchPalette *palette, Qt::Key key) { QTest::keyClick(palette->searchLine(), key); }

    static QStringList names(const SearchPalette *palette)
    {
        QStringList names;
        const QAbstractItemModel *rows = palette->list()->model();
        for (int row = 0; row < rows->rowCount(); ++row)
            names += rows->index(row, 0).data().toString();
        return names;
    }

private Q_SLOTS:
    void init()
    {
        m_document = std::make_unique<PlanDocument>(std::make_shared<const Catalog>(Catalog::builtIn()));
        m_window = std::make_unique<MainWindow>(m_document.get());
        m_window->resize(1024, 700);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        m_document->flush();
    }

    void cleanup()
    {
        m_window.reset();
        m_document.reset();
    }

    void modelsAreSound()
    {
        SearchPalette *palette = open();
        QAbstractItemModelTester source(palette->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        QAbstractItemModelTester rows(palette->list()->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        for (const char *typed : {"l", "llama", "zzz", "h100", ""}) {
            palette->searchLine()->clear();
            type(palette, QLatin1String(typed));
        }
        QCOMPARE(palette->list()->model()->rowCount(), palette->model()->rowCount());
    }

    void ctrlKOpensAndEscapeCloses()
    {
        QWidget *before = QApplication::focusWidget();
        QPointer<SearchPalette> palette = open();
        QVERIFY(palette && palette->isVisible());
        QTRY_VERIFY(palette->searchLine()->hasFocus());
        QVERIFY(m_window->geometry().contains(palette->geometry()));
        press(palette, Qt::Key_Escape);
        QTRY_VERIFY(!palette);
        QCOMPARE(m_document->undoStack()->count(), 0);
        QCOMPARE(m_window->focusWidget(), before);
    }

    void enterTakesARow_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("model");
        QTest::addColumn<QString>("gpu");
        QTest::addColumn<QString>("weights");
        QTest::addColumn<QString>("engine");
        const Plan plan = PlanDocument::startPlan();
        const QString model = std::get<NamedModel>(plan.model).id, gpu = plan.gpus.front().id;
        QTest::newRow("model, words in any order")
            << "70b instruct 3.1 llama"
            << "meta-llama/Llama-3.1-70B-Instruct" << gpu << plan.weights << plan.engine;
        QTest::newRow("GPU") << "sxm5 h100 80gb" << model << "nvidia-h100-sxm-80gb" << plan.weights << plan.engine;
        QTest::newRow("format") << "nvfp4" << model << gpu << "nvfp4" << plan.engine;
        QTest::newRow("engine") << "sglang" << model << gpu << plan.weights << "sglang";
    }

    void enterTakesARow()
    {
        QFETCH(QString, typed);
        QPointer<SearchPalette> palette = open();
        type(palette, typed);
        press(palette, Qt::Key_Return);
        QTRY_VERIFY(!palette);
        QTEST(std::get<NamedModel>(m_document->plan().model).id, "model");
        QTEST(m_document->plan().gpus.front().id, "gpu");
        QTEST(m_document->plan().weights, "weights");
        QTEST(m_document->plan().engine, "engine");
        QCOMPARE(m_document->undoStack()->count(), 1);
        m_document->undoStack()->undo();
        QCOMPARE(m_document->plan(), PlanDocument::startPlan());
    }

    void enterTriggersAnAction()
    {
        QCOMPARE(m_window->unit(), SizeUnit::GiB);
        QPointer<SearchPalette> palette = open();
        type(palette, QStringLiteral("gb sizes"));
        QCOMPARE(names(palette).first(), QStringLiteral("Sizes in GB"));
        press(palette, Qt::Key_Return);
        QTRY_VERIFY(!palette);
        QCOMPARE(m_window->unit(), SizeUnit::GB);
        QCOMPARE(m_document->undoStack()->count(), 0);
    }

    void downGoesOn()
    {
        SearchPalette *palette = open();
        type(palette, QStringLiteral("calculation"));
        const QStringList found = names(palette);
        QVERIFY(found.size() >= 3);
        press(palette, Qt::Key_Down);
        press(palette, Qt::Key_Down);
        QCOMPARE(palette->list()->currentIndex().row(), 2);
        press(palette, Qt::Key_Up);
        QCOMPARE(palette->list()->currentIndex().data().toString(), found[1]);
    }

    void everyActionIsFoundByItsName()
    {
        for (const QAction *action : m_window->actions()->all()) {
            if (action == (*m_window->actions())[ActionId::Search] || action->menu()) // a menu does nothing by itself
                continue;
            QPointer<SearchPalette> palette = open();
            const QString name = action->text().remove(QLatin1Char('&')).remove(QStringLiteral("..."));
            palette->searchLine()->setText(name); // a language is named in itself, which no key of this board types
            QVERIFY2(names(palette).contains(name), qPrintable(name));
            const QModelIndex row = palette->list()->model()->index(int(names(palette).indexOf(name)), 0);
            QCOMPARE(row.data(CatalogModel::TrailingRole).toString(),
                     action->shortcut().toString(QKeySequence::NativeText));
            press(palette, Qt::Key_Escape);
            QTRY_VERIFY(!palette);
        }
    }

    void groupsStayTogether_data()
    {
        QTest::addColumn<QString>("typed");
        for (const char *typed : {"", "a", "8", "llama", "copy", "nvidia", "int4"})
            QTest::newRow(typed) << QString::fromLatin1(typed);
    }

    void groupsStayTogether()
    {
        QFETCH(QString, typed);
        SearchPalette *palette = open();
        type(palette, typed);
        const QAbstractItemModel *rows = palette->list()->model();
        QVERIFY(rows->rowCount() > 0);
        QStringList groups;
        for (int row = 0; row < rows->rowCount(); ++row) {
            const QString group = rows->index(row, 0).data(CatalogModel::HeadingRole).toString();
            QVERIFY(!group.isEmpty());
            if (groups.isEmpty() || groups.last() != group) {
                QVERIFY2(!groups.contains(group), qPrintable(group));
                groups += group;
            }
        }
        if (typed.isEmpty())
            QCOMPARE(groups.size(), kPaletteKinds);
    }

    /// Where a GPU begins with the word and a model only has it somewhere, the GPU is first.
    void theBestMatchIsFirst()
    {
        SearchPalette *palette = open();
        type(palette, QStringLiteral("b200"));
        QVERIFY2(names(palette).first().startsWith(QStringLiteral("B200")), qPrintable(names(palette).first()));
    }

    void whatIsNotAvailableIsShownAndNotTaken()
    {
        QVERIFY(!(*m_window->actions())[ActionId::Redo]->isEnabled());
        QPointer<SearchPalette> palette = open();
        type(palette, QStringLiteral("redo"));
        const qsizetype place = names(palette).indexOf(QStringLiteral("Redo"));
        QVERIFY(place >= 0);
        const QModelIndex row = palette->list()->model()->index(int(place), 0);
        QVERIFY(!(row.flags() & Qt::ItemIsEnabled));
        QVERIFY(row.data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("Not available")));
        QTest::mouseClick(palette->list()->viewport(), Qt::LeftButton, {}, palette->list()->visualRect(row).center());
        QVERIFY(palette && palette->isVisible());

        press(palette, Qt::Key_Escape);
        m_document->setSequences(5);
        m_document->undoStack()->undo();
        QTRY_VERIFY(!palette);
        palette = open();
        type(palette, QStringLiteral("redo"));
        press(palette, Qt::Key_Return);
        QTRY_VERIFY(!palette);
        QCOMPARE(m_document->plan().sequences.value_or(0), 5);
    }

    void nothingFoundSaysSo()
    {
        SearchPalette *palette = open();
        type(palette, QStringLiteral("zzzz"));
        QVERIFY(palette->list()->isHidden());
        press(palette, Qt::Key_Return);
        QVERIFY(palette->isVisible());
    }

    void isReadAloud()
    {
        SearchPalette *palette = open();
        QVERIFY(!palette->accessibleName().isEmpty());
        QVERIFY(!palette->searchLine()->accessibleName().isEmpty());
        QAccessibleInterface *list = QAccessible::queryAccessibleInterface(palette->list());
        QVERIFY(list);
        QCOMPARE(list->role(), QAccessible::List);
        QVERIFY(!list->text(QAccessible::Name).isEmpty());
        type(palette, QStringLiteral("h200"));
        press(palette, Qt::Key_Down);
        const QString said = palette->searchLine()->accessibleDescription();
        QVERIFY(said.startsWith(QStringLiteral("GPUs: ")));
        QVERIFY(said.contains(palette->list()->currentIndex().data().toString()));
        QCOMPARE(list->child(1)->text(QAccessible::Name), said);
    }
};

} // namespace plimsoll

QTEST_MAIN(plimsoll::SearchPaletteTest)
#include "tst_searchpalette.moc"
