// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/units/logscale.h"

#include <QTest>

#include <cmath>

namespace plimsoll {

class LogScaleTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyPositionIsItsOwnValue_data();
    void everyPositionIsItsOwnValue();
    void hasTheValuesPeopleUse_data();
    void hasTheValuesPeopleUse();
    void isAboutLogarithmic();
    void takesNearest_data();
    void takesNearest();
    void steps_data();
    void steps();
    void oddRangesAreUsable();
};

void LogScaleTest::everyPositionIsItsOwnValue_data()
{
    QTest::addColumn<LogScale>("scale");
    QTest::newRow("context") << LogScale::binary(1024, 262144);
    QTest::newRow("context to 10 M") << LogScale::binary(1024, 10'000'000);
    QTest::newRow("users") << LogScale::binary(1, 1024);
    QTest::newRow("parameters") << LogScale::decimal(100'000'000, 3'000'000'000'000);
    QTest::newRow("from an odd number") << LogScale::binary(37, 5001);
}

void LogScaleTest::everyPositionIsItsOwnValue()
{
    QFETCH(LogScale, scale);
    for (int position = 0; position <= scale.last(); ++position) {
        QCOMPARE(scale.position(scale.value(position)), position);
        if (position > 0)
            QVERIFY(scale.value(position) > scale.value(position - 1));
    }
}

void LogScaleTest::hasTheValuesPeopleUse_data()
{
    QTest::addColumn<LogScale>("scale");
    QTest::addColumn<QList<qint64>>("values");
    QTest::newRow("context") << LogScale::binary(1024, 262144)
                             << QList<qint64>{1024, 2048, 4096, 8192, 12288, 16384, 32768, 65536, 131072, 262144};
    QTest::newRow("users") << LogScale::binary(1, 1024)
                           << QList<qint64>{1, 2, 3, 5, 7, 8, 10, 16, 24, 32, 64, 128, 256, 1024};
    QTest::newRow("parameters") << LogScale::decimal(100'000'000, 3'000'000'000'000)
                                << QList<qint64>{100'000'000,    500'000'000,     1'000'000'000,    7'000'000'000,
                                                 8'000'000'000,  13'000'000'000,  32'000'000'000,   70'000'000'000,
                                                 72'000'000'000, 400'000'000'000, 1'000'000'000'000};
}

void LogScaleTest::hasTheValuesPeopleUse()
{
    QFETCH(LogScale, scale);
    QFETCH(QList<qint64>, values);
    for (qint64 value : values)
        QCOMPARE(scale.value(scale.position(value)), value);
}

void LogScaleTest::isAboutLogarithmic()
{
    const LogScale scale = LogScale::decimal(100'000'000, 3'000'000'000'000);
    // 0.1 B to 3 T is 4.48 decades: 10 B, two decades up, stands 45 % along.
    const double along = double(scale.position(10'000'000'000)) / scale.last();
    QVERIFY2(std::abs(along - 2 / 4.477) < 0.03, qPrintable(QString::number(along)));
}

void LogScaleTest::takesNearest_data()
{
    QTest::addColumn<qint64>("value");
    QTest::addColumn<qint64>("nearest");
    QTest::newRow("below") << qint64(1) << qint64(1024);
    QTest::newRow("negative") << qint64(-7) << qint64(1024);
    QTest::newRow("above") << qint64(9'000'000'000) << qint64(262144);
    QTest::newRow("just over a stop") << qint64(8200) << qint64(8192);
    QTest::newRow("just under a stop") << qint64(9200) << qint64(9216);
}

void LogScaleTest::takesNearest()
{
    QFETCH(qint64, value);
    QFETCH(qint64, nearest);
    const LogScale scale = LogScale::binary(1024, 262144);
    QCOMPARE(scale.value(scale.position(value)), nearest);
}

void LogScaleTest::steps_data()
{
    QTest::addColumn<qint64>("value");
    QTest::addColumn<int>("by");
    QTest::addColumn<qint64>("expected");
    QTest::newRow("up from a stop") << qint64(8192) << 1 << qint64(9216);
    QTest::newRow("down from a stop") << qint64(8192) << -1 << qint64(7680);
    QTest::newRow("up from between") << qint64(8200) << 1 << qint64(9216);
    QTest::newRow("down from between") << qint64(8200) << -1 << qint64(8192);
    QTest::newRow("an octave") << qint64(8192) << 8 << qint64(16384);
    QTest::newRow("down at the low end") << qint64(1024) << -1 << qint64(1024);
    QTest::newRow("up at the high end") << qint64(262144) << 1 << qint64(262144);
    QTest::newRow("past the high end") << qint64(260000) << 100 << qint64(262144);
    QTest::newRow("up beyond the scale") << qint64(500000) << 1 << qint64(500000);
    QTest::newRow("down from beyond") << qint64(500000) << -1 << qint64(262144);
    QTest::newRow("no step") << qint64(8200) << 0 << qint64(8200);
}

void LogScaleTest::steps()
{
    QFETCH(qint64, value);
    QFETCH(int, by);
    QFETCH(qint64, expected);
    QCOMPARE(LogScale::binary(1024, 262144).stepped(value, by), expected);
}

void LogScaleTest::oddRangesAreUsable()
{
    for (const LogScale &scale : {LogScale::binary(5, 5), LogScale::binary(0, 0), LogScale::binary(10, 3),
                                  LogScale::decimal(1, std::numeric_limits<qint64>::max())}) {
        QVERIFY(scale.positions() >= 2);
        QVERIFY(scale.low() >= 1);
        QVERIFY(scale.high() > scale.low());
    }
}

} // namespace plimsoll

QTEST_GUILESS_MAIN(plimsoll::LogScaleTest)
#include "tst_logscale.moc"
