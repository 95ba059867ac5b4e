// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planning/workloadscales.h"
#include "ui/charts/chartview.h"
#include "ui/charts/speedchart.h"
#include "ui/charts/sweepcharts.h"
#include "ui/mainwindow.h"
#include "ui/plandocument.h"
#include "ui/views/answertabs.h"

#include <QApplication>
#include <QMouseEvent>
#include <QTest>
#include <QUndoStack>

namespace plimsoll {

/// The plan's own point of a chart over a slider, taken by the mouse and by the keyboard in the whole window.
class ChartDragTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void draggingTheContext();
    void draggingTheUsers();
    void draggingTheUsersOfTheSpeed();
    void draggingTheParameters();
    void axisStaysWhileDragged();
    void backWhereItBeganIsNoStep();
    void pressedBesideIsNoDrag();
    void steppedByTheKeyboard();
    void heldKeyIsOneStep();
    void saysHowToMoveIt();
    void curveFollowsThePlan();

private:
    ChartView *open(const char *page);
    template <typename Chart>
    Chart *chart()
    {
        return qobject_cast<Chart *>(m_window->answers()->currentChart()->panel());
    }
    void drag(QPointF from, QPointF to);
    int steps() const { return m_document->undoStack()->count(); }

    std::shared_ptr<const Catalog> m_catalog;
    std::unique_ptr<PlanDocument> m_document;
    std::unique_ptr<MainWindow> m_window;
};

void ChartDragTest::initTestCase()
{
    QApplication::setStyle(QStringLiteral("Fusion"));
    m_catalog = std::make_shared<const Catalog>(Catalog::builtIn());
}

