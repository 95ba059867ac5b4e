// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/actions.h"
#include "ui/charts/chartview.h"
#include "ui/compare/comparegrid.h"
#include "ui/compare/comparetable.h"
#include "ui/compare/compareview.h"
#include "ui/compare/frozencolumn.h"
#include "ui/compare/pinheader.h"
#include "ui/mainwindow.h"
#include "ui/plandocument.h"
#include "ui/views/answertabs.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

namespace plimsoll {

/// Pinning plans and the page that compares them, as a person uses them in the window.
class CompareViewTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void emptyPageSaysHowToPin();
    void pinnedByShortcutFromAnyPage();
    void whatDiffersIsMarked();
    void differencesOnly();
    void oneClickBack();
    void enterGoesBack();
    void aBarGoesBack();
    void renamedByDoubleClick();
    void escapeLeavesTheName();
    void renamedByKey();
    void draggedToAnotherPlace();
    void thisPlanStaysFirst();
    void movedByKeyAndByButton();
    void removedAndBack();
    void aPinnedPlanWithoutAnAnswer();
    void sliderLeavesWhatIsChosen();
    void savedWithThePlan();
    void manyPlansInASmallWindow();
    void barsWhereThereIsRoomForOne();
    void pinningWithoutAnAnswer();

private:
    CompareView *page() { return m_window->answers()->comparison(); }
    CompareGrid *grid() { return page()->grid(); }
    CompareTable *table() { return page()->table(); }
    const Plan &plan() { return m_document->plan(); }
    QStringList names()
    {
        QStringList names;
        for (const PinnedPlan &pin : plan().pins.list())
            names << pin.name;
        return names;
    }
    void settle()
    {
        m_document->flush();
        QTRY_VERIFY(!page() || !page()->isRunning());
    }
    void pin()
    {
        QTest::keyClick(m_window.get(), Qt::Key_D, Qt::ControlModifier);
        m_document->flush();
    }
    /// Pins at 1, 2, 3 ... thousand tokens, named a, b, c ...; the plan itself has 8,192.
    void pinSome(int count);
    QPoint headerAt(int section)
    {
        const PinHeader *header = grid()->names();
        return {header->sectionViewportPosition(section) + header->sectionSize(section) / 2, header->height() / 2};
    }
    int rowNamed(const QString &name)
    {
        for (int row = 0; row < table()->rowCount(); ++row) {
            if (table()->headerData(row, Qt::Vertical).toString() == name)
                return row;
        }
        return -1;
    }
    QModelIndex cell(const QString &row, int column) { return table()->index(rowNamed(row), column); }

    std::shared_ptr<const Catalog> m_catalog;
    std::unique_ptr<PlanDocument> m_document;
    std::unique_ptr<MainWindow> m_window;
};

void CompareViewTest::initTestCase()
{
    QApplication::setStyle(QStringLiteral("Fusion"));
    m_catalog = std::make_shared<const Catalog>(Catalog::builtIn());
}

void CompareViewTest::init()
{
    m_document = std::make_unique<PlanDocument>(m_catalog);
    m_window = std::make_unique<MainWindow>(m_document.get());
    m_window->resize(1360, 860);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    QVERIFY(m_window->answers()->showPage(QStringLiteral("compare")));
}

void CompareViewTest::cleanup()
{
    m_window.reset();
    m_document.reset();
}

void CompareViewTest::pinSome(int count)
{
    for (int i = 0; i < count; ++i) {
        m_document->setContextLength(1000 * (i + 1));
        pin();
    }
    m_document->setContextLength(8192);
    settle();
    for (int i = 0; i < count; ++i) {
        grid()->setCurrentIndex(table()->index(1, i + 1));
        page()->renameButton()->click();
        grid()->names()->editor()->setText(QString(QLatin1Char(char('a' + i))));
        QTest::keyClick(grid()->names()->editor(), Qt::Key_Return);
        settle();
    }
    QCOMPARE(int(plan().pins.size()), count);
}

void CompareViewTest::emptyPageSaysHowToPin()
{
    QVERIFY(page()->pinButton()->isVisible());
    QVERIFY(!grid()->isVisible());
    QTest::mouseClick(page()->pinButton(), Qt::LeftButton);
    settle();
    QCOMPARE(names(), QStringList{QStringLiteral("Llama 3.1 8B BF16")});
    QVERIFY(grid()->isVisible());
    QVERIFY(page()->pinButton()->isVisible()); // now above the table
    QCOMPARE(table()->columnCount(), 2);
    m_document->undoStack()->undo();
    settle();
    QVERIFY(plan().pins.isEmpty());
    QVERIFY(!grid()->isVisible());
}

