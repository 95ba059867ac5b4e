// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planning/cost.h"

#include "core/planning/qualitytext.h"

#include <QJsonObject>
#include <QTest>

using namespace plimsoll;

/// Costs by sums that stand beside each row, on GPUs made up for them; and the words for measured quality.
class CostTest : public QObject
{
    Q_OBJECT

private:
    static CloudOffer offer(double price, int gpus, const QString &asOf)
    {
        CloudOffer offer;
        offer.pricePerHour = price;
        offer.gpuCount = gpus;
        offer.asOf = asOf;
        return offer;
    }
    static ResolvedPlan two()
    {
        Gpu big, small;
        big.tdpWatts = 700;
        big.cloud = {offer(16, 8, QStringLiteral("2026-07-20")), offer(2.5, 1, QStringLiteral("2026-01-01")),
                     offer(-1, 1, QStringLiteral("2020-01-01"))};
        small.tdpWatts = 72;
        small.cloud = {offer(0.5, 1, QStringLiteral("2026-06-18"))};
        ResolvedPlan resolved;
        resolved.gpus = {big, small};
        resolved.plan.gpus = {{QStringLiteral("big"), 2}, {QStringLiteral("small"), 3}};
        return resolved;
    }

private Q_SLOTS:
    void cheapestPerGpu()
    {
        const GpuPrice price = cheapestOffer(two().gpus.front());
        QCOMPARE(price.perHour, 2.0); // 16 / 8, below the single one and the one without a price
        QCOMPARE(price.asOf, QStringLiteral("2026-07-20"));
        QCOMPARE(cheapestOffer(Gpu()).perHour, -1.0);
    }

    void mixedGpus()
    {
        SpeedEstimate speed;
        speed.isKnown = true;
        speed.decodeTokensPerSecondTotal = 500;
        const auto cost = costOf(two(), speed);
        QVERIFY(cost);
        QCOMPARE(cost->pricePerHour, 5.5);                             // 2 x 2 + 3 x 0.5
        QCOMPARE(cost->pricePerMonth(), 4015);                         // 5.5 x 730
        QVERIFY(qAbs(cost->pricePerMillionTokens - 5.5 / 1.8) < 1e-9); // 1.8 million tokens an hour
        QCOMPARE(cost->asOf, QStringLiteral("2026-06-18"));            // the older of the two
        QCOMPARE(cost->watts, 2 * 700 + 3 * 72);
        QVERIFY(!cost->isOwn);
    }

    void ownPrice()
    {
        const auto cost = costOf(two(), SpeedEstimate(), 3.0);
        QCOMPARE(cost->pricePerHour, 15.0); // 5 GPUs
        QCOMPARE(cost->pricePerMillionTokens, -1.0);
        QVERIFY(cost->isOwn && cost->asOf.isEmpty());
        QCOMPARE(costOf(two(), SpeedEstimate(), 0.0)->pricePerHour, 0.0); // a machine that is paid for
    }

    /// A sum never leaves a GPU out.
    void onePriceIsNotKnown()
    {
        ResolvedPlan resolved = two();
        resolved.gpus.back().cloud.clear();
        resolved.gpus.back().tdpWatts = 0;
        SpeedEstimate speed;
        speed.isKnown = true;
        speed.decodeTokensPerSecondTotal = 500;
        const auto cost = costOf(resolved, speed);
        QCOMPARE(cost->pricePerHour, -1.0);
        QCOMPARE(cost->pricePerMonth(), -1.0);
        QCOMPARE(cost->pricePerMillionTokens, -1.0);
        QCOMPARE(cost->watts, 0);
        const QJsonObject json = costToJson(cost).toObject();
        for (const char *key : {"pricePerHour", "pricePerMonth", "pricePerMillionTokens", "asOf", "watts"})
            QVERIFY2(json.value(QLatin1String(key)).isNull(), key);
        QVERIFY(costLine(cost).isEmpty());
        QVERIFY(!costOf(ResolvedPlan(), speed));
    }

    void words_data()
    {
        QTest::addColumn<int>("metric");
        QTest::addColumn<double>("value");
        QTest::addColumn<double>("baseline");
        QTest::addColumn<QString>("phrase");
        QTest::newRow("worse") << int(QualityMetric::Perplexity) << 6.3 << 6.0 << "perplexity +5.0 % (T)";
        QTest::newRow("better by chance")
            << int(QualityMetric::Perplexity) << 5.94 << 6.0 << QStringLiteral("perplexity \u22121.0 % (T)");
        QTest::newRow("hardly") << int(QualityMetric::Perplexity) << 6.0018 << 6.0 << "perplexity +0.03 % (T)";
        QTest::newRow("points") << int(QualityMetric::Accuracy) << 61.5 << 64.0
                                << QStringLiteral("accuracy \u22122.5 points (T)");
        QTest::newRow("no baseline") << int(QualityMetric::Accuracy) << 61.5 << -1.0 << "accuracy 61.5 % (T)";
        QTest::newRow("recovery") << int(QualityMetric::Recovery) << 94.34 << 100.0
                                  << "keeps 94.3 % of the accuracy (T)";
        QTest::newRow("divergence") << int(QualityMetric::KlDivergence) << 0.0313 << 0.0 << "KL divergence 0.0313 (T)";
    }
    void words()
    {
        QFETCH(int, metric);
        QFETCH(double, value);
        QFETCH(double, baseline);
        QFETCH(QString, phrase);
        MeasuredQuality quality;
        quality.metric = QualityMetric(metric);
        quality.value = value;
        if (baseline >= 0)
            quality.baseline = baseline;
        quality.evaluation = QStringLiteral("T");
        QCOMPARE(qualityPhrase(quality), phrase);
    }

    void summaryPrefersWhatCompares()
    {
        MeasuredQuality accuracy, divergence, perplexity;
        accuracy.metric = QualityMetric::Accuracy;
        divergence.metric = QualityMetric::KlDivergence;
        divergence.baseline = 0;
        perplexity.value = 6.3;
        perplexity.baseline = 6;
        QVERIFY(qualitySummary({accuracy, divergence, perplexity}).startsWith(QLatin1String("perplexity")));
        QVERIFY(qualitySummary({accuracy, divergence}).startsWith(QLatin1String("KL")));
        QVERIFY(qualitySummary({}).isEmpty());
    }
};

QTEST_GUILESS_MAIN(CostTest)
#include "tst_cost.moc"
