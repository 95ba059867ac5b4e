// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/resolvedplan.h"
#include "tests/ui/charts/collision.h"
#include "ui/charts/figure.h"
#include "ui/charts/waterfallchart.h"

#include <QFontDatabase>
#include <QSignalSpy>
#include <QTest>

using namespace plimsoll;

class WaterfallChartTest : public QObject
{
    Q_OBJECT

private:
    Catalog m_catalog = Catalog::builtIn();

    void show(WaterfallChart &chart, const Plan &plan, SizeUnit unit = SizeUnit::GiB)
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

private Q_SLOTS:
    void textsKeepApart_data()
    {
        QTest::addColumn<QString>("engine");
        QTest::addColumn<QSize>("size");
        for (const char *engine : {"vllm", "llama.cpp", "sglang", "rule-of-thumb"}) {
            for (const QSize &size : {QSize(420, 330), QSize(600, 480), QSize(960, 480), QSize(1600, 900)})
                QTest::addRow("%s %d", engine, size.width()) << QString::fromLatin1(engine) << size;
        }
    }

    void textsKeepApart()
    {
        QFETCH(QString, engine);
        QFETCH(QSize, size);
        WaterfallChart chart;
        QFont font;
        font.setPixelSize(13);
        chart.setFont(font);
        chart.resize(size);
        show(chart, test::planOn("meta-llama/Llama-3.1-8B", qPrintable(engine), "nvidia-rtx-4090-24gb", 1));
        std::vector<PlacedText> texts = chart.picture().texts;
        for (const auto &row : chart.picture().stepTexts)
            texts.insert(texts.end(), row.begin(), row.end());
        const QString collided = test::collision(texts, size);
        QVERIFY2(collided.isEmpty(), qPrintable(collided));
    }

    /// Lengths are to each other as the bytes, and every bar begins where the one before it ended.
    void barsAreToScale()
    {
        WaterfallChart chart;
        chart.resize({960, 480});
        show(chart, serving());
        const WaterfallInput &input = chart.input();
        const WaterfallPicture &picture = chart.picture();
        QCOMPARE(picture.steps.size(), input.rows.size() + 1);
        const double perByte = picture.steps[0].bar.width() / double(input.rows[0].after.count());
        for (size_t i = 1; i < input.rows.size(); ++i) {
            const WaterfallRow &row = input.rows[i];
            QCOMPARE(row.before, input.rows[i - 1].after);
            const double length = double(std::abs((row.after - row.before).count())) * perByte;
            QVERIFY(std::abs(picture.steps[i].bar.width() - std::max(length, 1.5 * picture.stroke)) < 0.5);
            QCOMPARE(picture.steps[i].takesAway, row.after < row.before);
            QVERIFY(
                std::abs(picture.steps[i - 1].joint.x1() - (picture.plot.left() + double(row.before.count()) * perByte))
                < 0.5);
        }
        const auto &answer = picture.steps.back().segments;
        QCOMPARE(answer.front().second.left(), picture.plot.left());
        QVERIFY(std::abs(answer.back().second.right()
                         - (picture.plot.left() + double(input.total.total().count()) * perByte))
                < 0.5);
    }

    void theLoadLineIsWhereTheGpusEnd()
    {
        WaterfallChart chart;
        chart.resize({960, 480});
        show(chart, serving());
        const WaterfallInput &input = chart.input();
        const double scale = chart.picture().plot.width() / (chart.picture().ticks.top() * 1073741824.0);
        QVERIFY(
            std::abs(chart.picture().loadLine - (chart.picture().plot.left() + double(input.capacity.count()) * scale))
            < 0.5);
        Plan small = test::planOn("Qwen/Qwen3-0.6B", "vllm@0.19", "nvidia-h200-sxm-141gb", 8);
        show(chart, small);
        QCOMPARE(chart.picture().loadLine, -1.0); // so far off that the bars would be lines
        QVERIFY(chart.description().contains(QStringLiteral("Load line of 8 GPUs")));
        Plan none = serving();
        none.gpus.clear();
        show(chart, none);
        QCOMPARE(chart.picture().loadLine, -1.0);
        QVERIFY(!chart.description().contains(QStringLiteral("Load line")));
    }

    void saysEverythingInWords()
    {
        WaterfallChart chart;
        show(chart, serving());
        const QString words = chart.description();
        for (const WaterfallRow &row : chart.input().rows) {
            QVERIFY(words.contains(row.label));
            QVERIFY(words.contains(row.change));
        }
        QVERIFY(words.contains(QStringLiteral("The answer")));
        QVERIFY(chart.targetText(1).contains(QStringLiteral("\u2212 "))); // a sign, not a colour
        show(chart, serving(), SizeUnit::GB);
        for (const WaterfallRow &row : chart.input().rows)
            QVERIFY2(row.change.endsWith(QStringLiteral(" GB")), qPrintable(row.change));
    }

    void choosingTellsTheStep()
    {
        WaterfallChart chart;
        show(chart, serving());
        QSignalSpy chosen(&chart, &WaterfallChart::stepChosen);
        const int cache = chart.targetAt(chart.targetRect(3).center());
        QCOMPARE(cache, 3);
        chart.choose(cache);
        QCOMPARE(chosen.takeFirst().at(1).toString(), chart.input().rows[3].key);
        chart.choose(chart.targetCount() - 1);
        QCOMPARE(chosen.takeFirst().at(1).toString(), QStringLiteral("sum"));
        chart.choose(chart.targetCount());
        QVERIFY(chosen.isEmpty());
    }

    /// What is not shown yet leaves its row empty; what is shown stays where it is.
    void stepsAppearOneByOne()
    {
        WaterfallChart chart;
        chart.resize({960, 480});
        Plan plan = serving();
        plan.gpus.clear(); // a dashed line is not the same in every row
        show(chart, plan);
        const auto row = [&](int step) {
            const QRect area = chart.targetRect(step).toRect();
            return figureImage(chart, 1).copy(QRect(area.left(), area.top() + 4, area.width(), 30));
        };
        const QImage first = row(0), last = row(4);
        chart.setShown(2);
        QCOMPARE(row(0), first);
        QVERIFY(row(4) != last);
        QCOMPARE(row(4), row(5));
        chart.setShown(-1);
        QCOMPARE(row(4), last);
    }
};

QTEST_MAIN(WaterfallChartTest)
#include "tst_waterfallchart.moc"
