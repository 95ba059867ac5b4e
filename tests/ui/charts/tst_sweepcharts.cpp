// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planning/limits.h"
#include "core/planning/planning.h"
#include "core/planning/workloadscales.h"
#include "core/units/quantity.h"
#include "core/units/sizeformat.h"
#include "tests/ui/charts/collision.h"
#include "ui/charts/sweepcharts.h"

#include <QAreaSeries>
#include <QChart>
#include <QImage>
#include <QPainter>
#include <QSignalSpy>
#include <QTest>

#include <cmath>

using namespace plimsoll;

namespace {

struct Answer {
    ResolvedPlan plan;
    Estimate estimate;
    Comparison comparison;

    const Catalog *catalog = nullptr;

    ChartValues values(SizeUnit unit = SizeUnit::GiB) const
    {
        return {plan, estimate, comparison, unit, nullptr, catalog};
    }
};

QFont pinnedFont(double scale = 1)
{
    QFont font(QStringLiteral("DejaVu Sans"));
    font.setPixelSize(qRound(13 * scale));
    return font;
}

} // namespace

class SweepChartsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyPointIsTheEstimateThere();
    void crossingIsTheLastThatFits();
    void pointsAreStopsOfTheSlider();
    void everySizeIsThePlanOfThatSize();
    void largestSizeThatFits();
    void pointOfANamedModel();
    void sizesWithoutAGpu();
    void sizesNeverCollide();
    void llamaCppPlansItsBuffersAtEveryPoint();
    void neverCollides();
    void areasAreWhereTheLayoutSays();
    void hatchedOnlyAboveTheLine();
    void clickingChooses();
    void ruleOfThumbIsFlatAndSaysSo();
    void withoutAGpu();
    void contextOffTheAxis();
    void saysItsNumbersInWords();
    void themeChangesWithoutNewValues();

private:
    Answer answerTo(const Plan &plan)
    {
        Result<ResolvedPlan> resolved = resolve(plan, m_catalog);
        if (!resolved)
            qFatal("%s", qPrintable(resolved.error().text));
        const Estimate made = estimate(*resolved);
        return {*resolved, made, compare(*resolved), &m_catalog};
    }
    static Plan plan70(int gpus = 4, qint64 context = 32768, qint64 users = 8)
    {
        Plan plan;
        plan.model = NamedModel{QStringLiteral("meta-llama/Llama-3.1-70B-Instruct")};
        plan.contextLength = context;
        plan.sequences = users;
        if (gpus > 0)
            plan.gpus = {GpuChoice{QStringLiteral("nvidia-h100-sxm-80gb"), gpus}};
        return plan;
    }

    Catalog m_catalog = Catalog::builtIn();
};

void SweepChartsTest::everyPointIsTheEstimateThere()
{
    const Answer answer = answerTo(plan70());
    for (const SweepInput &input : {contextSweep(answer.values()), sequencesSweep(answer.values())}) {
        QVERIFY(input.points.size() > 20);
        const bool context = input.points.back().x > 2000;
        for (const SweepPoint &point : input.points) {
            const Answer there = answerTo(context ? plan70(4, point.x, 8) : plan70(4, 32768, point.x));
            QCOMPARE(point.items.total(), there.estimate.total.total());
            QCOMPARE(point.fits, there.estimate.fits);
        }
        QCOMPARE(input.current.items.total(), answer.estimate.total.total());
    }
}

void SweepChartsTest::crossingIsTheLastThatFits()
{
    const Answer answer = answerTo(plan70());
    const SweepInput input = contextSweep(answer.values());
    QVERIFY(answerTo(plan70(4, input.mostThatFits, 8)).estimate.fits);
    QVERIFY(!answerTo(plan70(4, input.mostThatFits + 1, 8)).estimate.fits);
    QVERIFY(input.crossingText.contains(formatCount(input.mostThatFits, QLocale())));
}

