// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planning/pinedits.h"
#include "core/planning/plancomparison.h"
#include "tests/ui/charts/collision.h"
#include "ui/charts/comparechart.h"
#include "ui/loadline.h"

#include <QSignalSpy>
#include <QTest>

using namespace plimsoll;

/// The bars of the plan and of those pinned to it.
class CompareChartTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneBarAPlan();
    void sameGpusShareTheirLines();
    void otherGpusHaveTheirOwn();
    void aPlanWithoutAnAnswerHasNoBar();
    void nothingOverlaps_data();
    void nothingOverlaps();
    void choosingGoesBack();

private:
    template <typename Reader>
    auto read(const Plan &plan, Reader reader)
    {
        const Result<PlanAnswer> answer = answerPlan(plan, m_catalog);
        if (!answer)
            qFatal("%s", qPrintable(answer.error().text));
        const std::vector<ComparedPlan> pinned = comparedPins(plan.pins, m_catalog);
        return reader(ChartValues{answer->plan, answer->estimate, answer->comparison, SizeUnit::GiB, &pinned});
    }
    BarInput input(const Plan &plan)
    {
        return read(plan, [](const ChartValues &values) { return compareInput(values); });
    }

    Catalog m_catalog = Catalog::builtIn();
};

namespace {

Plan on(const char *gpu, int count, const char *weights = "")
{
    Plan plan;
    plan.engine = QStringLiteral("vllm");
    plan.weights = QString::fromLatin1(weights);
    plan.gpus = {{QString::fromLatin1(gpu), count}};
    return plan;
}

constexpr const char *k4090 = "nvidia-rtx-4090-24gb";
constexpr const char *kH100 = "nvidia-h100-sxm-80gb";

/// `plan` with `pinned`, whose names are as long as the program makes them.
Plan with(Plan plan, const std::vector<Plan> &pinned)
{
    for (const Plan &each : pinned) {
        Plan pin = each;
        pin.pins = plan.pins;
        plan.pins = withPin(pin, QStringLiteral("Llama 3.1 8B %1").arg(each.weights)).pins;
    }
    return plan;
}

} // namespace

void CompareChartTest::oneBarAPlan()
{
    QCOMPARE(input(on(k4090, 1)).columns.size(), size_t(1));
    const BarInput bars = input(with(on(k4090, 1), {on(k4090, 1, "int4"), on(kH100, 2)}));
    QCOMPARE(bars.columns.size(), size_t(3));
    QCOMPARE(bars.chosen, 0);
    QCOMPARE(bars.columns[0].name, thisPlanName());
    QCOMPARE(bars.columns[1].name, QStringLiteral("Llama 3.1 8B int4"));
    const Result<PlanAnswer> alone = answerPlan(on(k4090, 1, "int4"), m_catalog);
    QVERIFY(alone.ok());
    QCOMPARE(bars.columns[1].items.total(), alone->estimate.total.total());
    QCOMPARE(bars.columns[1].low, alone->estimate.low);
    QVERIFY(bars.description().contains(QStringLiteral("Llama 3.1 8B int4")));
}

void CompareChartTest::sameGpusShareTheirLines()
{
    const BarInput bars = input(with(on(k4090, 1), {on(k4090, 1, "int4")}));
    QVERIFY(bars.capacity.own > Bytes());
    QCOMPARE(bars.capacity.own, bars.columns[1].capacity);
}

void CompareChartTest::otherGpusHaveTheirOwn()
{
    for (const Plan &other : {on(kH100, 1), on(k4090, 2)}) {
        const BarInput bars = input(with(on(k4090, 1), {other}));
        QCOMPARE(bars.capacity.own, Bytes());
        const Result<PlanAnswer> alone = answerPlan(other, m_catalog);
        QVERIFY(alone.ok());
        QCOMPARE(bars.columns[1].capacity, planCapacity(alone->estimate));
        QVERIFY(bars.columns[0].capacity != bars.columns[1].capacity);
        const BarPicture picture = layOut(bars, {800, 400}, QFont());
        QVERIFY(picture.columns[0].ownLine >= 0);
    }
}

void CompareChartTest::aPlanWithoutAnAnswerHasNoBar()
{
    const Plan plan = with(on(k4090, 1), {on("nvidia-h1000", 1)});
    const BarInput bars = input(plan);
    QVERIFY(bars.columns[1].isAbsent);
    const QString text = bars.columnText(1);
    QVERIFY2(text.contains(QStringLiteral("nvidia-h1000")) && !text.contains(QStringLiteral("GiB")), qPrintable(text));
    const BarPicture picture = layOut(bars, {800, 400}, QFont());
    QVERIFY(picture.columns[1].segments.empty());
    int totals = 0;
    for (const PlacedText &placed : picture.texts)
        totals += placed.kind == PlacedText::Kind::Total ? 1 : 0;
    QCOMPARE(totals, 1);
}

void CompareChartTest::nothingOverlaps_data()
{
    QTest::addColumn<int>("pins");
    QTest::addColumn<QSizeF>("size");
    for (int pins : {0, 1, 3, 8, 12}) {
        for (const QSizeF &size : {QSizeF(560, 240), QSizeF(960, 480)})
            QTest::addRow("%d on %d", pins, int(size.width())) << pins << size;
    }
}

void CompareChartTest::nothingOverlaps()
{
    QFETCH(int, pins);
    QFETCH(QSizeF, size);
    const std::vector<Plan> kinds{on(k4090, 1, "int4"), on(kH100, 2, "bf16"), on("nvidia-h1000", 1),
                                  on(k4090, 4, "fp8")};
    std::vector<Plan> pinned;
    for (int i = 0; i < pins; ++i)
        pinned.push_back(kinds[size_t(i) % kinds.size()]);
    QFont font;
    font.setPixelSize(13);
    const BarPicture picture = layOut(input(with(on(k4090, 1), pinned)), size, font);
    QCOMPARE(picture.columns.size(), size_t(pins + 1));
    const QString collided = test::collision(picture.texts, size);
    QVERIFY2(collided.isEmpty(), qPrintable(collided));
}

void CompareChartTest::choosingGoesBack()
{
    CompareChart chart;
    read(with(on(k4090, 1), {on(k4090, 1, "int4"), on(kH100, 1)}), [&](const ChartValues &values) {
        chart.update(values, Theme::light());
        return 0;
    });
    QCOMPARE(chart.targetCount(), 3);
    QSignalSpy chosen(&chart, &ChartPanel::pinChosen);
    chart.choose(0);
    QCOMPARE(chosen.size(), 0);
    chart.choose(2);
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen.front().front().toInt(), 1);
}

QTEST_MAIN(CompareChartTest)
#include "tst_comparechart.moc"
