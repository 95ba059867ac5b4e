// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/controls/precisionslider.h"

#include "ui/controls/slider.h"

#include <QAccessible>
#include <QSignalSpy>
#include <QTest>

namespace plimsoll {

class PrecisionSliderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void codeIsNoEdit();
    void draggingSnapsToStops();
    void keysStepFromStopToStop();
    void keysLeaveBetween_data();
    void keysLeaveBetween();
    void clickOnALabelChoosesIt();
    void betweenStandsByItsBits();
    void assistiveProgramsEdit();
    void saysWhatAStopMeans();
};

void PrecisionSliderTest::codeIsNoEdit()
{
    PrecisionSlider slider;
    QSignalSpy edited(&slider, &PrecisionSlider::stopEdited);
    slider.setStop(3);
    slider.setBetween(6.5);
    slider.setStop(0);
    QCOMPARE(edited.count(), 0);
    QCOMPARE(slider.stop(), 0);
}

void PrecisionSliderTest::draggingSnapsToStops()
{
    PrecisionSlider slider;
    slider.resize(300, slider.sizeHint().height());
    slider.show();
    QSignalSpy edited(&slider, &PrecisionSlider::stopEdited);
    QSignalSpy finished(&slider, &PrecisionSlider::dragFinished);
    Slider *bar = slider.slider();
    const int y = bar->height() / 2;
    const int from = bar->handleCentre(bar->value());
    const int to = bar->handleCentre(bar->maximum());
    QTest::mousePress(bar, Qt::LeftButton, {}, QPoint(from, y));
    for (int x = from; x <= to; x += 4) {
        QTest::mouseMove(bar, QPoint(x, y));
        QCOMPARE(bar->value() % (bar->maximum() / 3), 0);
    }
    QTest::mouseMove(bar, QPoint(to, y));
    QTest::mouseRelease(bar, Qt::LeftButton, {}, QPoint(to, y));
    QCOMPARE(edited.count(), 2);
    QCOMPARE(edited[0].front().toInt(), 2);
    QCOMPARE(edited[1].front().toInt(), 3);
    QCOMPARE(finished.count(), 1);
}

void PrecisionSliderTest::keysStepFromStopToStop()
{
    PrecisionSlider slider;
    slider.show();
    QTest::keyClick(slider.slider(), Qt::Key_Right);
    QCOMPARE(slider.stop(), 2);
    QTest::keyClick(slider.slider(), Qt::Key_End);
    QCOMPARE(slider.stop(), 3);
    QTest::keyClick(slider.slider(), Qt::Key_Right);
    QCOMPARE(slider.stop(), 3);
    QTest::keyClick(slider.slider(), Qt::Key_Home);
    QCOMPARE(slider.stop(), 0);
    QTest::keyClick(slider.slider(), Qt::Key_PageUp);
    QCOMPARE(slider.stop(), 1);
}

void PrecisionSliderTest::keysLeaveBetween_data()
{
    QTest::addColumn<double>("bits");
    QTest::addColumn<Qt::Key>("key");
    QTest::addColumn<int>("stop");
    QTest::newRow("6.56 bits, to fewer") << 6.5625 << Qt::Key_Right << 3;
    QTest::newRow("6.56 bits, to more") << 6.5625 << Qt::Key_Left << 1;
    QTest::newRow("8.5 bits, to fewer") << 8.5 << Qt::Key_Right << 3;
    QTest::newRow("2.6 bits, to more") << 2.625 << Qt::Key_Left << 2;
}

void PrecisionSliderTest::keysLeaveBetween()
{
    QFETCH(double, bits);
    QFETCH(Qt::Key, key);
    QFETCH(int, stop);
    PrecisionSlider slider;
    slider.show();
    slider.setBetween(bits);
    QCOMPARE(slider.stop(), -1);
    QSignalSpy edited(&slider, &PrecisionSlider::stopEdited);
    QTest::keyClick(slider.slider(), key);
    QCOMPARE(edited.count(), 1);
    QCOMPARE(slider.stop(), stop);
}

void PrecisionSliderTest::clickOnALabelChoosesIt()
{
    PrecisionSlider slider;
    slider.resize(300, slider.sizeHint().height());
    slider.show();
    QTest::mouseClick(&slider, Qt::LeftButton, {}, QPoint(slider.width() - 10, slider.height() - 4));
    QCOMPARE(slider.stop(), 3);
    QTest::mouseClick(&slider, Qt::LeftButton, {}, QPoint(10, slider.height() - 4));
    QCOMPARE(slider.stop(), 0);
}

void PrecisionSliderTest::betweenStandsByItsBits()
{
    PrecisionSlider slider;
    slider.setBetween(6);
    const int sixBits = slider.slider()->value();
    slider.setStop(2);
    QVERIFY(sixBits > slider.slider()->value());
    slider.setStop(3);
    QVERIFY(sixBits < slider.slider()->value());
    slider.setBetween(1.5);
    QCOMPARE(slider.slider()->value(), slider.slider()->maximum());
    QVERIFY(slider.slider()->accessibleDescription().contains(QStringLiteral("1.5")));
}

void PrecisionSliderTest::assistiveProgramsEdit()
{
    PrecisionSlider slider;
    QSignalSpy edited(&slider, &PrecisionSlider::stopEdited);
    QAccessibleInterface *bar = QAccessible::queryAccessibleInterface(slider.slider());
    QVERIFY(bar && bar->valueInterface());
    bar->valueInterface()->setCurrentValue(slider.slider()->maximum());
    QCOMPARE(edited.count(), 1);
    QCOMPARE(slider.stop(), 3);
}

void PrecisionSliderTest::saysWhatAStopMeans()
{
    PrecisionSlider slider;
    slider.setMeanings(
        {QStringLiteral("FP32"), QStringLiteral("BF16"), QStringLiteral("W8A8"), QStringLiteral("W4A16")});
    slider.setStop(3);
    QVERIFY(slider.slider()->accessibleDescription().contains(QStringLiteral("INT4")));
    QVERIFY(slider.slider()->accessibleDescription().contains(QStringLiteral("W4A16")));
}

} // namespace plimsoll

QTEST_MAIN(plimsoll::PrecisionSliderTest)
#include "tst_precisionslider.moc"