void SweepChartsTest::pointsAreStopsOfTheSlider()
{
    const SweepInput input = contextSweep(answerTo(plan70()).values());
    const LogScale scale = contextScale(131072);
    for (size_t i = 0; i < input.points.size(); ++i)
        QCOMPARE(input.points[i].x, scale.value(int(i)));
}

void SweepChartsTest::everySizeIsThePlanOfThatSize()
{
    const Answer answer = answerTo(plan70());
    const SweepInput input = parametersSweep(answer.values());
    QVERIFY(input.points.size() > 20);
    const LogScale scale = parametersScale();
    for (size_t i = 0; i < input.points.size(); i += 9) {
        QCOMPARE(scale.value(scale.position(input.points[i].x)), input.points[i].x);
        Plan plan = plan70();
        plan.model = FreeSize{input.points[i].x};
        plan.engine = QStringLiteral("vllm");
        const Answer there = answerTo(plan);
        QCOMPARE(input.points[i].items.total(), there.estimate.total.total());
        QCOMPARE(input.points[i].fits, there.estimate.fits);
    }
}

/// As it is written, with three digits, it fits; one more in the last of them does not.
void SweepChartsTest::largestSizeThatFits()
{
    const SweepInput input = parametersSweep(answerTo(plan70(2)).values());
    QVERIFY(input.mostThatFits > 10'000'000'000 && input.mostThatFits < 100'000'000'000);
    QCOMPARE(input.mostThatFits % 100'000'000, 0);
    for (const auto &[more, fits] : {std::pair<qint64, bool>{0, true}, {100'000'000, false}}) {
        Plan plan = plan70(2);
        plan.engine = QStringLiteral("vllm");
        plan.model = FreeSize{input.mostThatFits + more};
        QCOMPARE(answerTo(plan).estimate.fits, fits);
    }
    QCOMPARE(input.crossingText,
             QStringLiteral("fits up to %1 on 2 GPUs").arg(formatParameters(input.mostThatFits, QLocale())));
    QCOMPARE(input.crossing.x, input.mostThatFits);
}

