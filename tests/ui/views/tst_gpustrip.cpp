// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/views/sampleanswer.h"
#include "ui/theme.h"
#include "ui/views/gpustrip.h"

#include <QTest>

using namespace plimsoll;

namespace {

void set(GpuStrip &strip, const SampleAnswer &answer)
{
    strip.show(answer.plan, answer.estimate, answer.comparison, SizeUnit::GiB);
}

SampleAnswer onGpus(int gpus)
{
    SampleShape shape;
    shape.gib[1] = {100, 40, 0, 5, 0, 5, 0};
    shape.gpus = gpus;
    return makeAnswer(shape);
}

} // namespace

class TestGpuStrip : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void shownAndHidden_data()
    {
        QTest::addColumn<int>("gpus");
        QTest::addColumn<int>("shown");
        QTest::addColumn<int>("hidden");
        QTest::newRow("none") << 0 << 0 << 0;
        QTest::newRow("one") << 1 << 1 << 0;
        QTest::newRow("eight") << 8 << 8 << 0;
        QTest::newRow("nine") << 9 << 8 << 1;
        QTest::newRow("1024") << 1024 << 8 << 1016;
    }

    void shownAndHidden()
    {
        QFETCH(int, gpus);
        GpuStrip strip;
        set(strip, onGpus(gpus));
        QTEST(strip.shown(), "shown");
        QTEST(strip.hidden(), "hidden");
    }

    void severalKindsOfRank()
    {
        SampleAnswer answer = onGpus(6);
        answer.estimate.deviceClasses = 2;
        answer.estimate.devices[1] = answer.estimate.devices[0];
        GpuStrip strip;
        set(strip, answer);
        QCOMPARE(strip.shown(), 8);
        QCOMPARE(strip.hidden(), 4);
    }

    void saysItsNumbers()
    {
        GpuStrip strip;
        set(strip, sampleAnswer());
        QVERIFY(!strip.accessibleName().isEmpty());
        for (const char *part : {"4", "H100 SXM 80 GB", "58.8 GiB", "79.2 GiB", "71.3 GiB", "12.5"})
            QVERIFY2(strip.accessibleDescription().contains(QLatin1String(part)),
                     qPrintable(strip.accessibleDescription()));
        set(strip, sampleWithoutGpu());
        QCOMPARE(strip.accessibleDescription(), QStringLiteral("No GPU chosen"));
    }

    void wrapsInANarrowPanel()
    {
        GpuStrip strip;
        set(strip, onGpus(8));
        QVERIFY(strip.heightForWidth(120) > strip.heightForWidth(1200));
    }

    void filledToItsLoad_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::newRow("light") << false;
        QTest::newRow("dark") << true;
    }

    void filledToItsLoad()
    {
        QFETCH(bool, dark);
        const Theme theme = dark ? Theme::dark() : Theme::light();
        GpuStrip strip;
        strip.setPalette(theme.palette());
        SampleShape shape;
        shape.gib[1] = {40, 0, 0, 0, 0, 0, 0};
        shape.gpus = 1;
        set(strip, makeAnswer(shape));
        strip.resize(200, strip.heightForWidth(200));
        const QImage image = strip.grab().toImage();
        int filled = 0, empty = 0;
        for (int y = 0; y < image.height(); ++y) {
            filled += image.pixelColor(20, y) == theme.itemFill(Item::Weights);
            empty += image.pixelColor(20, y) == theme.color(ThemeColor::Window);
        }
        QVERIFY(filled > 10);
        QVERIFY(empty > 10);
        // 40 of 79.2 GiB: the figure and the overhang below and above the box are window-coloured too.
        QVERIFY(std::abs(filled - 0.505 * (strip.height() - 0.16 * strip.height() - 20)) < 8);
    }
};

QTEST_MAIN(TestGpuStrip)
#include "tst_gpustrip.moc"
