// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/axisticks.h"

#include <QTest>

#include <cmath>

using namespace plimsoll;

class TestAxisTicks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void step_data()
    {
        QTest::addColumn<double>("value");
        QTest::addColumn<int>("most");
        QTest::addColumn<double>("step");
        QTest::addColumn<int>("intervals");
        QTest::newRow("nothing") << 0.0 << 5 << 1.0 << 1;
        QTest::newRow("not a number") << double(NAN) << 5 << 1.0 << 1;
        QTest::newRow("less than one stays whole") << 0.3 << 5 << 1.0 << 1;
        QTest::newRow("exactly on a tick") << 5.0 << 5 << 1.0 << 5;
        QTest::newRow("just above") << 5.01 << 5 << 2.0 << 3;
        QTest::newRow("no 2.5, it is not whole") << 11.0 << 5 << 5.0 << 3;
        QTest::newRow("but 25") << 101.0 << 5 << 25.0 << 5;
        QTest::newRow("the drawing") << 410.0 << 6 << 100.0 << 5;
        QTest::newRow("one interval") << 3.0 << 1 << 5.0 << 1;
        QTest::newRow("huge") << 8.6e9 << 5 << 2e9 << 5;
    }

    void step()
    {
        QFETCH(double, value);
        QFETCH(int, most);
        const AxisTicks ticks = AxisTicks::covering(value, most);
        QTEST(ticks.step, "step");
        QTEST(ticks.intervals, "intervals");
    }

    void wholeAndCovering()
    {
        for (int most = 1; most <= 8; ++most) {
            for (double value = 0.01; value < 1e10; value *= 1.37) {
                const AxisTicks ticks = AxisTicks::covering(value, most);
                QCOMPARE(ticks.step, std::floor(ticks.step));
                QVERIFY(ticks.step >= 1);
                QVERIFY(ticks.intervals >= 1 && ticks.intervals <= most);
                QVERIFY(ticks.top() >= value);
                QVERIFY2(ticks.intervals == 1 || ticks.step * (ticks.intervals - 1) < value,
                         "the last interval is needed");
            }
        }
    }
};

QTEST_APPLESS_MAIN(TestAxisTicks)
#include "tst_axisticks.moc"