void SweepChartsTest::pointOfANamedModel()
{
    const Answer answer = answerTo(plan70());
    const SweepInput named = parametersSweep(answer.values());
    QCOMPARE(named.current.x, 70'553'706'496); // the count of its model card
    QCOMPARE(named.current.items.total(), answer.estimate.total.total());
    QVERIFY2(named.axisName.contains(QStringLiteral("typical shapes")), qPrintable(named.axisName));
    QVERIFY(named.description().contains(QStringLiteral("Llama 3.1 70B")));
    Plan plan = plan70();
    plan.model = FreeSize{13'000'000'000};
    QCOMPARE(parametersSweep(answerTo(plan).values()).current.x, 13'000'000'000);
}

void SweepChartsTest::sizesWithoutAGpu()
{
    const SweepInput input = parametersSweep(answerTo(plan70(0)).values());
    QVERIFY(input.crossingText.isEmpty() && input.noCrossingText.isEmpty());
    QVERIFY(input.ends.last > input.current.x);
    QVERIFY(layOut(input, {900, 420}, pinnedFont()).lines.empty());
}

void SweepChartsTest::sizesNeverCollide()
{
    for (int gpus : {0, 1, 4, 8}) {
        SweepInput input = parametersSweep(answerTo(plan70(gpus)).values());
        for (QSizeF size : {QSizeF(480, 300), QSizeF(560, 260), QSizeF(960, 400), QSizeF(1920, 1080)}) {
            for (double type : {1.0, 1.5}) {
                input.legend = !input.legend;
                const QSizeF room = size.expandedTo({480 * type, 300 * type});
                const SweepPicture picture = layOut(input, room, pinnedFont(type));
                QCOMPARE(test::collision(picture.texts, room), QString());
                QVERIFY(picture.tickX.size() >= 2);
            }
        }
    }
}

/// Its compute buffers follow the context, and are planned anew for each.
void SweepChartsTest::llamaCppPlansItsBuffersAtEveryPoint()
{
    Plan plan;
    plan.model = NamedModel{QStringLiteral("meta-llama/Llama-3.1-8B-Instruct")};
    plan.engine = QStringLiteral("llama.cpp");
    plan.weights = QStringLiteral("q4_k_m");
    plan.contextLength = 8192;
    plan.gpus = {GpuChoice{QStringLiteral("nvidia-rtx-4090-24gb"), 1}};
    const SweepInput input = contextSweep(answerTo(plan).values());
    for (size_t i = 0; i < input.points.size(); i += 12) {
        plan.contextLength = input.points[i].x;
        QCOMPARE(input.points[i].items.total(), answerTo(plan).estimate.total.total());
    }
}

void SweepChartsTest::neverCollides()
{
    const QSizeF sizes[] = {{480, 300}, {560, 340}, {960, 400}, {1300, 500}, {1920, 1080}};
    for (int gpus : {0, 1, 2, 4, 8}) {
        for (qint64 context : {1, 512, 4096, 32768, 53648, 131072, 262144}) {
            for (qint64 users : {1, 8, 200}) {
                const Answer answer = answerTo(plan70(gpus, context, users));
                for (SweepInput input : {contextSweep(answer.values()), sequencesSweep(answer.values())}) {
                    input.legend = users == 8;
                    for (QSizeF size : sizes) {
                        for (double type : {1.0, 1.5}) {
                            const QSizeF room = size.expandedTo({480 * type, 300 * type});
                            const QString wrong = test::collision(layOut(input, room, pinnedFont(type)).texts, room);
                            QVERIFY2(wrong.isEmpty(), qPrintable(QStringLiteral("%1 at %2 x %3, type %4, %5 GPUs, %6")
                                                                     .arg(wrong)
                                                                     .arg(room.width())
                                                                     .arg(room.height())
                                                                     .arg(type)
                                                                     .arg(gpus)
                                                                     .arg(input.title)));
                        }
                    }
                }
            }
        }
    }
}

void SweepChartsTest::areasAreWhereTheLayoutSays()
{
    ContextChart chart;
    chart.setFont(pinnedFont());
    chart.update(answerTo(plan70()).values(), Theme::light());
    for (QSize size : {QSize(960, 400), QSize(480, 300), QSize(1600, 900)}) {
        chart.resize(size);
        const SweepPicture &picture = chart.picture();
        QCOMPARE(chart.chart()->plotArea(), picture.plot);
        for (size_t i = 0; i < chart.input().points.size(); i += 7) {
            const SweepPoint &point = chart.input().points[i];
            const QPointF there =
                chart.chart()->mapToPosition(QPointF(std::log2(double(point.x)), point.items.total().gibibytes()),
                                             chart.chart()->series().constFirst());
            QVERIFY(std::abs(there.x() - picture.top[qsizetype(i)].x()) < 0.5);
            QVERIFY(std::abs(there.y() - picture.top[qsizetype(i)].y()) < 0.5);
        }
    }
}

void SweepChartsTest::hatchedOnlyAboveTheLine()
{
    const SweepInput input = contextSweep(answerTo(plan70()).values());
    const SweepPicture picture = layOut(input, {960, 400}, pinnedFont());
    QVERIFY(!picture.hatched.empty());
    for (const QRectF &strip : picture.hatched)
        QVERIFY(strip.left() > picture.crossing.x() - 4);
    QVERIFY(layOut(contextSweep(answerTo(plan70(0)).values()), {960, 400}, pinnedFont()).hatched.empty());
}

void SweepChartsTest::clickingChooses()
{
    ContextChart context;
    context.setFont(pinnedFont());
    context.resize({900, 420});
    context.update(answerTo(plan70()).values(), Theme::light());
    QSignalSpy tokens(&context, &ChartPanel::contextChosen);
    const double x = context.picture().xOf(16384);
    context.choose(context.targetAt({x, context.picture().plot.center().y()}));
    QCOMPARE(tokens.takeFirst().at(0).toLongLong(), 16384);
    context.choose(context.targetAt({2, 2}));
    QVERIFY(tokens.isEmpty());
    QCOMPARE(context.input().points[size_t(context.chosenTarget())].x, 32768);

    UsersChart users;
    users.setFont(pinnedFont());
    users.resize({900, 420});
    users.update(answerTo(plan70()).values(), Theme::light());
    QSignalSpy sequences(&users, &ChartPanel::sequencesChosen);
    users.choose(users.targetAt({users.picture().xOf(4), users.picture().plot.center().y()}));
    QCOMPARE(sequences.takeFirst().at(0).toLongLong(), 4);
}

void SweepChartsTest::ruleOfThumbIsFlatAndSaysSo()
{
    Plan plan;
    plan.model = FreeSize{13'000'000'000};
    plan.weights = QStringLiteral("fp16");
    plan.gpus = {GpuChoice{QStringLiteral("nvidia-a100-sxm-80gb"), 1}};
    const Answer answer = answerTo(plan);
    const SweepInput input = contextSweep(answer.values());
    QCOMPARE(input.points.front().items.total(), input.points.back().items.total());
    QVERIFY(!input.emptyText.isEmpty());
    QVERIFY(input.crossingText.isEmpty());
    QVERIFY(layOut(input, {900, 420}, pinnedFont()).hatched.empty());
}

void SweepChartsTest::withoutAGpu()
{
    const SweepInput input = contextSweep(answerTo(plan70(0)).values());
    QVERIFY(input.crossingText.isEmpty());
    const SweepPicture picture = layOut(input, {900, 420}, pinnedFont());
    QVERIFY(picture.lines.empty());
    QVERIFY(!input.pointText(input.current).contains(QStringLiteral("GPU")));
}

void SweepChartsTest::contextOffTheAxis()
{
    const SweepInput beyond = contextSweep(answerTo(plan70(8, 500'000, 1)).values());
    QCOMPARE(beyond.points.back().x, 500'000);
    const SweepInput before = contextSweep(answerTo(plan70(8, 10, 1)).values());
    QCOMPARE(before.points.front().x, 10);
}

void SweepChartsTest::saysItsNumbersInWords()
{
    const Answer answer = answerTo(plan70());
    const QString words = contextSweep(answer.values()).description();
    const QStringList parts{
        QStringLiteral("The plan, 32,768: ") + formatSize(answer.estimate.total.total(), SizeUnit::GiB),
        QStringLiteral("Load line of 4 GPUs"), QStringLiteral("fits up to "), QStringLiteral("131,072")};
    for (const QString &part : parts)
        QVERIFY2(words.contains(part), qPrintable(part + QLatin1String(" in ") + words));
}

void SweepChartsTest::themeChangesWithoutNewValues()
{
    const Answer answer = answerTo(plan70());
    const auto picture = [](ContextChart &chart) {
        QImage image(800, 400, QImage::Format_RGB32);
        QPainter painter(&image);
        chart.render(&painter, QRectF(0, 0, 800, 400));
        return image;
    };
    ContextChart changed, fresh;
    for (ContextChart *chart : {&changed, &fresh}) {
        chart->setFont(pinnedFont());
        chart->resize({800, 400});
    }
    changed.update(answer.values(), Theme::light());
    changed.setTheme(Theme::dark());
    fresh.update(answer.values(), Theme::dark());
    QCOMPARE(picture(changed), picture(fresh));
    QCOMPARE(picture(fresh).pixelColor(2, 398), Theme::dark().color(ThemeColor::Panel));
}

QTEST_MAIN(SweepChartsTest)
#include "tst_sweepcharts.moc"
