// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planning/sentences.h"
#include "tests/core/resolvedplan.h"
#include "tests/ui/charts/collision.h"
#include "ui/charts/breakdownchart.h"

#include <QTest>

#include <algorithm>
#include <cmath>

using namespace plimsoll;

/// The breakdown as a picture.
class BreakdownChartTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void textsKeepApart_data();
    void textsKeepApart();
    void barsAreToScale();
    void ruleOfThumb();
    void saysTheInterval();
    void withoutGpusNobodyIsAsked();
    void leavesOutWhatHasNoRoom();
    void saysEverythingInWords();

private:
    void show(BreakdownChart &chart, const Plan &plan, SizeUnit unit = SizeUnit::GiB)
    {
        const ResolvedPlan resolved = test::resolvedPlan(plan, m_catalog);
        chart.update({resolved, estimate(resolved), compare(resolved), unit}, Theme::light());
    }

    static Plan serving()
    {
        Plan plan = test::planOn("meta-llama/Llama-3.1-70B-Instruct", "vllm@0.19", "nvidia-h100-sxm-80gb", 4);
        plan.contextLength = 32768;
        plan.sequences = 8;
        return plan;
    }

    static QStringList texts(const BreakdownChart &chart)
    {
        QStringList found;
        for (const PlacedText &text : chart.picture().texts)
            found << text.text;
        return found;
    }

    Catalog m_catalog = Catalog::builtIn();
};

void BreakdownChartTest::textsKeepApart_data()
{
    QTest::addColumn<QString>("engine");
    QTest::addColumn<QSize>("size");
    for (const char *engine : {"vllm", "llama.cpp", "sglang", "tensorrt-llm", "rule-of-thumb"}) {
        for (const QSize &size : {QSize(200, 200), QSize(300, 300), QSize(420, 330), QSize(624, 360), QSize(960, 440),
                                  QSize(1600, 900), QSize(500, 2000)})
            QTest::addRow("%s %d x %d", engine, size.width(), size.height()) << QString::fromLatin1(engine) << size;
    }
}

void BreakdownChartTest::textsKeepApart()
{
    QFETCH(QString, engine);
    QFETCH(QSize, size);
    BreakdownChart chart;
    QFont font;
    font.setPixelSize(13);
    chart.setFont(font);
    chart.resize(size);
    show(chart, test::planOn("meta-llama/Llama-3.1-8B", qPrintable(engine), "nvidia-rtx-4090-24gb", 1));
    const BreakdownPicture &picture = chart.picture();
    const QString collided = test::collision(picture.texts, size);
    QVERIFY2(collided.isEmpty(), qPrintable(collided));
    const QRectF whole(QPointF(0, 0), QSizeF(size));
    for (const PlacedText &text : picture.texts) {
        for (const PlacedBar &bar : picture.bars)
            QVERIFY2(!text.rect.intersects(bar.rect), qPrintable(text.text));
        for (const PlacedSwatch &swatch : picture.swatches)
            QVERIFY2(!text.rect.intersects(swatch.rect), qPrintable(text.text));
    }
    for (const PlacedBar &bar : picture.bars)
        QVERIFY(bar.rect.isNull() || whole.contains(bar.rect));
}

/// Lengths are to each other as the bytes, and the total is its items behind each other.
void BreakdownChartTest::barsAreToScale()
{
    BreakdownChart chart;
    chart.resize({960, 480});
    show(chart, serving());
    const auto &rows = chart.input().rows;
    const auto &bars = chart.picture().bars;
    QCOMPARE(bars.size(), rows.size());
    const double perByte = bars[0].rect.width() / double(rows[0].bytes.count());
    QVERIFY(bars[0].rect.width() > 100);
    double stacked = bars[0].rect.left();
    for (size_t row = 0; row < rows.size(); ++row) {
        QCOMPARE(bars[row].rect.left(), bars[0].rect.left());
        QVERIFY(std::abs(bars[row].rect.width() - double(rows[row].bytes.count()) * perByte) < 0.5);
        if (!rows[row].item)
            continue;
        QCOMPARE(int(bars[row].segments.size()), 1);
        QCOMPARE(bars[row].segments[0].first, *rows[row].item);
        const auto &[item, part] = bars[rows.size() - 2].segments[row];
        QCOMPARE(item, *rows[row].item);
        QVERIFY(std::abs(part.left() - stacked) < 0.5);
        stacked += bars[row].rect.width();
    }
    QCOMPARE(rows[rows.size() - 2].kind, BreakdownRow::Kind::Total);
    QCOMPARE(rows.back().kind, BreakdownRow::Kind::RuleOfThumb);
    QVERIFY(bars.back().segments.empty());
}

