// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/controls/fieldslider.h"

#include "core/units/quantity.h"
#include "core/units/sizeformat.h"
#include "ui/controls/problemlabel.h"
#include "ui/controls/slider.h"

#include <QInputMethodEvent>
#include <QSignalSpy>
#include <QTest>

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

class QuantityFieldTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void typedTextIsRead_data();
    void typedTextIsRead();
    void badTextStaysAndSaysWhy_data();
    void badTextStaysAndSaysWhy();
    void problemGoesWithTheNextGoodText();
    void escapeTakesTheValueBack();
    void leavingTheFieldCommits();
    void typingIsNotLostToTheSameValue();
    void anotherValueReplacesTyping();
    void fieldKeysStep();
    void readsWhatTheLocaleWrites_data();
    void readsWhatTheLocaleWrites();
};

void QuantityFieldTest::typedTextIsRead_data()
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

void QuantityFieldTest::typedTextIsRead()
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

void QuantityFieldTest::badTextStaysAndSaysWhy_data()
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

void QuantityFieldTest::badTextStaysAndSaysWhy()
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

void QuantityFieldTest::problemGoesWithTheNextGoodText()
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

void QuantityFieldTest::escapeTakesTheValueBack()
{
    const auto slider = contextSlider();
    type(slider->field(), QStringLiteral("abc"));
    QTest::keyClick(slider->field(), Qt::Key_Return);
    QTest::keyClick(slider->field(), Qt::Key_Escape);
    QCOMPARE(slider->field()->text(), QStringLiteral("8,192"));
    QVERIFY(problemOf(*slider).isEmpty());
}

void QuantityFieldTest::leavingTheFieldCommits()
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

void QuantityFieldTest::typingIsNotLostToTheSameValue()
{
    const auto slider = contextSlider();
    type(slider->field(), QStringLiteral("12"));
    slider->setValue(8192);
    QCOMPARE(slider->field()->text(), QStringLiteral("12"));
}

void QuantityFieldTest::anotherValueReplacesTyping()
{
    const auto slider = contextSlider();
    type(slider->field(), QStringLiteral("abc"));
    QTest::keyClick(slider->field(), Qt::Key_Return);
    slider->setValue(4096); // as undo does
    QCOMPARE(slider->field()->text(), QStringLiteral("4,096"));
    QVERIFY(problemOf(*slider).isEmpty());
}

void QuantityFieldTest::fieldKeysStep()
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

void QuantityFieldTest::readsWhatTheLocaleWrites_data()
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

void QuantityFieldTest::readsWhatTheLocaleWrites()
{
    QFETCH(QLocale, locale);
    QFETCH(QString, text);
    QFETCH(QString, expected);
    QCOMPARE(asCore(text, locale), expected);
}

} // namespace plimsoll

QTEST_MAIN(plimsoll::QuantityFieldTest)
#include "tst_quantityfield.moc"
