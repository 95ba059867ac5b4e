// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/controls/fieldslider.h"

#include "core/units/quantity.h"
#include "core/units/sizeformat.h"
#include "ui/controls/slider.h"

#include <QAccessible>
#include <QLabel>
#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>

namespace plimsoll {

namespace {

std::unique_ptr<FieldSlider> contextSlider()
{
    auto slider = std::make_unique<FieldSlider>(QStringLiteral("&Context"), QStringLiteral("Context"));
    slider->setUnit(QStringLiteral("tokens"));
    slider->setScale(LogScale::binary(1024, 262144));
    slider->setWording([](const QString &text) { return parseTokens(text, QStringLiteral("Context")); },
                       [](qint64 value) { return formatCount(value); },
                       [](qint64 value) -> QString { return formatCount(value) + QStringLiteral(" tokens"); });
    slider->setValue(8192);
    slider->resize(300, slider->sizeHint().height());
    slider->show();
    slider->activateWindow();
    return slider;
}

} // namespace

class FieldSliderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsWhatCodeSets();
    void codeIsNoEdit();
    void draggingEditsAndSnaps();
    void clickOnTheGrooveMovesThere();
    void dragIsOneGesture();
    void keysStep_data();
    void keysStep();
    void heldKeyIsOneGesture();
    void wheelNeedsFocus();
    void assistiveProgramsEdit();
    void valuesBetweenAndBeyondStopsStay();
    void saysItsValue();
    void mnemonicReachesTheField();
};

void FieldSliderTest::showsWhatCodeSets()
{
    const auto slider = contextSlider();
    QCOMPARE(slider->field()->text(), QStringLiteral("8,192"));
    QCOMPARE(slider->slider()->value(), slider->scale().position(8192));
    slider->setValue(131072);
    QCOMPARE(slider->field()->text(), QStringLiteral("131,072"));
    QCOMPARE(slider->slider()->value(), slider->scale().position(131072));
}

void FieldSliderTest::codeIsNoEdit()
{
    const auto slider = contextSlider();
    QSignalSpy edited(slider.get(), &FieldSlider::valueEdited);
    slider->setValue(16384);
    slider->setValue(16385);
    slider->setScale(LogScale::binary(1024, 2048));
    slider->setScale(LogScale::binary(1024, 10'000'000));
    QCOMPARE(edited.count(), 0);
    QCOMPARE(slider->value(), 16385);
}

void FieldSliderTest::draggingEditsAndSnaps()
{
    const auto slider = contextSlider();
    QSignalSpy edited(slider.get(), &FieldSlider::valueEdited);
    Slider *bar = slider->slider();
    const int y = bar->height() / 2;
    const int from = bar->handleCentre(bar->value());
    const int to = bar->handleCentre(slider->scale().position(65536));
    QTest::mousePress(bar, Qt::LeftButton, {}, QPoint(from, y));
    for (int x = from; x <= to; x += 3)
        QTest::mouseMove(bar, QPoint(x, y));
    QTest::mouseMove(bar, QPoint(to, y));
    QTest::mouseRelease(bar, Qt::LeftButton, {}, QPoint(to, y));
    QVERIFY(edited.count() > 3);
    QCOMPARE(slider->value(), 65536);
    QCOMPARE(slider->field()->text(), QStringLiteral("65,536"));
    for (const QList<QVariant> &edit : edited)
        QCOMPARE(edit.front().toLongLong() % 128, 0);
}

void FieldSliderTest::clickOnTheGrooveMovesThere()
{
    const auto slider = contextSlider();
    Slider *bar = slider->slider();
    const int x = bar->handleCentre(slider->scale().position(131072));
    QTest::mouseClick(bar, Qt::LeftButton, {}, QPoint(x, bar->height() / 2));
    QCOMPARE(slider->value(), 131072);
}

void FieldSliderTest::dragIsOneGesture()
{
    const auto slider = contextSlider();
    QStringList order;
    connect(slider.get(), &FieldSlider::dragStarted, this, [&] { order += QStringLiteral("start"); });
    connect(slider.get(), &FieldSlider::valueEdited, this, [&] { order += QStringLiteral("edit"); });
    connect(slider.get(), &FieldSlider::dragFinished, this, [&] { order += QStringLiteral("finish"); });
    Slider *bar = slider->slider();
    const int y = bar->height() / 2;
    QTest::mousePress(bar, Qt::LeftButton, {}, QPoint(bar->handleCentre(bar->maximum()), y));
    QTest::mouseMove(bar, QPoint(bar->handleCentre(3), y));
    QTest::mouseRelease(bar, Qt::LeftButton, {}, QPoint(bar->handleCentre(3), y));
    QCOMPARE(order, QStringList({QStringLiteral("start"), QStringLiteral("edit"), QStringLiteral("edit"),
                                 QStringLiteral("finish")}));
}