void CompareViewTest::pinnedByShortcutFromAnyPage()
{
    m_window->answers()->showPage(QStringLiteral("context"));
    pin();
    pin();
    QCOMPARE(names(), (QStringList{QStringLiteral("Llama 3.1 8B BF16"), QStringLiteral("Llama 3.1 8B BF16 (2)")}));
    QCOMPARE(m_document->undoStack()->count(), 2);
    m_window->answers()->showPage(QStringLiteral("compare"));
    QCOMPARE(table()->columnCount(), 3);
}

void CompareViewTest::whatDiffersIsMarked()
{
    pin();
    QVERIFY(!table()->anyDifference());
    m_document->setContextLength(4096);
    m_document->setWeights(QStringLiteral("fp32"));
    settle();
    const QModelIndex context = cell(QStringLiteral("Context, tokens"), 1);
    QCOMPARE(context.data().toString(), QStringLiteral("8,192"));
    QCOMPARE(context.data(CompareTable::MarkRole).toString(), QStringLiteral("▲"));
    QVERIFY(context.data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("more than the 4,096")));
    QCOMPARE(cell(QStringLiteral("Weights"), 1).data(CompareTable::MarkRole).toString(), QStringLiteral("▼"));
    QCOMPARE(cell(QStringLiteral("Precision"), 1).data(CompareTable::MarkRole).toString(), QStringLiteral("≠"));
    QVERIFY(cell(QStringLiteral("Model"), 1).data(CompareTable::MarkRole).toString().isEmpty());
    for (int row = 0; row < table()->rowCount(); ++row)
        QVERIFY(table()->index(row, 0).data(CompareTable::MarkRole).toString().isEmpty());
}

void CompareViewTest::differencesOnly()
{
    pin();
    m_document->setContextLength(4096);
    settle();
    QVERIFY(rowNamed(QStringLiteral("Model")) > 0);
    QTest::mouseClick(page()->differencesBox(), Qt::LeftButton, {}, {8, page()->differencesBox()->height() / 2});
    QVERIFY(page()->differencesBox()->isChecked());
    QCOMPARE(rowNamed(QStringLiteral("Model")), -1);
    QVERIFY(rowNamed(QStringLiteral("Context, tokens")) > 0);
    QVERIFY(rowNamed(QStringLiteral("KV cache")) > 0);
    m_document->setWeights(QStringLiteral("fp32")); // a row more
    settle();
    QVERIFY(rowNamed(QStringLiteral("Precision")) > 0);
    QTest::mouseClick(page()->differencesBox(), Qt::LeftButton, {}, {8, page()->differencesBox()->height() / 2});
    QVERIFY(rowNamed(QStringLiteral("Model")) > 0);
}

void CompareViewTest::oneClickBack()
{
    pinSome(2);
    const int steps = m_document->undoStack()->count();
    const Pins pins = plan().pins;
    QTest::mouseClick(grid()->viewport(), Qt::LeftButton, {}, grid()->visualRect(table()->index(0, 0)).center());
    QCOMPARE(m_document->undoStack()->count(), steps); // of this plan it is no link
    QTest::mouseClick(grid()->viewport(), Qt::LeftButton, {}, grid()->visualRect(table()->index(0, 2)).center());
    settle();
    QCOMPARE(plan().contextLength, std::optional<qint64>(2000));
    QVERIFY(plan().pins == pins);
    QCOMPARE(m_document->undoStack()->count(), steps + 1);
    QVERIFY(m_document->undoStack()->undoText().contains(QLatin1Char('b')));
    m_document->undoStack()->undo();
    settle();
    QCOMPARE(plan().contextLength, std::optional<qint64>(8192));
}

void CompareViewTest::enterGoesBack()
{
    pinSome(2);
    grid()->setFocus();
    grid()->setCurrentIndex(cell(QStringLiteral("GPUs"), 0));
    QTest::keyClick(grid(), Qt::Key_Return);
    settle();
    QCOMPARE(plan().contextLength, std::optional<qint64>(8192));
    QTest::keyClick(grid(), Qt::Key_Right);
    QTest::keyClick(grid(), Qt::Key_Return);
    settle();
    QCOMPARE(plan().contextLength, std::optional<qint64>(1000));
}

