// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/views/sampleanswer.h"
#include "ui/charts/chartregistry.h"
#include "ui/charts/precisionchart.h"

#include <QChart>
#include <QImage>
#include <QPainter>
#include <QSet>
#include <QSignalSpy>
#include <QStackedBarSeries>
#include <QTest>

using namespace plimsoll;

namespace {

void fill(ChartPanel &chart, const SampleAnswer &answer, Theme theme = Theme::light())
{
    QFont font(QStringLiteral("DejaVu Sans"));
    font.setPixelSize(13);
    chart.setFont(font);
    chart.update({answer.plan, answer.estimate, answer.comparison, SizeUnit::GiB}, theme);
}

QImage picture(ChartPanel &chart, QSize size)
{
    chart.resize(size);
    QImage image(size, QImage::Format_RGB32);
    image.fill(Qt::magenta);
    QPainter painter(&image);
    chart.render(&painter, QRectF(QPointF(0, 0), size));
    return image;
}

} // namespace

class TestPrecisionChart : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void registryHasUniqueIds()
    {
        QSet<QString> ids;
        for (const ChartEntry &entry : chartRegistry()) {
            const std::unique_ptr<ChartPanel> chart = entry.make();
            QCOMPARE(chart->id(), QString::fromLatin1(entry.id));
            QVERIFY(!chart->title().isEmpty());
            QVERIFY(!ids.contains(chart->id()));
            ids.insert(chart->id());
        }
        QVERIFY(ids.contains(QStringLiteral("precisions")));
        QVERIFY(!makeChart(QStringLiteral("nothing")));
    }

    void barsAreWhereTheLayoutSays()
    {
        PrecisionChart chart;
        fill(chart, sampleAnswer());
        for (QSize size : {QSize(960, 400), QSize(480, 300), QSize(1600, 900)}) {
            chart.resize(size);
            const BarPicture &placed = chart.picture();
            QCOMPARE(chart.chart()->plotArea(), placed.plot);
            for (size_t i = 0; i < placed.columns.size(); ++i) {
                const ItemBytes items = sampleAnswer().comparison.entries[i].items;
                const QPointF top = chart.chart()->mapToPosition(QPointF(double(i), items.total().gibibytes()),
                                                                 chart.chart()->series().constFirst());
                QVERIFY(std::abs(top.x() - placed.columns[i].bar.center().x()) < 0.5);
                QVERIFY(std::abs(top.y() - placed.columns[i].bar.top()) < 0.5);
            }
        }
    }

    void drawsItemsInTheirColours_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::newRow("light") << false;
        QTest::newRow("dark") << true;
    }

    void drawsItemsInTheirColours()
    {
        QFETCH(bool, dark);
        const Theme theme = dark ? Theme::dark() : Theme::light();
        PrecisionChart chart;
        fill(chart, sampleAnswer(), theme);
        const QImage image = picture(chart, {960, 400});
        QCOMPARE(image.pixelColor(2, 398), theme.color(ThemeColor::Panel));
        QCOMPARE(image.pixelColor(957, 200), theme.color(ThemeColor::Panel));
        // Weights have no pattern; a corner of their segment is clear of its label.
        const PlacedColumn &column = chart.picture().columns[1];
        QCOMPARE(column.segments.front().item, Item::Weights);
        const QPointF corner = column.segments.front().rect.bottomLeft() + QPointF(6, -8);
        QCOMPARE(image.pixelColor(corner.toPoint()), theme.itemFill(Item::Weights));
    }

    void themeChangesWithoutNewValues()
    {
        PrecisionChart chart;
        fill(chart, sampleAnswer(), Theme::light());
        chart.setTheme(Theme::dark());
        PrecisionChart fresh;
        fill(fresh, sampleAnswer(), Theme::dark());
        QCOMPARE(picture(chart, {800, 400}), picture(fresh, {800, 400}));
    }

    void sameValuesSamePicture()
    {
        PrecisionChart chart;
        fill(chart, sampleWithoutGpu());
        fill(chart, sampleAnswer());
        PrecisionChart fresh;
        fresh.resize({300, 200});
        fill(fresh, sampleAnswer());
        QCOMPARE(picture(chart, {800, 400}), picture(fresh, {800, 400}));
    }

    void numberOfBarsChanges()
    {
        PrecisionChart chart;
        SampleAnswer answer = sampleAnswer();
        fill(chart, answer);
        QCOMPARE(chart.targetCount(), 4);
        answer.comparison.count = 5;
        answer.comparison.chosen = 4;
        answer.comparison.entries[4] = answer.comparison.entries[2];
        fill(chart, answer);
        QCOMPARE(chart.targetCount(), 5);
        fill(chart, sampleAnswer());
        PrecisionChart fresh;
        fill(fresh, sampleAnswer());
        QCOMPARE(picture(chart, {800, 400}), picture(fresh, {800, 400}));
    }

    void descriptionSaysItsNumbers()
    {
        PrecisionChart chart;
        fill(chart, sampleAnswer());
        const QString words = chart.description();
        for (const char *part : {"FP32: 367.9 GiB", "FP16 (BF16): 235.0 GiB", "INT8 (W8A8): 170.5 GiB",
                                 "INT4 (W4A16): 140.5 GiB", "80.0 GiB", "131.5 GiB", "Needs 8 GPUs", "chosen", "285"})
            QVERIFY2(words.contains(QLatin1String(part)),
                     qPrintable(QLatin1String(part) + QLatin1String(" in ") + words));
    }

    void choosing()
    {
        PrecisionChart chart;
        SampleAnswer answer = sampleAnswer();
        answer.comparison.count = 5;
        answer.comparison.chosen = 4;
        answer.comparison.entries[4] = answer.comparison.entries[2];
        fill(chart, answer);
        QSignalSpy spy(&chart, &ChartPanel::formatChosen);
        for (int target = -1; target <= 5; ++target)
            chart.choose(target);
        QCOMPARE(spy.count(), 4);
        for (int i = 0; i < 4; ++i)
            QCOMPARE(spy.at(i).at(0).toInt(), i);
    }

    void emptyChartCanBeDrawn()
    {
        PrecisionChart chart;
        QCOMPARE(chart.targetCount(), 0);
        QCOMPARE(chart.targetAt({100, 100}), -1);
        QVERIFY(!picture(chart, {480, 300}).isNull());
    }
};

QTEST_MAIN(TestPrecisionChart)
#include "tst_precisionchart.moc"