/// 13 x 10^9 x 16 / 8 x 1.2 bytes, by hand.
void BreakdownChartTest::ruleOfThumb()
{
    Plan plan;
    plan.model = FreeSize{13'000'000'000};
    plan.weights = QStringLiteral("fp16");
    plan.engine = QStringLiteral("rule-of-thumb");
    BreakdownChart chart;
    show(chart, plan, SizeUnit::GB);
    const QStringList shown = texts(chart);
    QCOMPARE(shown.count(QStringLiteral("31.2 GB")), 2); // the total, and the rule that it is
    QVERIFY(shown.contains(QStringLiteral("26.0 GB")));
    QVERIFY(shown.contains(QStringLiteral("83 %"))); // 1 / 1.2
    QVERIFY(shown.contains(QStringLiteral("17 %")));
}

void BreakdownChartTest::saysTheInterval()
{
    BreakdownChart chart;
    show(chart, serving());
    const ResolvedPlan resolved = test::resolvedPlan(serving(), m_catalog);
    const Estimate answer = estimate(resolved);
    QVERIFY(answer.low < answer.high);
    const BreakdownRow &total = chart.input().rows[chart.input().rows.size() - 2];
    QVERIFY(total.why.startsWith(formatSize(answer.low, SizeUnit::GiB, QLocale())));
    QVERIFY(total.why.contains(formatSize(answer.high, SizeUnit::GiB, QLocale())));
    QVERIFY(total.why.contains(intervalBasis(resolved)));
    QVERIFY(texts(chart).contains(total.why));
}

void BreakdownChartTest::withoutGpusNobodyIsAsked()
{
    BreakdownChart chart;
    show(chart, serving());
    QVERIFY(texts(chart).contains(QStringLiteral("Per GPU")));
    Plan plan = serving();
    plan.gpus.clear();
    show(chart, plan);
    QVERIFY(!texts(chart).contains(QStringLiteral("Per GPU")));
    QVERIFY(std::all_of(chart.input().rows.begin(), chart.input().rows.end(),
                        [](const BreakdownRow &row) { return row.perGpu.isEmpty(); }));
}

void BreakdownChartTest::leavesOutWhatHasNoRoom()
{
    QFont font;
    font.setPixelSize(13);
    BreakdownChart chart;
    chart.setFont(font);
    chart.resize({960, 480});
    show(chart, serving());
    const auto &rows = chart.input().rows;
    for (const BreakdownRow &row : rows) {
        for (const QString &text : {row.label, row.all, row.why})
            QVERIFY2(text.isEmpty() || texts(chart).contains(text), qPrintable(text));
    }
    chart.resize({960, 220}); // no reasons
    QVERIFY(texts(chart).contains(rows[0].label));
    QVERIFY(!texts(chart).contains(rows[0].why));
    QCOMPARE(chart.picture().bars.size(), rows.size());
    chart.resize({960, 130}); // the total alone
    QVERIFY(!texts(chart).contains(rows[0].label));
    QVERIFY(texts(chart).contains(QStringLiteral("Total")));
    QCOMPARE(int(chart.picture().bars.size()), 1);
    chart.resize({300, 480}); // no bars
    QVERIFY(texts(chart).contains(rows[0].all));
    QVERIFY(chart.picture().bars[0].rect.isNull());
    QVERIFY(!texts(chart).contains(rows[0].share));
}

void BreakdownChartTest::saysEverythingInWords()
{
    BreakdownChart chart;
    show(chart, serving());
    const QString words = chart.description();
    for (const BreakdownRow &row : chart.input().rows) {
        for (const QString &text : {row.label, row.perGpu, row.all, row.share, row.why})
            QVERIFY2(words.contains(text), qPrintable(text));
    }
    QVERIFY(words.contains(QStringLiteral("Llama 3.1 70B")));
}

QTEST_MAIN(BreakdownChartTest)
#include "tst_breakdownchart.moc"