void CompareViewTest::aBarGoesBack()
{
    pinSome(3);
    if (!page()->chart()->isVisible())
        page()->barsButton()->click();
    ChartView *chart = page()->chart();
    QTRY_VERIFY(chart->isVisible() && chart->panel()->size() == QSizeF(chart->size()));
    QCOMPARE(m_window->answers()->currentChart(), chart);
    QTest::mouseClick(chart, Qt::LeftButton, {}, chart->panel()->targetRect(3).center().toPoint());
    settle();
    QCOMPARE(plan().contextLength, std::optional<qint64>(3000));
    chart->setFocus(Qt::TabFocusReason);
    QTest::keyClick(chart, Qt::Key_Right);
    QTest::keyClick(chart, Qt::Key_Return);
    settle();
    QCOMPARE(plan().contextLength, std::optional<qint64>(1000));
}

void CompareViewTest::renamedByDoubleClick()
{
    pinSome(2);
    const int steps = m_document->undoStack()->count();
    QWidget *header = grid()->names()->viewport();
    QTest::mouseDClick(header, Qt::LeftButton, {}, headerAt(2));
    QLineEdit *editor = grid()->names()->editor();
    QVERIFY(editor->isVisible());
    QCOMPARE(editor->text(), QStringLiteral("b"));
    QTest::keyClicks(editor, QStringLiteral("as today"));
    QTest::keyClick(editor, Qt::Key_Return);
    settle();
    QVERIFY(!editor->isVisible());
    QCOMPARE(names(), (QStringList{QStringLiteral("a"), QStringLiteral("as today")}));
    QCOMPARE(m_document->undoStack()->count(), steps + 1);
    QVERIFY(table()->headerData(2, Qt::Horizontal).toString().endsWith(QStringLiteral("as today")));
    QVERIFY(page()->chart()->accessibleDescription().contains(QStringLiteral("as today")));
    QTest::mouseDClick(header, Qt::LeftButton, {}, headerAt(0)); // this plan has no name to change
    QVERIFY(!editor->isVisible());
}

void CompareViewTest::escapeLeavesTheName()
{
    pinSome(1);
    const int steps = m_document->undoStack()->count();
    QTest::mouseDClick(grid()->names()->viewport(), Qt::LeftButton, {}, headerAt(1));
    QTest::keyClicks(grid()->names()->editor(), QStringLiteral("other"));
    QTest::keyClick(grid()->names()->editor(), Qt::Key_Escape);
    QVERIFY(!grid()->names()->editor()->isVisible());
    QVERIFY(grid()->hasFocus());
    QCOMPARE(names(), QStringList{QStringLiteral("a")});
    QCOMPARE(m_document->undoStack()->count(), steps);
}

void CompareViewTest::renamedByKey()
{
    pinSome(2);
    grid()->setFocus();
    grid()->setCurrentIndex(table()->index(3, 1));
    QTest::keyClick(grid(), Qt::Key_F2);
    QLineEdit *editor = grid()->names()->editor();
    QVERIFY(editor->hasFocus());
    QTest::keyClick(editor, Qt::Key_Delete); // an empty name is its place
    QTest::keyClick(editor, Qt::Key_Return);
    settle();
    QCOMPARE(names(), (QStringList{QString(), QStringLiteral("b")}));
    QVERIFY(table()->headerData(1, Qt::Horizontal).toString().endsWith(QStringLiteral("Plan 1")));
    QVERIFY(grid()->hasFocus());
    QCOMPARE(grid()->currentIndex(), table()->index(3, 1));
}

void CompareViewTest::draggedToAnotherPlace()
{
    pinSome(3);
    const int steps = m_document->undoStack()->count();
    QWidget *header = grid()->names()->viewport();
    QTest::mousePress(header, Qt::LeftButton, {}, headerAt(1));
    QTest::mouseMove(header, headerAt(1) + QPoint(30, 0));
    QTest::mouseMove(header, headerAt(3) + QPoint(10, 0));
    QTest::mouseRelease(header, Qt::LeftButton, {}, headerAt(3) + QPoint(10, 0));
    settle();
    QCOMPARE(names(), (QStringList{QStringLiteral("b"), QStringLiteral("c"), QStringLiteral("a")}));
    QCOMPARE(m_document->undoStack()->count(), steps + 1);
    for (int section = 0; section < 4; ++section) // the columns stay, their plans move
        QCOMPARE(grid()->names()->visualIndex(section), section);
    QCOMPARE(cell(QStringLiteral("Context, tokens"), 3).data().toString(), QStringLiteral("1,000"));
    QCOMPARE(grid()->currentPin(), 2);
}