void FieldSliderTest::keysStep_data()
{
    QTest::addColumn<Qt::Key>("key");
    QTest::addColumn<qint64>("value");
    QTest::newRow("Right") << Qt::Key_Right << qint64(9216);
    QTest::newRow("Left") << Qt::Key_Left << qint64(7680);
    QTest::newRow("Up") << Qt::Key_Up << qint64(9216);
    QTest::newRow("Down") << Qt::Key_Down << qint64(7680);
    QTest::newRow("Home") << Qt::Key_Home << qint64(1024);
    QTest::newRow("End") << Qt::Key_End << qint64(262144);
}

void FieldSliderTest::keysStep()
{
    QFETCH(Qt::Key, key);
    QFETCH(qint64, value);
    const auto slider = contextSlider();
    QSignalSpy edited(slider.get(), &FieldSlider::valueEdited);
    QTest::keyClick(slider->slider(), key);
    QCOMPARE(edited.count(), 1);
    QCOMPARE(slider->value(), value);
    const qint64 before = slider->value();
    QTest::keyClick(slider->slider(), value > 8192 ? Qt::Key_PageDown : Qt::Key_PageUp);
    QVERIFY(slider->value() != before);
}

void FieldSliderTest::heldKeyIsOneGesture()
{
    const auto slider = contextSlider();
    QSignalSpy started(slider.get(), &FieldSlider::dragStarted);
    QSignalSpy finished(slider.get(), &FieldSlider::dragFinished);
    QSignalSpy edited(slider.get(), &FieldSlider::valueEdited);
    QTest::keyPress(slider->slider(), Qt::Key_Right);
    QTest::keyPress(slider->slider(), Qt::Key_Right);
    QTest::keyPress(slider->slider(), Qt::Key_Right);
    QCOMPARE(finished.count(), 0);
    QTest::keyRelease(slider->slider(), Qt::Key_Right);
    QCOMPARE(started.count(), 1);
    QCOMPARE(edited.count(), 3);
    QCOMPARE(finished.count(), 1);
}

void FieldSliderTest::wheelNeedsFocus()
{
    const auto slider = contextSlider();
    QVERIFY(QTest::qWaitForWindowActive(slider.get()));
    const QPointF middle = slider->slider()->rect().center();
    const auto turn = [&] {
        QWheelEvent event(middle, slider->slider()->mapToGlobal(middle), {}, {0, 120}, Qt::NoButton, Qt::NoModifier,
                          Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(slider->slider(), &event);
    };
    slider->field()->setFocus();
    turn();
    QCOMPARE(slider->value(), 8192);
    slider->slider()->setFocus();
    turn();
    QVERIFY(slider->value() > 8192);
}

void FieldSliderTest::assistiveProgramsEdit()
{
    const auto slider = contextSlider();
    QSignalSpy edited(slider.get(), &FieldSlider::valueEdited);
    QAccessibleInterface *bar = QAccessible::queryAccessibleInterface(slider->slider());
    QVERIFY(bar && bar->valueInterface());
    bar->valueInterface()->setCurrentValue(slider->scale().position(4096));
    QCOMPARE(edited.count(), 1);
    QCOMPARE(slider->value(), 4096);

    QAccessibleInterface *field = QAccessible::queryAccessibleInterface(slider->field());
    QVERIFY(field);
    field->setText(QAccessible::Value, QStringLiteral("32k"));
    QCOMPARE(edited.count(), 2);
    QCOMPARE(slider->value(), 32768);
}

void FieldSliderTest::valuesBetweenAndBeyondStopsStay()
{
    const auto slider = contextSlider();
    QSignalSpy edited(slider.get(), &FieldSlider::valueEdited);
    for (qint64 value : {qint64(8193), qint64(1), qint64(3'000'000)}) {
        slider->setValue(value);
        QCOMPARE(slider->value(), value);
        QCOMPARE(slider->field()->text(), formatCount(value));
    }
    QCOMPARE(edited.count(), 0);
}

void FieldSliderTest::saysItsValue()
{
    const auto slider = contextSlider();
    QCOMPARE(slider->slider()->accessibleDescription(), QStringLiteral("8,192 tokens"));
    QVERIFY(slider->slider()->accessibleName().contains(QStringLiteral("Context")));
    QCOMPARE(slider->field()->accessibleName(), QStringLiteral("Context"));
    QTest::keyClick(slider->slider(), Qt::Key_Home);
    QCOMPARE(slider->slider()->accessibleDescription(), QStringLiteral("1,024 tokens"));
}

void FieldSliderTest::mnemonicReachesTheField()
{
    const auto slider = contextSlider();
    QCOMPARE(slider->findChild<QLabel *>()->buddy(), slider->field());
}

} // namespace plimsoll

QTEST_MAIN(plimsoll::FieldSliderTest)
#include "tst_fieldslider.moc"