void ChartDragTest::init()
{
    m_document = std::make_unique<PlanDocument>(m_catalog);
    m_window = std::make_unique<MainWindow>(m_document.get());
    m_window->resize(1360, 860);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void ChartDragTest::cleanup()
{
    m_window.reset();
    m_document.reset();
}

ChartView *ChartDragTest::open(const char *page)
{
    m_window->answers()->showPage(QString::fromLatin1(page));
    ChartView *view = m_window->answers()->currentChart();
    [view] { QTRY_VERIFY(!view->panel()->isOutdated()); }();
    return view;
}

/// In four steps, each answered before the next, as a hand does.
void ChartDragTest::drag(QPointF from, QPointF to)
{
    ChartView *view = m_window->answers()->currentChart();
    QTest::mouseMove(view, from.toPoint());
    QCOMPARE(view->cursor().shape(), Qt::SizeHorCursor);
    QTest::mousePress(view, Qt::LeftButton, {}, from.toPoint());
    for (double share : {0.25, 0.5, 0.75, 1.0}) {
        QMouseEvent move(QEvent::MouseMove, from + share * (to - from), view->mapToGlobal(from + share * (to - from)),
                         Qt::NoButton, Qt::LeftButton, {});
        QApplication::sendEvent(view, &move);
        m_document->flush();
    }
    QTest::mouseRelease(view, Qt::LeftButton, {}, to.toPoint());
    m_document->flush();
}

void ChartDragTest::draggingTheContext()
{
    open("context");
    const SweepPicture picture = chart<ContextChart>()->picture();
    QVERIFY(!picture.handle.isNull());
    drag(picture.handle.center(), {picture.xOf(16384), picture.handle.center().y()});
    QCOMPARE(m_document->plan().contextLength, std::optional<qint64>(16384));
    QCOMPARE(steps(), 1);
    QCOMPARE(chart<ContextChart>()->input().current.x, 16384);
    QCOMPARE(chart<ContextChart>()->input().current.items.total(), m_document->estimate().total.total());
    m_document->undoStack()->undo();
    m_document->flush();
    QCOMPARE(m_document->resolved().workload.contextLength, 8192);
}

void ChartDragTest::draggingTheUsers()
{
    open("users");
    const SweepPicture picture = chart<UsersChart>()->picture();
    drag(picture.current, {picture.xOf(4), picture.current.y()}); // by the dot, not by the grip
    QCOMPARE(m_document->plan().sequences, std::optional<qint64>(4));
    QCOMPARE(steps(), 1);
}

void ChartDragTest::draggingTheUsersOfTheSpeed()
{
    open("speed");
    const SpeedPicture picture = chart<SpeedChart>()->picture();
    const SpeedPicture::Plot &plot = picture.plots[SpeedPicture::Total];
    drag(plot.handle.center(), {picture.xOf(plot, 6), plot.handle.center().y()});
    QCOMPARE(m_document->plan().sequences, std::optional<qint64>(6));
    QCOMPARE(steps(), 1);
}

void ChartDragTest::draggingTheParameters()
{
    open("parameters");
    const SweepPicture picture = chart<ParametersChart>()->picture();
    drag(picture.handle.center(), {picture.xOf(13'000'000'000), picture.handle.center().y()});
    QCOMPARE(m_document->plan().model, ModelChoice(FreeSize{13'000'000'000}));
    QCOMPARE(steps(), 1);
    QTRY_COMPARE(chart<ParametersChart>()->input().current.x, 13'000'000'000);
    m_document->undoStack()->undo();
    QCOMPARE(m_document->plan().model, PlanDocument::startPlan().model);
}

void ChartDragTest::axisStaysWhileDragged()
{
    ChartView *view = open("context");
    const SweepPicture before = chart<ContextChart>()->picture();
    const QPointF from = before.handle.center();
    QTest::mousePress(view, Qt::LeftButton, {}, from.toPoint());
    for (qint64 tokens : {qint64(16384), chart<ContextChart>()->input().ends.last}) {
        const QPointF to(before.xOf(tokens), from.y());
        QMouseEvent move(QEvent::MouseMove, to, view->mapToGlobal(to), Qt::NoButton, Qt::LeftButton, {});
        QApplication::sendEvent(view, &move);
        m_document->flush();
        const SweepPicture &now = chart<ContextChart>()->picture();
        QCOMPARE(now.firstLog, before.firstLog);
        QCOMPARE(now.lastLog, before.lastLog);
        QVERIFY(std::abs(now.handle.center().x() - to.x()) < 2);
    }
    QTest::mouseRelease(view, Qt::LeftButton, {}, from.toPoint());
    // As far as the answer asks for again: what is chosen now lies further within.
    QVERIFY(chart<ContextChart>()->picture().lastLog >= before.lastLog);
}

void ChartDragTest::backWhereItBeganIsNoStep()
{
    ChartView *view = open("context");
    const SweepPicture picture = chart<ContextChart>()->picture();
    const QPointF from = picture.handle.center();
    QTest::mousePress(view, Qt::LeftButton, {}, from.toPoint());
    for (const QPointF &to : {from + QPointF(60, 0), from}) {
        QMouseEvent move(QEvent::MouseMove, to, view->mapToGlobal(to), Qt::NoButton, Qt::LeftButton, {});
        QApplication::sendEvent(view, &move);
        m_document->flush();
    }
    QTest::mouseRelease(view, Qt::LeftButton, {}, from.toPoint());
    QCOMPARE(m_document->resolved().workload.contextLength, 8192);
    QCOMPARE(steps(), 0);
}

void ChartDragTest::pressedBesideIsNoDrag()
{
    ChartView *view = open("context");
    const QPointF from = chart<ContextChart>()->picture().handle.center() + QPointF(40, -30);
    QTest::mousePress(view, Qt::LeftButton, {}, from.toPoint());
    const QPointF to = from + QPointF(80, 0);
    QMouseEvent move(QEvent::MouseMove, to, view->mapToGlobal(to), Qt::NoButton, Qt::LeftButton, {});
    QApplication::sendEvent(view, &move);
    QTest::mouseRelease(view, Qt::LeftButton, {}, to.toPoint());
    QCOMPARE(steps(), 0);
}

void ChartDragTest::steppedByTheKeyboard()
{
    ChartView *view = open("context");
    view->setFocus(Qt::TabFocusReason);
    const LogScale scale = contextScale(m_document->resolved().model->contextLimit);
    QTest::keyClick(view, Qt::Key_Right, Qt::ShiftModifier);
    m_document->flush();
    QCOMPARE(m_document->plan().contextLength, std::optional<qint64>(scale.stepped(8192, 1)));
    QTest::keyClick(view, Qt::Key_Left, Qt::ShiftModifier);
    QTest::keyClick(view, Qt::Key_Left, Qt::ShiftModifier);
    m_document->flush();
    QCOMPARE(m_document->plan().contextLength, std::optional<qint64>(scale.stepped(8192, -1)));
    QCOMPARE(steps(), 3);
    QCOMPARE(view->currentTarget(), view->panel()->chosenTarget()); // and is read aloud
    QVERIFY2(view->accessibleName().contains(QStringLiteral("7,680")), qPrintable(view->accessibleName()));
}

void ChartDragTest::heldKeyIsOneStep()
{
    ChartView *view = open("users");
    view->setFocus(Qt::TabFocusReason);
    for (int i = 0; i < 5; ++i) {
        QKeyEvent press(QEvent::KeyPress, Qt::Key_Right, Qt::ShiftModifier, QString(), i > 0);
        QApplication::sendEvent(view, &press);
        m_document->flush();
    }
    QKeyEvent release(QEvent::KeyRelease, Qt::Key_Right, Qt::ShiftModifier);
    QApplication::sendEvent(view, &release);
    QCOMPARE(m_document->plan().sequences, std::optional<qint64>(6));
    QCOMPARE(steps(), 1);
}

void ChartDragTest::saysHowToMoveIt()
{
    for (const char *page : {"context", "users", "parameters", "speed"}) {
        ChartView *view = open(page);
        QVERIFY2(view->accessibleDescription().contains(QStringLiteral("Shift+Right")), page);
    }
    QVERIFY(!open("precisions")->accessibleDescription().contains(QStringLiteral("Shift+Right")));
}

/// What is on its way is never taken for what was asked before.
void ChartDragTest::curveFollowsThePlan()
{
    ChartView *view = open("parameters");
    m_document->setWeights(QStringLiteral("fp32"));
    m_document->flush();
    m_document->setWeights(QStringLiteral("int4"));
    m_document->flush();
    QVERIFY(view->panel()->isOutdated());
    QTRY_VERIFY(!view->panel()->isOutdated());
    const SweepInput &shown = chart<ParametersChart>()->input();
    const SweepInput fresh = parametersSweep({m_document->resolved(), m_document->estimate(), m_document->comparison(),
                                              SizeUnit::GiB, nullptr, m_catalog.get()});
    QCOMPARE(shown.points.size(), fresh.points.size());
    for (size_t i = 0; i < fresh.points.size(); ++i)
        QCOMPARE(shown.points[i].items.total(), fresh.points[i].items.total());
    QCOMPARE(shown.description(), fresh.description());
    QCOMPARE(view->accessibleDescription(), fresh.description() + QLatin1Char(' ') + view->panel()->handleHint());
}

} // namespace plimsoll

QTEST_MAIN(plimsoll::ChartDragTest)
#include "tst_chartdrag.moc"