void CompareViewTest::thisPlanStaysFirst()
{
    pinSome(2);
    QWidget *header = grid()->names()->viewport();
    for (const auto &[from, to] : {std::pair(0, 2), std::pair(2, 0)}) {
        QTest::mousePress(header, Qt::LeftButton, {}, headerAt(from));
        QTest::mouseMove(header, headerAt(from) + QPoint(from < to ? 30 : -30, 0));
        QTest::mouseMove(header, headerAt(to) - QPoint(20, 0));
        QTest::mouseRelease(header, Qt::LeftButton, {}, headerAt(to) - QPoint(20, 0));
        settle();
        QCOMPARE(names(), (QStringList{QStringLiteral("a"), QStringLiteral("b")}));
    }
}

void CompareViewTest::movedByKeyAndByButton()
{
    pinSome(3);
    grid()->setFocus();
    grid()->setCurrentIndex(table()->index(2, 3));
    QVERIFY(!page()->rightButton()->isEnabled());
    QTest::keyClick(grid(), Qt::Key_Left, Qt::AltModifier);
    settle();
    QCOMPARE(names(), (QStringList{QStringLiteral("a"), QStringLiteral("c"), QStringLiteral("b")}));
    QCOMPARE(grid()->currentIndex(), table()->index(2, 2)); // it goes along
    QTest::mouseClick(page()->leftButton(), Qt::LeftButton);
    settle();
    QCOMPARE(names(), (QStringList{QStringLiteral("c"), QStringLiteral("a"), QStringLiteral("b")}));
    QVERIFY(!page()->leftButton()->isEnabled());
    QTest::keyClick(grid(), Qt::Key_Left, Qt::AltModifier); // there is nothing further left
    QTest::mouseClick(page()->rightButton(), Qt::LeftButton);
    settle();
    QCOMPARE(names(), (QStringList{QStringLiteral("a"), QStringLiteral("c"), QStringLiteral("b")}));
}

void CompareViewTest::removedAndBack()
{
    pinSome(2);
    grid()->setCurrentIndex(table()->index(2, 0));
    QVERIFY(!page()->removeButton()->isEnabled()); // this plan is no pin
    grid()->setFocus();
    grid()->setCurrentIndex(table()->index(2, 1));
    QTest::keyClick(grid(), Qt::Key_Delete);
    settle();
    QCOMPARE(names(), QStringList{QStringLiteral("b")});
    m_document->undoStack()->undo();
    settle();
    QCOMPARE(names(), (QStringList{QStringLiteral("a"), QStringLiteral("b")}));
    QTRY_COMPARE(cell(QStringLiteral("KV cache"), 1).data().toString(), QStringLiteral("0.12 GiB")); // 1,000 x 128 KiB
    for (int i = 0; i < 2; ++i) {
        grid()->setCurrentIndex(table()->index(2, 1));
        QTest::mouseClick(page()->removeButton(), Qt::LeftButton);
        settle();
    }
    QVERIFY(plan().pins.isEmpty());
    QVERIFY(!grid()->isVisible());
}

void CompareViewTest::aPinnedPlanWithoutAnAnswer()
{
    Plan broken = plan();
    broken.gpus.front().id = QStringLiteral("nvidia-h1000");
    Plan with = plan();
    with.pins = Pins({PinnedPlan{QStringLiteral("gone"), broken, {}}});
    m_document->setPlan(with, QString());
    settle();
    QTRY_VERIFY(cell(QStringLiteral("Verdict"), 1).data().toString().contains(QStringLiteral("nvidia-h1000")));
    QCOMPARE(cell(QStringLiteral("Memory in all"), 1).data().toString(), QStringLiteral("–"));
    QVERIFY(cell(QStringLiteral("Memory in all"), 0).data().toString().endsWith(QStringLiteral("GiB")));
}

void CompareViewTest::sliderLeavesWhatIsChosen()
{
    pinSome(2);
    const QModelIndex chosen = cell(QStringLiteral("KV cache"), 2);
    grid()->setCurrentIndex(chosen);
    const QString before = table()->index(chosen.row(), 0).data().toString();
    m_document->setContextLength(16384);
    settle();
    QCOMPARE(grid()->currentIndex(), cell(QStringLiteral("KV cache"), 2));
    QVERIFY(table()->index(chosen.row(), 0).data().toString() != before);
}

