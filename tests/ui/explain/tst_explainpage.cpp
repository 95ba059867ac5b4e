// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/actions.h"
#include "ui/charts/chartview.h"
#include "ui/controls/menubutton.h"
#include "ui/explain/explainpage.h"
#include "ui/explain/explainview.h"
#include "ui/mainwindow.h"
#include "ui/plandocument.h"
#include "ui/views/answertabs.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMenu>
#include <QScrollBar>
#include <QTabBar>
#include <QTest>

namespace plimsoll {

class ExplainPageTest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<PlanDocument> m_document;
    std::unique_ptr<MainWindow> m_window;
    ExplainView *m_view = nullptr;

private Q_SLOTS:
    void init()
    {
        m_document = std::make_unique<PlanDocument>(std::make_shared<const Catalog>(Catalog::builtIn()));
        m_window = std::make_unique<MainWindow>(m_document.get());
        m_window->resize(1024, 700);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        m_document->flush();
        QVERIFY(m_window->answers()->showPage(QStringLiteral("explain")));
        m_view = m_window->answers()->explanation();
    }

    void cleanup()
    {
        m_window.reset();
        m_document.reset();
    }

    void chartStandsAboveTheText()
    {
        ChartView *chart = m_view->chart();
        QVERIFY(chart->isVisible());
        QCOMPARE(chart->pos(), QPoint(0, 0));
        QCOMPARE(chart->width(), m_view->viewport()->width());
        QTextCursor first(m_view->document());
        QVERIFY(m_view->cursorRect(first).top() >= chart->height());
        QVERIFY(m_view->verticalScrollBar()->maximum() > 0);
    }

    void opensAtTheTop()
    {
        for (const QSize &size : {QSize(1024, 640), QSize(1360, 860)}) {
            MainWindow window(m_document.get());
            window.answers()->showPage(QStringLiteral("explain"));
            window.resize(size);
            window.show();
            QVERIFY(QTest::qWaitForWindowExposed(&window));
            QTRY_VERIFY(window.answers()->explanation()->verticalScrollBar()->maximum() > 0);
            QCOMPARE(window.answers()->explanation()->chart()->y(), 0);
        }
    }

    void bothScrollTogether()
    {
        m_view->verticalScrollBar()->setValue(120);
        QCOMPARE(m_view->chart()->y(), -120);
        // A number that changes moves nothing.
        m_document->setSequences(7);
        m_document->flush();
        QCOMPARE(m_view->verticalScrollBar()->value(), 120);
        QCOMPARE(m_view->chart()->y(), -120);
        m_window->resize(1360, 860);
        QTRY_COMPARE(m_view->chart()->width(), m_view->viewport()->width());
        QCOMPARE(m_view->chart()->y(), -m_view->verticalScrollBar()->value());
    }

    void aStepLeadsToItsExplanation()
    {
        ChartView *chart = m_view->chart();
        m_window->answers()->bar()->setFocus(Qt::TabFocusReason);
        for (int i = 0; i < 3; ++i)
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        QCOMPARE(QApplication::focusWidget(), chart);
        QTest::keyClick(chart, Qt::Key_End); // the answer
        QVERIFY(chart->accessibleName().contains(QStringLiteral("The answer")));
        const QRect row = chart->panel()->targetRect(chart->panel()->targetCount() - 1).toRect();
        QVERIFY(m_view->viewport()->rect().contains(row.translated(chart->pos())));
        QTest::keyClick(chart, Qt::Key_Return);
        QVERIFY(m_view->verticalScrollBar()->value() > chart->height() - m_view->viewport()->height());
        QTest::keyClick(chart, Qt::Key_Home);
        QCOMPARE(m_view->verticalScrollBar()->value() > 0, chart->y() < 0);
        QVERIFY(chart->accessibleName().contains(QStringLiteral("Rule of thumb")));
        QTest::keyClick(chart, Qt::Key_Down);
        QVERIFY(chart->accessibleName().contains(QStringLiteral("20 %")));
        QTest::keyClick(chart, Qt::Key_Up);
        QVERIFY(chart->accessibleName().contains(QStringLiteral("Rule of thumb")));
    }

    void copiesByTheMenu_data()
    {
        QTest::addColumn<int>("entry");
        QTest::addColumn<QString>("begins");
        QTest::newRow("Markdown") << 0 << "# Llama 3.1 8B";
        QTest::newRow("LaTeX") << 1 << "\\section*{Llama 3.1 8B";
        QTest::newRow("plain text") << 2 << "Llama 3.1 8B";
    }

    void copiesByTheMenu()
    {
        QFETCH(int, entry);
        QFETCH(QString, begins);
        QGuiApplication::clipboard()->clear();
        QMenu *menu = m_window->answers()->explainPage()->copyButton()->menu();
        QCOMPARE(menu->actions().size(), 3);
        menu->popup(m_window->mapToGlobal(QPoint(500, 300)));
        QTest::mouseClick(menu, Qt::LeftButton, {}, menu->actionGeometry(menu->actions().at(entry)).center());
        const QString copied = QGuiApplication::clipboard()->text();
        QVERIFY2(copied.startsWith(begins), qPrintable(copied.left(60)));
        QVERIFY(copied.contains(QStringLiteral("8,030,261,248")));
    }

    void theFigureOfThePageIsTheWaterfall()
    {
        (*m_window->actions())[ActionId::CopyFigure]->trigger();
        const QImage waterfall = QGuiApplication::clipboard()->image();
        m_window->answers()->showPage(QStringLiteral("precisions"));
        (*m_window->actions())[ActionId::CopyFigure]->trigger();
        QVERIFY(!waterfall.isNull());
        QVERIFY(waterfall != QGuiApplication::clipboard()->image());
    }
};

} // namespace plimsoll

QTEST_MAIN(plimsoll::ExplainPageTest)
#include "tst_explainpage.moc"
