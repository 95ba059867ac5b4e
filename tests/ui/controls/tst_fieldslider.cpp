// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/controls/fieldslider.h"

#include "core/units/quantity.h"
#include "core/units/sizeformat.h"
#include "ui/controls/problemlabel.h"
#include "ui/controls/slider.h"

#include <QAccessible>
#include <QInputMethodEvent>
#include <QLabel>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>
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

void type(QuantityField *field, const QString &text)
{
    field->setFocus();
    field->selectAll();
    const bool ascii = std::all_of(text.begin(), text.end(), [](QChar c) { return c.unicode() < 128; });
    if (ascii) {
        QTest::keyClicks(field, text);
        return;
    }
    QInputMethodEvent event; // as an input method commits it
    event.setCommitString(text);
    QCoreApplication::sendEvent(field, &event);
}

QString problemOf(const FieldSlider &slider)
{
    return slider.findChild<ProblemLabel *>()->text();
}

} // namespace

class FieldSliderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsWhatCodeSets();
    void codeIsNoEdit();
    void typedTextIsRead_data();
    void typedTextIsRead();
    void badTextStaysAndSaysWhy_data();
    void badTextStaysAndSaysWhy();
    void problemGoesWithTheNextGoodText();
    void escapeTakesTheValueBack();
    void leavingTheFieldCommits();
    void typingIsNotLostToTheSameValue();
    void anotherValueReplacesTyping();
    void draggingEditsAndSnaps();
    void clickOnTheGrooveMovesThere();
    void dragIsOneGesture();
    void keysStep_data();
    void keysStep();
    void heldKeyIsOneGesture();
    void fieldKeysStep();
    void wheelNeedsFocus();
    void assistiveProgramsEdit();
    void valuesBetweenAndBeyondStopsStay();
    void saysItsValue();
    void mnemonicReachesTheField();
    void readsWhatTheLocaleWrites_data();
    void readsWhatTheLocaleWrites();
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

void FieldSliderTest::typedTextIsRead_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("value");
    QTest::newRow("plain") << "4096" << qint64(4096);
    QTest::newRow("k is 1024") << "128k" << qint64(131072);
    QTest::newRow("M") << "1M" << qint64(1048576);
    QTest::newRow("grouped by commas") << "32,768" << qint64(32768);
    QTest::newRow("grouped by spaces") << "32 768" << qint64(32768);
    QTest::newRow("exponent") << "1e5" << qint64(100000);
    QTest::newRow("below the slider") << "7" << qint64(7);
    QTest::newRow("beyond the slider") << "5M" << qint64(5 * 1048576);
}

void FieldSliderTest::typedTextIsRead()
{
    QFETCH(QString, text);
    QFETCH(qint64, value);
    const auto slider = contextSlider();
    QSignalSpy edited(slider.get(), &FieldSlider::valueEdited);
    type(slider->field(), text);
    QCOMPARE(edited.count(), 0);
    QTest::keyClick(slider->field(), Qt::Key_Return);
    QCOMPARE(edited.count(), 1);
    QCOMPARE(edited.front().front().toLongLong(), value);
    QCOMPARE(slider->value(), value);
    QCOMPARE(slider->field()->text(), formatCount(value));
    QVERIFY(problemOf(*slider).isEmpty());
    QTest::keyClick(slider->field(), Qt::Key_Return);
    QCOMPARE(edited.count(), 1);
}

void FieldSliderTest::badTextStaysAndSaysWhy_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("letters") << "abc";
    QTest::newRow("full-width digits") << QStringLiteral("\uff11\uff12\uff18");
    QTest::newRow("negative") << "-5";
    QTest::newRow("zero") << "0";
    QTest::newRow("too large") << "99999999999999999999";
    QTest::newRow("infinite") << "1e999";
    QTest::newRow("not a number") << "nan";
    QTest::newRow("badly grouped") << "1,2,3";
    QTest::newRow("half a token") << "0.5";
    QTest::newRow("spaces only") << "   ";
}

void FieldSliderTest::badTextStaysAndSaysWhy()
{
    QFETCH(QString, text);
    const auto slider = contextSlider();
    QSignalSpy edited(slider.get(), &FieldSlider::valueEdited);
    type(slider->field(), text);
    QTest::keyClick(slider->field(), Qt::Key_Return);
    QCOMPARE(edited.count(), 0);
    QCOMPARE(slider->value(), 8192);
    QCOMPARE(slider->field()->text(), text);
    QVERIFY(!problemOf(*slider).isEmpty());
    QVERIFY(slider->findChild<ProblemLabel *>()->isVisible());
    QCOMPARE(slider->field()->accessibleDescription(), slider->field()->problem());
    // The same value from the document takes nothing away.
    slider->setValue(8192);
    QCOMPARE(slider->field()->text(), text);
}