void CompareViewTest::savedWithThePlan()
{
    pinSome(2);
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("two.plimsoll"));
    const Plan saved = plan();
    QVERIFY(m_window->savePlan(path));
    m_document->setPlan(PlanDocument::startPlan(), QString());
    settle();
    QVERIFY(plan().pins.isEmpty());
    QVERIFY(m_window->openPlan(path));
    settle();
    QVERIFY(plan() == saved);
    QCOMPARE(table()->columnCount(), 3);
    QTRY_COMPARE(cell(QStringLiteral("KV cache"), 2).data().toString(), QStringLiteral("0.24 GiB")); // 2,000 x 128 KiB
}

void CompareViewTest::manyPlansInASmallWindow()
{
    pinSome(10);
    m_window->resize(1024, 700);
    QTRY_COMPARE(m_window->size(), QSize(1024, 700));
    const int letters = grid()->fontMetrics().averageCharWidth();
    for (int column = 0; column <= 10; ++column)
        QVERIFY(grid()->columnWidth(column) >= 15 * letters);
    QVERIFY(grid()->viewport()->height() > 6 * grid()->rowHeight(0));
    grid()->setFocus();
    grid()->setCurrentIndex(table()->index(1, 0));
    for (int i = 0; i < 10; ++i)
        QTest::keyClick(grid(), Qt::Key_Right);
    QVERIFY(grid()->viewport()->rect().contains(grid()->visualRect(table()->index(1, 10)).center()));
    FrozenColumn *frozen = grid()->frozen();
    QVERIFY(frozen->isVisible()); // this plan stays in sight
    QCOMPARE(frozen->geometry().left(), grid()->verticalHeader()->width());
    QVERIFY(!frozen->isColumnHidden(0) && frozen->isColumnHidden(1));
    grid()->verticalScrollBar()->setValue(grid()->verticalScrollBar()->maximum());
    for (int row = 0; row < table()->rowCount(); ++row) {
        QCOMPARE(frozen->visualRect(table()->index(row, 0)).top(), grid()->visualRect(table()->index(row, 10)).top());
        QCOMPARE(frozen->rowHeight(row), grid()->rowHeight(row));
    }
    for (int i = 0; i < 8; ++i) {
        QTest::keyClick(grid(), Qt::Key_Left); // what is chosen is never behind it
        QVERIFY(grid()->visualRect(grid()->currentIndex()).left() >= frozen->coveredWidth());
    }
    QCOMPARE(grid()->currentPin(), 1);
    QTest::keyClick(grid(), Qt::Key_F2);
    QVERIFY(grid()->names()->viewport()->rect().contains(grid()->names()->editor()->geometry().center()));
    QTest::keyClick(grid()->names()->editor(), Qt::Key_Escape);
    QTest::keyClick(grid(), Qt::Key_Home);
    QVERIFY(!frozen->isVisible());
}

void CompareViewTest::barsWhereThereIsRoomForOne()
{
    pinSome(1);
    m_window->resize(1024, 700);
    QTRY_COMPARE(m_window->size(), QSize(1024, 700));
    QVERIFY(grid()->isVisible() && !page()->chart()->isVisible());
    QTest::mouseClick(page()->barsButton(), Qt::LeftButton);
    QVERIFY(!grid()->isVisible() && page()->chart()->isVisible());
    m_window->resize(1360, 1400);
    QTRY_VERIFY(grid()->isVisible() && page()->chart()->isVisible());
    QVERIFY(!page()->barsButton()->isVisible());
}

void CompareViewTest::pinningWithoutAnAnswer()
{
    m_document->setGpuCount(3); // 32 heads cannot be divided by three
    pin();
    QCOMPARE(names(), QStringList{QStringLiteral("Llama-3.1-8B")});
    m_document->setGpuCount(2);
    settle();
    QTRY_VERIFY(cell(QStringLiteral("Verdict"), 1).data().toString().startsWith(QStringLiteral("No answer")));
    QCOMPARE(cell(QStringLiteral("Verdict"), 0).data().toString(), QStringLiteral("Fits"));
}

} // namespace plimsoll

QTEST_MAIN(plimsoll::CompareViewTest)
#include "tst_compareview.moc"
