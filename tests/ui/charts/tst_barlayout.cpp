// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/charts/collision.h"
#include "tests/ui/views/sampleanswer.h"
#include "ui/charts/barlayout.h"

#include <QTest>

#include <random>

using namespace plimsoll;

namespace {

QFont pinnedFont(double scale = 1)
{
    QFont font(QStringLiteral("DejaVu Sans"));
    font.setPixelSize(qRound(13 * scale));
    return font;
}

BarInput inputOf(const SampleAnswer &answer, SizeUnit unit = SizeUnit::GiB)
{
    return precisionInput({answer.plan, answer.estimate, answer.comparison, unit});
}

/// The same with an interval of -10 % to +15 % around each total.
BarInput withIntervals(BarInput input)
{
    for (BarColumn &column : input.columns) {
        column.low = Bytes::rounded(0.9 * double(column.items.total().count()));
        column.high = Bytes::rounded(1.15 * double(column.items.total().count()));
    }
    return input;
}

std::vector<PlacedText> textsOf(const BarPicture &picture, PlacedText::Kind kind)
{
    std::vector<PlacedText> texts;
    std::copy_if(picture.texts.begin(), picture.texts.end(), std::back_inserter(texts),
                 [&](const PlacedText &text) { return text.kind == kind; });
    return texts;
}

QStringList stringsOf(const BarPicture &picture, PlacedText::Kind kind)
{
    QStringList strings;
    for (const PlacedText &text : textsOf(picture, kind))
        strings << text.text;
    return strings;
}

/// Names what is wrong, or returns an empty string.
QString collision(const BarPicture &picture, QSizeF size)
{
    if (const QString found = test::collision(picture.texts, size); !found.isEmpty())
        return found;
    for (const PlacedText &text : picture.texts) {
        const bool inPlot = text.kind == PlacedText::Kind::Segment || text.kind == PlacedText::Kind::Total;
        for (const PlacedLoadLine &line : picture.lines) {
            if (inPlot && !(text.plate && text.kind == PlacedText::Kind::Total) && line.y > text.rect.top()
                && line.y < text.rect.bottom())
                return QStringLiteral("\"%1\" and the line of %2 GPUs").arg(text.text).arg(line.gpus);
        }
    }
    return {};
}

SampleAnswer onGpus(int gpus, double scale, int chosen)
{
    SampleShape shape;
    shape.gib = {{{263 * scale, 80 * scale, 0, 9, 6.6, 9.3, 0},
                  {131.5 * scale, 80 * scale, 0, 7.6, 6.6, 9.3, 0},
                  {67 * scale, 80 * scale, 0, 7.6, 6.6, 9.3, 0},
                  {37 * scale, 80 * scale, 0, 7.6, 6.6, 9.3, 0}}};
    shape.gpus = gpus;
    shape.chosen = chosen;
    return makeAnswer(shape);
}

} // namespace

