// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planning/limits.h"
#include "core/planning/planning.h"
#include "core/planning/speed/speedtext.h"
#include "core/planning/workloadscales.h"
#include "core/units/quantity.h"
#include "tests/ui/charts/collision.h"
#include "ui/charts/speedchart.h"

#include <QSignalSpy>
#include <QTest>

using namespace plimsoll;

namespace {

QFont pinnedFont(double scale = 1)
{
    QFont font(QStringLiteral("DejaVu Sans"));
    font.setPixelSize(qRound(13 * scale));
    return font;
}

} // namespace

class SpeedChartTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyPointIsTheSpeedThere();
    void memoryEndsWhereItEnds();
    void bandIsTheInterval();
    void boundsSaySo();
    void withoutASpeedSaysWhy();
    void saysItsNumbersInWords();
    void clickingChooses();
    void neverCollides();

private:
    static Plan plan(qint64 users = 8, const char *gpu = "nvidia-h100-sxm-80gb", int gpus = 4)
    {
        Plan plan;
        plan.model = NamedModel{QStringLiteral("meta-llama/Llama-3.1-70B-Instruct")};
        plan.contextLength = 32768;
        plan.sequences = users;
        if (gpus > 0)
            plan.gpus = {GpuChoice{QString::fromLatin1(gpu), gpus}};
        return plan;
    }
    ResolvedPlan resolved(const Plan &plan)
    {
        const Result<ResolvedPlan> resolved = resolve(plan, m_catalog);
        if (!resolved)
            qFatal("%s", qPrintable(resolved.error().text));
        return *resolved;
    }
    SpeedInput input(const Plan &plan)
    {
        SpeedChart chart;
        const ResolvedPlan known = resolved(plan);
        chart.update({known, estimate(known), compare(known)}, Theme::light());
        return chart.input();
    }

    Catalog m_catalog = Catalog::builtIn();
};

void SpeedChartTest::everyPointIsTheSpeedThere()
{
    const SpeedInput shown = input(plan());
    QVERIFY(shown.points.size() > 10);
    const LogScale scale = sequencesScale();
    for (size_t i = 0; i < shown.points.size(); ++i) {
        const SpeedPoint &point = shown.points[i];
        QCOMPARE(point.users, scale.value(int(i)));
        const SpeedEstimate there = speedOf(resolved(plan(point.users)));
        QCOMPARE(point.speed.decodeTokensPerSecond, there.decodeTokensPerSecond);
        QCOMPARE(point.speed.decodeTokensPerSecondTotal, there.decodeTokensPerSecond * double(point.users));
        QCOMPARE(point.speed.timeToFirstToken, there.timeToFirstToken);
    }
}

void SpeedChartTest::memoryEndsWhereItEnds()
{
    const SpeedInput shown = input(plan());
    QVERIFY(estimate(resolved(plan(shown.mostThatFits))).fits);
    QVERIFY(!estimate(resolved(plan(shown.mostThatFits + 1))).fits);
    QCOMPARE(shown.crossingText, QStringLiteral("memory ends at %1 users").arg(shown.mostThatFits));
    const SpeedPicture picture = layOut(shown, {900, 420}, pinnedFont());
    for (const SpeedPicture::Plot &plot : picture.plots) {
        QCOMPARE(plot.endX, picture.xOf(plot, shown.mostThatFits));
        QCOMPARE(plot.hatched.left(), plot.endX);
        QVERIFY(plot.fits.constLast().x() <= plot.endX && plot.beyond.constFirst().x() >= plot.endX);
    }
    const SpeedInput tooSmall = input(plan(1, "nvidia-rtx-4090-24gb", 1));
    QCOMPARE(tooSmall.mostThatFits, 0);
    QVERIFY(!tooSmall.crossingText.isEmpty());
    QVERIFY(layOut(tooSmall, {900, 420}, pinnedFont()).plots[0].fits.isEmpty());
}

void SpeedChartTest::bandIsTheInterval()
{
    const SpeedInput shown = input(plan());
    QVERIFY(!shown.isBound);
    const SpeedPicture picture = layOut(shown, {900, 420}, pinnedFont());
    for (const SpeedPicture::Plot &plot : picture.plots) {
        QCOMPARE(plot.band.size(), 2 * qsizetype(shown.points.size()));
        for (qsizetype i = 0; i < plot.line.size(); ++i) { // from the top of the band down to its bottom
            QVERIFY(plot.band[i].y() < plot.line[i].y());
            QVERIFY(plot.band[plot.band.size() - 1 - i].y() > plot.line[i].y());
        }
    }
}

