// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/captionlayout.h"

#include <QTest>

using namespace plimsoll;

namespace {

const QString kCaption =
    QStringLiteral("meta-llama/Llama-3.1-70B-Instruct, weights BF16, 8 x 16,384 tokens, "
                   "llama.cpp 0.5.0, 2 x GeForce RTX 4090 + 1 x L4. Plimsoll 0.1.0, catalog of 2026.");

QFont font()
{
    QFont base;
    base.setPixelSize(13);
    return base;
}

} // namespace

/// The lines below a figure.
class CaptionLayoutTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anyWidth_data();
    void anyWidth();
    void inputsStayWhole();
    void nothing();
    void otherLanguages();
};

void CaptionLayoutTest::anyWidth_data()
{
    QTest::addColumn<int>("width");
    for (const int width : {200, 300, 480, 624, 960, 2400})
        QTest::addRow("%d", width) << width;
}

/// All words are there, in order, within the figure, and no line stands on another.
void CaptionLayoutTest::anyWidth()
{
    QFETCH(int, width);
    const CaptionPicture picture = placeCaption(kCaption, width, TypeScale(font()));
    QStringList lines;
    double bottom = 0;
    for (const PlacedText &line : picture.texts) {
        lines << line.text;
        QVERIFY2(line.rect.left() > 0 && line.rect.right() < width, qPrintable(line.text));
        QVERIFY2(line.rect.top() >= bottom, qPrintable(line.text));
        bottom = line.rect.bottom();
    }
    QVERIFY(picture.height > bottom);
    QCOMPARE(lines.join(QLatin1Char(' ')).remove(QLatin1Char(' ')), QString(kCaption).remove(QLatin1Char(' ')));
}

void CaptionLayoutTest::inputsStayWhole()
{
    const CaptionPicture picture = placeCaption(kCaption, 624, TypeScale(font()));
    QVERIFY(picture.texts.size() > 1);
    for (const PlacedText &line : picture.texts)
        QVERIFY2(line.text.endsWith(QLatin1Char(',')) || line.text.endsWith(QLatin1Char('.')), qPrintable(line.text));
}

void CaptionLayoutTest::nothing()
{
    const CaptionPicture picture = placeCaption({}, 624, TypeScale(font()));
    QVERIFY(picture.texts.empty());
    QCOMPARE(picture.height, 0.0);
}

/// Of a language without spaces a line ends after its own commas, or where it must.
void CaptionLayoutTest::otherLanguages()
{
    const QString caption = QString(40, QChar(0x663e)) + QChar(0xff0c) + QString(40, QChar(0x5b58)) + QChar(0x3002);
    const CaptionPicture picture = placeCaption(caption, 400, TypeScale(font()));
    QVERIFY(picture.texts.size() > 1);
    for (const PlacedText &line : picture.texts)
        QVERIFY2(line.rect.right() < 400, qPrintable(line.text));
}

QTEST_MAIN(CaptionLayoutTest)
#include "tst_captionlayout.moc"