class TestBarLayout : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void drawing()
    {
        const BarPicture picture = layOut(inputOf(sampleAnswer()), {960, 400}, pinnedFont());
        QCOMPARE(stringsOf(picture, PlacedText::Kind::Category), QStringList({"FP32", "FP16", "INT8", "INT4"}));
        QCOMPARE(stringsOf(picture, PlacedText::Kind::CategoryAs), QStringList({"BF16", "W8A8", "W4A16"}));
        QCOMPARE(stringsOf(picture, PlacedText::Kind::Total), QStringList({"368", "235", "171", "141"}));
        QCOMPARE(stringsOf(picture, PlacedText::Kind::Note), QStringList({"8 GPUs", "4 GPUs", "4 GPUs", "2 GPUs"}));
        QCOMPARE(stringsOf(picture, PlacedText::Kind::Unit), QStringList("GiB"));
        const QStringList lines = stringsOf(picture, PlacedText::Kind::LoadLine);
        QCOMPARE(lines.first(), QStringLiteral("4 GPUs: 285 GiB"));
        QVERIFY(lines.contains(QStringLiteral("1 GPU: 71 GiB")));
        QVERIFY(lines.contains(QStringLiteral("2 GPUs: 143 GiB")));
        QCOMPARE(picture.lines.size(), size_t(lines.size()));
    }

    void numbersBelowTenHaveADecimal_data()
    {
        QTest::addColumn<double>("gib");
        QTest::addColumn<QString>("text");
        QTest::newRow("zero") << 0.0 << "0";
        QTest::newRow("below ten") << 9.3 << "9.3";
        QTest::newRow("rounds to ten") << 9.96 << "10";
        QTest::newRow("ten") << 10.0 << "10";
        QTest::newRow("more") << 131.5 << "132";
    }

    void numbersBelowTenHaveADecimal()
    {
        QFETCH(double, gib);
        QTEST(barNumber(Bytes::fromGiB(gib), SizeUnit::GiB), "text");
    }

    void gigabytes()
    {
        const BarPicture picture = layOut(inputOf(sampleAnswer(), SizeUnit::GB), {960, 400}, pinnedFont());
        QCOMPARE(stringsOf(picture, PlacedText::Kind::Unit), QStringList("GB"));
        QCOMPARE(stringsOf(picture, PlacedText::Kind::Total).at(1), QStringLiteral("252")); // 235 GiB
        QVERIFY(stringsOf(picture, PlacedText::Kind::LoadLine).first().endsWith(QLatin1String(" GB")));
    }

    void whiskersSpanTheInterval()
    {
        const BarInput input = withIntervals(inputOf(sampleAnswer()));
        const BarPicture picture = layOut(input, {960, 400}, pinnedFont());
        QVERIFY(stringsOf(picture, PlacedText::Kind::Legend).contains(QStringLiteral("whiskers: 90 % interval")));
        const std::vector<PlacedText> totals = textsOf(picture, PlacedText::Kind::Total);
        for (size_t i = 0; i < picture.columns.size(); ++i) {
            const PlacedColumn &column = picture.columns[i];
            const double height = column.bar.height();
            QVERIFY(std::abs(column.whisker.top() - (column.bar.top() - 0.15 * height)) < 0.01);
            QVERIFY(std::abs(column.whisker.bottom() - (column.bar.top() + 0.1 * height)) < 0.01);
            QVERIFY(column.whisker.left() > column.bar.center().x() && column.whisker.right() < column.bar.right());
            QVERIFY(!totals[i].rect.intersects(column.whisker) && totals[i].rect.bottom() < column.bar.top());
            QVERIFY(column.whisker.top() >= picture.plot.top());
        }
        QVERIFY(input.columnText(0).contains(QLatin1String("90 % interval: 331.1 GiB to 423.1 GiB"))); // of 368
    }

    void noWhiskerWithoutAnInterval()
    {
        const BarPicture none = layOut(inputOf(sampleAnswer()), {960, 400}, pinnedFont());
        QVERIFY(none.columns.front().whisker.isNull());
        QVERIFY(stringsOf(none, PlacedText::Kind::Legend).isEmpty());
        BarInput exact = inputOf(sampleAnswer());
        exact.columns[0].low = exact.columns[0].items.total() - Bytes(1 << 20);
        exact.columns[0].high = exact.columns[0].items.total() + Bytes(1 << 20);
        QVERIFY(layOut(exact, {960, 400}, pinnedFont()).columns.front().whisker.isNull()); // too short to be seen
    }

    void neverCollides()
    {
        const QSizeF sizes[] = {{480, 300},  {560, 340},   {700, 380},  {960, 400},
                                {1300, 500}, {1920, 1080}, {3840, 2160}};
        for (QSizeF size : sizes) {
            for (double type : {1.0, 1.25, 1.5}) {
                // 480 x 300 is the least at usual type; larger type asks for more.
                const QSizeF room = size.expandedTo({480 * type, 300 * type});
                for (int gpus : {0, 1, 2, 3, 4, 7, 8, 64}) {
                    for (double scale : {0.001, 0.02, 0.3, 1.0, 4.7, 60.0, 9000.0}) {
                        for (int chosen = 0; chosen < 4; ++chosen) {
                            const BarPicture picture =
                                layOut(withIntervals(inputOf(onGpus(gpus, scale, chosen))), room, pinnedFont(type));
                            const QString wrong = collision(picture, room);
                            QVERIFY2(wrong.isEmpty(),
                                     qPrintable(QStringLiteral("%1 at %2 x %3, type %4, %5 GPUs, scale %6")
                                                    .arg(wrong)
                                                    .arg(room.width())
                                                    .arg(room.height())
                                                    .arg(type)
                                                    .arg(gpus)
                                                    .arg(scale)));
                        }
                    }
                }
            }
        }
    }

    void neverCollidesAtRandom()
    {
        std::mt19937 random(20260101);
        std::lognormal_distribution<double> gib(2.0, 2.5);
        std::uniform_int_distribution<int> coin(0, 2), count(0, 16);
        for (int round = 0; round < 1500; ++round) {
            SampleShape shape;
            for (auto &column : shape.gib) {
                for (double &item : column)
                    item = coin(random) == 0 ? 0 : std::min(gib(random), 1e6);
            }
            shape.gpus = count(random);
            shape.chosen = round % 4;
            shape.unchargedShare = 0.3 * coin(random);
            const QSizeF size(480 + 60 * coin(random), 300 + 40 * coin(random));
            const BarPicture picture = layOut(inputOf(makeAnswer(shape)), size, pinnedFont());
            const QString wrong = collision(picture, size);
            QVERIFY2(wrong.isEmpty(), qPrintable(QStringLiteral("%1 in round %2").arg(wrong).arg(round)));
            for (const PlacedColumn &column : picture.columns)
                QVERIFY(column.bar.top() >= picture.plot.top());
        }
    }

    void ticksAreWholeAndCover()
    {
        for (double scale : {0.0, 0.001, 0.3, 1.0, 4.7, 9000.0}) {
            const BarInput input = inputOf(onGpus(4, scale, 1));
            const BarPicture picture = layOut(input, {800, 400}, pinnedFont());
            QStringList labels = stringsOf(picture, PlacedText::Kind::Tick);
            QCOMPARE(labels.first(), QStringLiteral("0"));
            for (QString label : labels) {
                bool whole = false;
                label.remove(QLatin1Char(',')).toLongLong(&whole);
                QVERIFY2(whole, qPrintable(label));
            }
            for (const BarColumn &column : input.columns)
                QVERIFY(input.inUnit(column.items.total()) <= picture.ticks.top());
        }
    }

    void hatchedOnlyAboveTheLine()
    {
        const BarPicture picture = layOut(inputOf(sampleAnswer()), {960, 400}, pinnedFont());
        const auto own =
            std::find_if(picture.lines.begin(), picture.lines.end(), [](const auto &line) { return line.own; });
        QVERIFY(own != picture.lines.end());
        QCOMPARE(picture.columns[0].hatched,
                 QRectF(picture.columns[0].bar.topLeft(), QPointF(picture.columns[0].bar.right(), own->y)));
        for (size_t i = 1; i < 4; ++i)
            QVERIFY(picture.columns[i].hatched.isNull());
    }

    void hatchedExactlyWhereItDoesNotFit_data()
    {
        QTest::addColumn<double>("uncharged");
        QTest::newRow("all counts against the budget") << 0.0;
        QTest::newRow("half of the runtime does not") << 0.5;
        QTest::newRow("none of the runtime does") << 1.0;
    }

    void hatchedExactlyWhereItDoesNotFit()
    {
        QFETCH(double, uncharged);
        for (double weights = 200; weights < 300; weights += 0.37) {
            SampleShape shape;
            for (auto &column : shape.gib)
                column = {weights, 0, 0, 3, 0, 30, 0};
            shape.unchargedShare = uncharged;
            const SampleAnswer answer = makeAnswer(shape);
            const BarPicture picture = layOut(inputOf(answer), {960, 400}, pinnedFont());
            QCOMPARE(picture.columns[1].hatched.isNull(), answer.estimate.fits);
        }
    }

    void noGpuNoLine()
    {
        const BarPicture picture = layOut(inputOf(sampleWithoutGpu()), {960, 400}, pinnedFont());
        QVERIFY(picture.lines.empty());
        QVERIFY(stringsOf(picture, PlacedText::Kind::LoadLine).isEmpty());
        QVERIFY(stringsOf(picture, PlacedText::Kind::Note).isEmpty());
        for (const PlacedColumn &column : picture.columns)
            QVERIFY(column.hatched.isNull());
    }

    void aLineFarAboveIsOnlyNamed()
    {
        const BarPicture picture = layOut(inputOf(onGpus(8, 0.02, 1)), {960, 400}, pinnedFont());
        QVERIFY(std::none_of(picture.lines.begin(), picture.lines.end(), [](const auto &line) { return line.own; }));
        QCOMPARE(stringsOf(picture, PlacedText::Kind::LoadLine).first(), QStringLiteral("\u2191 8 GPUs: 570 GiB"));
    }

    void allZero()
    {
        const BarPicture picture = layOut(inputOf(makeAnswer(SampleShape())), {960, 400}, pinnedFont());
        QCOMPARE(stringsOf(picture, PlacedText::Kind::Total), QStringList({"0", "0", "0", "0"}));
        QCOMPARE(picture.ticks.top(), 1.0);
    }

    void ownFormatIsAFifthBar()
    {
        SampleAnswer answer = sampleAnswer();
        answer.comparison.count = 5;
        answer.comparison.chosen = 4;
        answer.comparison.entries[4] = answer.comparison.entries[2];
        const BarPicture picture = layOut(inputOf(answer), {960, 400}, pinnedFont());
        QCOMPARE(stringsOf(picture, PlacedText::Kind::Category), QStringList({"FP32", "FP16", "INT8", "INT4", "FP8"}));
        QVERIFY(picture.chosen.contains(picture.columns[4].bar.adjusted(0, 0, 0, -1)));
        QVERIFY(!picture.chosen.intersects(picture.columns[3].bar));
    }

    void chosenIsMarkedAndBold()
    {
        const BarPicture picture = layOut(inputOf(sampleAnswer()), {960, 400}, pinnedFont());
        QVERIFY(picture.chosen.contains(textsOf(picture, PlacedText::Kind::Total)[1].rect));
        for (const PlacedText &text : textsOf(picture, PlacedText::Kind::Category))
            QCOMPARE(text.font.bold(), text.text == QLatin1String("FP16"));
    }

    void longTitleIsElided()
    {
        BarInput input = inputOf(sampleAnswer());
        input.title = QString(400, QLatin1Char('m'));
        const BarPicture picture = layOut(input, {480, 300}, pinnedFont());
        const PlacedText title = textsOf(picture, PlacedText::Kind::Title).front();
        QVERIFY(title.text.endsWith(QChar(0x2026)));
        QVERIFY(title.rect.right() <= 480);
    }
};

QTEST_MAIN(TestBarLayout)
#include "tst_barlayout.moc"