void SpeedChartTest::boundsSaySo()
{
    Plan other = plan();
    other.engine = QStringLiteral("transformers");
    const SpeedInput shown = input(other);
    QVERIFY(shown.isBound);
    QVERIFY(shown.basisText.contains(QStringLiteral("only a bound")));
    QVERIFY(shown.pointText(shown.current).contains(QStringLiteral("at most")));
    const SpeedPicture picture = layOut(shown, {900, 420}, pinnedFont());
    QVERIFY(picture.plots[0].band.isEmpty());
    int saying = 0;
    for (const PlacedText &text : picture.texts)
        saying += text.text.contains(QStringLiteral("at most")) ? 1 : 0;
    QVERIFY(saying >= 2);
}

void SpeedChartTest::withoutASpeedSaysWhy()
{
    const SpeedInput none = input(plan(8, "", 0));
    QVERIFY(none.points.empty());
    QVERIFY(none.emptyText.contains(QStringLiteral("GPU")));
    QVERIFY(none.description().contains(none.emptyText.chopped(1)));
    bool isSaid = false;
    for (const PlacedText &text : layOut(none, {900, 420}, pinnedFont()).texts)
        isSaid = isSaid || text.text == none.emptyText;
    QVERIFY(isSaid);

    Plan partly = plan(1, "nvidia-rtx-4090-24gb", 1);
    partly.engine = QStringLiteral("llama.cpp");
    partly.weights = QStringLiteral("q4_k_m");
    partly.engineOptions.insert(QStringLiteral("gpuLayers"), 20);
    QVERIFY(input(partly).emptyText.contains(QStringLiteral("processor")));
}

void SpeedChartTest::saysItsNumbersInWords()
{
    const SpeedInput shown = input(plan());
    const QString each = speedNumber(shown.current.speed.decodeTokensPerSecond, QLocale());
    const QString words = shown.description();
    const QStringList parts{QStringLiteral("The plan, 8 users: %1 tokens/s each").arg(each),
                            QStringLiteral("90 % interval"), QStringLiteral("tokens/s in all"),
                            QStringLiteral("First token after"), QStringLiteral("memory ends at ")};
    for (const QString &part : parts)
        QVERIFY2(words.contains(part), qPrintable(part + QLatin1String(" in ") + words));
}

void SpeedChartTest::clickingChooses()
{
    SpeedChart chart;
    chart.setFont(pinnedFont());
    chart.resize({900, 420});
    const ResolvedPlan known = resolved(plan());
    chart.update({known, estimate(known), compare(known)}, Theme::light());
    QSignalSpy users(&chart, &ChartPanel::sequencesChosen);
    for (const SpeedPicture::Plot &plot : chart.picture().plots) {
        chart.choose(chart.targetAt({chart.picture().xOf(plot, 4), plot.area.center().y()}));
        QCOMPARE(users.takeFirst().at(0).toLongLong(), 4);
    }
    chart.choose(chart.targetAt({2, 2}));
    QVERIFY(users.isEmpty());
    QCOMPARE(chart.input().points[size_t(chart.chosenTarget())].users, 8);
}

void SpeedChartTest::neverCollides()
{
    for (qint64 users : {1, 2, 8, 13, 60, 1000}) {
        for (const char *gpu : {"nvidia-h100-sxm-80gb", "nvidia-rtx-4090-24gb"}) {
            const SpeedInput shown = input(plan(users, gpu));
            for (QSizeF size : {QSizeF(480, 250), QSizeF(600, 250), QSizeF(960, 400), QSizeF(1920, 1080)}) {
                for (double type : {1.0, 1.5}) {
                    const QSizeF room = size.expandedTo({480 * type, 250 * type});
                    const SpeedPicture picture = layOut(shown, room, pinnedFont(type));
                    const QString collided = test::collision(picture.texts, room);
                    QVERIFY2(collided.isEmpty(), qPrintable(collided));
                }
            }
        }
    }
}

QTEST_MAIN(SpeedChartTest)
#include "tst_speedchart.moc"
