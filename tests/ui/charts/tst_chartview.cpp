// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/views/sampleanswer.h"
#include "ui/charts/chartregistry.h"
#include "ui/charts/chartview.h"

#include <QApplication>
#include <QSignalSpy>
#include <QTest>

using namespace plimsoll;

class TestChartView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_view = std::make_unique<ChartView>(makeChart(QStringLiteral("precisions")));
        m_view->resize(900, 420);
        const SampleAnswer answer = sampleAnswer();
        m_view->show({answer.plan, answer.estimate, answer.comparison, SizeUnit::GiB});
        m_view->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
    }

    void cleanup() { m_view.reset(); }

    void clickOnAColumn_data()
    {
        QTest::addColumn<int>("column");
        QTest::addColumn<double>("height");
        for (int i = 0; i < 4; ++i) {
            QTest::addRow("column %d on its bar", i) << i << 0.8;
            QTest::addRow("column %d above its bar", i) << i << 0.02;
            QTest::addRow("column %d on its label", i) << i << 0.98;
        }
    }

    void clickOnAColumn()
    {
        QFETCH(int, column);
        QFETCH(double, height);
        QSignalSpy spy(m_view->panel(), &ChartPanel::formatChosen);
        const QRectF area = m_view->panel()->targetRect(column);
        QTest::mouseClick(m_view.get(), Qt::LeftButton, {},
                          QPointF(area.center().x(), area.top() + height * area.height()).toPoint());
        QCOMPARE(spy.count(), 1);
        QCOMPARE(spy.at(0).at(0).toInt(), column);
    }

    void clickBesideDoesNothing()
    {
        QSignalSpy spy(m_view->panel(), &ChartPanel::formatChosen);
        QTest::mouseClick(m_view.get(), Qt::LeftButton, {}, QPoint(5, 5));
        QTest::mouseClick(m_view.get(), Qt::RightButton, {}, m_view->panel()->targetRect(2).center().toPoint());
        // Pressed on one column and let go on another.
        QTest::mousePress(m_view.get(), Qt::LeftButton, {}, m_view->panel()->targetRect(2).center().toPoint());
        QTest::mouseRelease(m_view.get(), Qt::LeftButton, {}, m_view->panel()->targetRect(3).center().toPoint());
        QCOMPARE(spy.count(), 0);
    }

    void keyboard()
    {
        QSignalSpy spy(m_view->panel(), &ChartPanel::formatChosen);
        m_view->setFocus(Qt::TabFocusReason);
        QTest::keyClick(m_view.get(), Qt::Key_Right);
        QTest::keyClick(m_view.get(), Qt::Key_Return);
        QCOMPARE(spy.takeFirst().at(0).toInt(), 2); // the chosen one is FP16
        QTest::keyClick(m_view.get(), Qt::Key_Right);
        QTest::keyClick(m_view.get(), Qt::Key_Right);
        QTest::keyClick(m_view.get(), Qt::Key_Space);
        QCOMPARE(spy.takeFirst().at(0).toInt(), 3);
        for (int i = 0; i < 6; ++i)
            QTest::keyClick(m_view.get(), Qt::Key_Left);
        QTest::keyClick(m_view.get(), Qt::Key_Enter);
        QCOMPARE(spy.takeFirst().at(0).toInt(), 0);
        QVERIFY(m_view->accessibleName().contains(QLatin1String("FP32: 367.9 GiB")));
    }

    void saysItsNumbers()
    {
        QVERIFY(!m_view->accessibleName().isEmpty());
        QCOMPARE(m_view->accessibleDescription(), m_view->panel()->description());
        QVERIFY(m_view->accessibleDescription().contains(QLatin1String("131.5 GiB")));
    }

    void followsThePalette()
    {
        const QColor light = m_view->grab().toImage().pixelColor(3, 3);
        m_view->setPalette(Theme::dark().palette());
        QCOMPARE(light, Theme::light().color(ThemeColor::Panel));
        QCOMPARE(m_view->grab().toImage().pixelColor(3, 3), Theme::dark().color(ThemeColor::Panel));
    }

    void greyedWhenDisabled()
    {
        const QImage before = m_view->grab().toImage();
        m_view->setEnabled(false);
        QVERIFY(m_view->grab().toImage() != before);
        m_view->setEnabled(true);
        QCOMPARE(m_view->grab().toImage(), before);
    }

private:
    std::unique_ptr<ChartView> m_view;
};

QTEST_MAIN(TestChartView)
#include "tst_chartview.moc"
