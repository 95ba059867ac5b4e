// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/loadline.h"

#include <QTest>

using namespace plimsoll;

namespace {

DeviceEstimate device(qint64 load, qint64 charged, qint64 budget, qint64 usable, int count = 1)
{
    DeviceEstimate made;
    made.items[Item::Weights] = Bytes(load);
    made.charged = Bytes(charged);
    made.budget = Bytes(budget);
    made.usable = Bytes(usable);
    made.count = count;
    made.headroom = std::min(made.budget - made.charged, made.usable - made.items.total());
    made.fits = made.headroom >= Bytes();
    return made;
}

Estimate estimateOf(std::initializer_list<DeviceEstimate> devices)
{
    Estimate estimate;
    estimate.hasGpus = true;
    estimate.fits = true;
    for (const DeviceEstimate &each : devices) {
        estimate.devices[size_t(estimate.deviceClasses++)] = each;
        estimate.total.add(each.items, each.count);
        estimate.fits = estimate.fits && each.fits;
    }
    return estimate;
}

} // namespace

class TestLoadLine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneDevice_data()
    {
        QTest::addColumn<qint64>("load");
        QTest::addColumn<qint64>("charged");
        QTest::addColumn<qint64>("capacity");
        QTest::newRow("everything counts against the budget") << 50LL << 50LL << 90LL;
        QTest::newRow("four are outside the budget") << 50LL << 46LL << 94LL;
        QTest::newRow("but never more than is usable") << 60LL << 30LL << 100LL;
        QTest::newRow("nothing loaded") << 0LL << 0LL << 90LL;
    }

    void oneDevice()
    {
        QFETCH(qint64, load);
        QFETCH(qint64, charged);
        const DeviceEstimate made = device(load, charged, 90, 100);
        QTEST(deviceCapacity(made).count(), "capacity");
        QCOMPARE(planCapacity(estimateOf({made})), deviceCapacity(made));
    }

    void equalDevicesAddUp() { QCOMPARE(planCapacity(estimateOf({device(50, 50, 90, 100, 4)})).count(), 360); }

    void theFullestRules()
    {
        // 80 + 40 of 90 each: the first is full once the total has grown to 120 * 90 / 80.
        QCOMPARE(planCapacity(estimateOf({device(80, 80, 90, 100), device(40, 40, 90, 100)})).count(), 135);
    }

    void aboveItExactlyWhereItDoesNotFit()
    {
        for (qint64 first = 60; first < 120; ++first) {
            for (qint64 outside : {0, 5, 12}) {
                const Estimate estimate =
                    estimateOf({device(first, first - outside, 90, 100, 2), device(60, 55, 90, 100)});
                QCOMPARE(estimate.total.total() <= planCapacity(estimate), estimate.fits);
            }
        }
    }

    void noGpu()
    {
        Estimate estimate = estimateOf({device(50, 50, 0, 0)});
        estimate.hasGpus = false;
        QCOMPARE(planCapacity(estimate), Bytes());
    }
};

QTEST_APPLESS_MAIN(TestLoadLine)
#include "tst_loadline.moc"