void FieldSliderTest::problemGoesWithTheNextGoodText()
{
    const auto slider = contextSlider();
    type(slider->field(), QStringLiteral("abc"));
    QTest::keyClick(slider->field(), Qt::Key_Return);
    QVERIFY(slider->findChild<ProblemLabel *>()->isVisible());
    type(slider->field(), QStringLiteral("2k"));
    QVERIFY(!slider->findChild<ProblemLabel *>()->isVisible());
    QTest::keyClick(slider->field(), Qt::Key_Return);
    QCOMPARE(slider->value(), 2048);
}

void FieldSliderTest::escapeTakesTheValueBack()
{
    const auto slider = contextSlider();
    type(slider->field(), QStringLiteral("abc"));
    QTest::keyClick(slider->field(), Qt::Key_Return);
    QTest::keyClick(slider->field(), Qt::Key_Escape);
    QCOMPARE(slider->field()->text(), QStringLiteral("8,192"));
    QVERIFY(problemOf(*slider).isEmpty());
}

void FieldSliderTest::leavingTheFieldCommits()
{
    const auto slider = contextSlider();
    QVERIFY(QTest::qWaitForWindowActive(slider.get()));
    QSignalSpy edited(slider.get(), &FieldSlider::valueEdited);
    type(slider->field(), QStringLiteral("64k"));
    QTest::keyClick(slider->field(), Qt::Key_Tab);
    QCOMPARE(edited.count(), 1);
    QCOMPARE(slider->value(), 65536);
    QVERIFY(slider->slider()->hasFocus());
}

void FieldSliderTest::typingIsNotLostToTheSameValue()
{
    const auto slider = contextSlider();
    type(slider->field(), QStringLiteral("12"));
    slider->setValue(8192);
    QCOMPARE(slider->field()->text(), QStringLiteral("12"));
}

void FieldSliderTest::anotherValueReplacesTyping()
{
    const auto slider = contextSlider();
    type(slider->field(), QStringLiteral("abc"));
    QTest::keyClick(slider->field(), Qt::Key_Return);
    slider->setValue(4096); // as undo does
    QCOMPARE(slider->field()->text(), QStringLiteral("4,096"));
    QVERIFY(problemOf(*slider).isEmpty());
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

void FieldSliderTest::fieldKeysStep()
{
    const auto slider = contextSlider();
    QTest::keyClick(slider->field(), Qt::Key_Up);
    QCOMPARE(slider->value(), 9216);
    QTest::keyClick(slider->field(), Qt::Key_Down);
    QTest::keyClick(slider->field(), Qt::Key_Down);
    QCOMPARE(slider->value(), 7680);
    QTest::keyClick(slider->field(), Qt::Key_PageUp);
    QVERIFY(slider->value() > 12000);
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

void FieldSliderTest::readsWhatTheLocaleWrites_data()
{
    QTest::addColumn<QLocale>("locale");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    const QLocale german(QLocale::German, QLocale::Germany);
    QTest::newRow("C, groups") << QLocale::c() << "8,192"
                               << "8192";
    QTest::newRow("C, groups and unit") << QLocale::c() << "1,000k"
                                        << "1000k";
    QTest::newRow("C, fraction") << QLocale::c() << "1.5M"
                                 << "1.5M";
    QTest::newRow("C, comma that groups nothing") << QLocale::c() << "1,5M"
                                                  << "1,5M";
    QTest::newRow("C, too long a group") << QLocale::c() << "1,0000"
                                         << "1,0000";
    QTest::newRow("German, groups") << german << "8.192"
                                    << "8192";
    QTest::newRow("German, fraction") << german << "1,5M"
                                      << "1.5M";
    QTest::newRow("German, groups and fraction") << german << "1.000,5k"
                                                 << "1000.5k";
}

void FieldSliderTest::readsWhatTheLocaleWrites()
{
    QFETCH(QLocale, locale);
    QFETCH(QString, text);
    QFETCH(QString, expected);
    QCOMPARE(asCore(text, locale), expected);
}

} // namespace plimsoll

QTEST_MAIN(plimsoll::FieldSliderTest)
#include "tst_fieldslider.moc"
