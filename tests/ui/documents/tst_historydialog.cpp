// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/actions.h"
#include "ui/documents/historydialog.h"
#include "ui/mainwindow.h"
#include "ui/plandocument.h"

#include <QTest>
#include <QUndoView>

namespace plimsoll {

/// The list of steps, opened from the menu and used with mouse and keyboard.
class HistoryDialogTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_catalog = std::make_shared<const Catalog>(Catalog::builtIn()); }
    void init();
    void cleanup();

    void listsTheSteps();
    void clickGoesThere();
    void keysGoThere();
    void followsUndo();

private:
    QString textOf(int row) const { return m_list->model()->index(row, 0).data().toString(); }
    void click(int row);

    std::shared_ptr<const Catalog> m_catalog;
    std::unique_ptr<PlanDocument> m_document;
    std::unique_ptr<MainWindow> m_window;
    QUndoView *m_list = nullptr;
};

void HistoryDialogTest::init()
{
    m_document = std::make_unique<PlanDocument>(m_catalog);
    m_window = std::make_unique<MainWindow>(m_document.get());
    m_window->show();
    m_document->setSequences(2);
    m_document->setSequences(3);
    m_document->setWeights(QStringLiteral("int4"));
    m_document->flush();
    (*m_window->actions())[ActionId::History]->trigger();
    auto *dialog = m_window->findChild<HistoryDialog *>();
    QVERIFY(dialog && dialog->isVisible() && !dialog->isModal());
    QVERIFY(QTest::qWaitForWindowActive(dialog));
    m_list = dialog->list();
}

void HistoryDialogTest::cleanup()
{
    m_window.reset();
    m_document.reset();
}

void HistoryDialogTest::click(int row)
{
    const QRect rect = m_list->visualRect(m_list->model()->index(row, 0));
    QTest::mouseClick(m_list->viewport(), Qt::LeftButton, {}, rect.center());
    m_document->flush();
}

void HistoryDialogTest::listsTheSteps()
{
    QCOMPARE(m_list->model()->rowCount(), 4);
    QCOMPARE(textOf(1), QStringLiteral("Change users to 2"));
    QCOMPARE(textOf(2), QStringLiteral("Change users to 3"));
    QCOMPARE(textOf(3), QStringLiteral("Change weights to INT4"));
    QCOMPARE(m_list->currentIndex().row(), 3);
    QVERIFY(!m_list->accessibleName().isEmpty());
}

void HistoryDialogTest::clickGoesThere()
{
    click(1);
    QCOMPARE(m_document->plan().sequences, std::optional<qint64>(2));
    QVERIFY(m_document->plan().weights.isEmpty());
    QCOMPARE(m_document->resolved().workload.sequences, 2);
    click(0);
    QCOMPARE(m_document->plan(), PlanDocument::startPlan());
    click(3);
    QCOMPARE(m_document->plan().weights, QStringLiteral("int4"));
    QCOMPARE(m_document->undoStack()->count(), 3); // nothing is lost by looking
}

void HistoryDialogTest::keysGoThere()
{
    QVERIFY(m_list->hasFocus());
    QTest::keyClick(m_list, Qt::Key_Up);
    QTest::keyClick(m_list, Qt::Key_Up);
    m_document->flush();
    QCOMPARE(m_document->plan().sequences, std::optional<qint64>(2));
}

void HistoryDialogTest::followsUndo()
{
    (*m_window->actions())[ActionId::Undo]->trigger();
    QCOMPARE(m_list->currentIndex().row(), 2);
    m_document->setContextLength(65536);
    QCOMPARE(m_list->model()->rowCount(), 4);
    QVERIFY(textOf(3).startsWith(QStringLiteral("Change context to 65")));
}

} // namespace plimsoll

QTEST_MAIN(plimsoll::HistoryDialogTest)
#include "tst_historydialog.moc"
