// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engines/residuals.h"
#include "core/planning/planning.h"
#include "tests/accuracy/residualwidths.h"

#include <QJsonDocument>
#include <QTest>

#include <cmath>

using namespace plimsoll;

namespace {

const QJsonObject &table()
{
    static const QJsonObject json = QJsonDocument::fromJson(R"({
        "measured": ["LlamaForCausalLM", "gemma3", "Gemma3ForConditionalGeneration"],
        "records": [
            {"from": "2.0", "kind": "dense", "configurations": 12, "halfWidth": 2, "shares": {"graphs": 0.5}},
            {"from": "1.0", "kind": "dense", "configurations": 3, "halfWidth": 4, "otherVersions": true,
             "shares": {"graphs": 0.5, "runtime": 0.25}},
            {"from": "1.0", "kind": "moe", "configurations": 11, "halfWidth": 3, "with": ["mla"], "shares": {}},
            {"from": "0", "kind": "unmeasured", "configurations": 20, "halfWidth": 7, "shares": {"activations": 1}}
        ]})")
                                        .object();
    return json;
}

ModelArchitecture modelOf(const char *architecture)
{
    ModelArchitecture model;
    model.architecture = QString::fromLatin1(architecture);
    LayerGroup group;
    group.mixer = GroupedAttention{};
    model.groups = {group};
    model.layerGroups = {0, 0};
    return model;
}

accuracy::Sample sample(int i, const char *range, const char *kind, double error)
{
    accuracy::Sample sample;
    sample.range = QLatin1String(range);
    sample.from = sample.range;
    sample.kind = QLatin1String(kind);
    sample.model = sample.family = sample.configuration = QStringLiteral("%1 %2").arg(sample.range).arg(i);
    sample.items[size_t(Item::Activations)] = 1;
    sample.itemErrors[size_t(Item::Activations)] = 1; // so that all of it is uncertain
    sample.error = error;
    return sample;
}

} // namespace

class ResidualsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// Which record a plan takes, and what the text says that it rests on.
    void records_data()
    {
        QTest::addColumn<QByteArray>("architecture");
        QTest::addColumn<QString>("version");
        QTest::addColumn<double>("half");
        QTest::addColumn<QString>("basis");
        QTest::newRow("its own kind") << QByteArray("LlamaForCausalLM") << "2.1" << 2.0 << "E, dense";
        QTest::newRow("an older version")
            << QByteArray("LlamaForCausalLM") << "1.9" << 4.0 << "all kinds and versions, widened";
        QTest::newRow("no version") << QByteArray("LlamaForCausalLM") << "" << 2.0 << "E, dense";
        QTest::newRow("a GGUF name of a class") << QByteArray("llama") << "2.0" << 2.0 << "E, dense";
        QTest::newRow("another ending of a class") << QByteArray("Gemma3ForCausalLM") << "2.0" << 2.0 << "E, dense";
        QTest::newRow("before the first version")
            << QByteArray("LlamaForCausalLM") << "0.9" << 7.0 << "other architectures or versions";
        QTest::newRow("not measured") << QByteArray("Gemma2ForCausalLM") << "2.0" << 7.0 << "other architectures";
    }
    void records()
    {
        QFETCH(QByteArray, architecture);
        QFETCH(QString, version);
        QFETCH(double, half);
        QFETCH(QString, basis);
        const auto interval = intervalOf(table(), version, modelOf(architecture.constData()), QStringLiteral("E"));
        QCOMPARE(interval.below, half);
        QCOMPARE(interval.above, half);
        QVERIFY2(interval.basis.contains(basis), qPrintable(interval.basis));
    }

    /// 2 x (0.5 x 4 GiB of graphs) around the total; what has no share is arithmetic.
    void shares()
    {
        ItemBytes items;
        items[Item::Weights] = Bytes::fromGiB(10);
        items[Item::Graphs] = Bytes::fromGiB(4);
        const auto interval =
            intervalOf(table(), QStringLiteral("2.0"), modelOf("LlamaForCausalLM"), QStringLiteral("E"));
        QCOMPARE(interval.low(items), Bytes::fromGiB(10));
        QCOMPARE(interval.high(items), Bytes::fromGiB(18));
    }

    void pooledKindsAreNamed()
    {
        ModelArchitecture model = modelOf("LlamaForCausalLM");
        model.groups[0].moe.emplace();
        model.groups[0].moe->experts = 8;
        const auto interval = intervalOf(table(), QStringLiteral("2.0"), model, QStringLiteral("E"));
        QVERIFY2(interval.basis.contains(QLatin1String("moe and mla, widened because few are moe")),
                 qPrintable(interval.basis));
    }

    /// llama.cpp keeps an encoder in a file of its own, so its kind is that of the text model.
    void encodersApart()
    {
        ModelArchitecture model = modelOf("Gemma3ForConditionalGeneration");
        model.vision.emplace();
        QCOMPARE(architectureKind(model), QStringLiteral("vision"));
        QCOMPARE(architectureKind(model, Encoders::Apart), QStringLiteral("dense"));
    }

    /// Of 19 configurations the 18th: 0.9 x (19 + 1).
    void rank()
    {
        std::vector<accuracy::Sample> samples;
        for (int i = 1; i <= 19; ++i)
            samples.push_back(sample(i, "1", "dense", i));
        QCOMPARE(accuracy::widthOf(samples, QStringLiteral("1"), QStringLiteral("dense")).half, 18.0);
    }

    /// A configuration that was run often weighs no more: its rows share the weight.
    void repeatedRuns()
    {
        accuracy::Measurements measurements;
        for (int i = 1; i <= 9; ++i) {
            accuracy::Total total;
            total.engine = QStringLiteral("e");
            total.configuration = QString::number(i);
            total.measured = 1;
            measurements.totals.push_back(total);
        }
        measurements.totals.push_back(measurements.totals.back());
        const std::vector<accuracy::Sample> samples = accuracy::samplesOf(measurements, QStringLiteral("e"));
        QCOMPARE(samples.size(), size_t(10));
        QCOMPARE(samples.front().weight, 1.0);
        QCOMPARE(samples.back().weight, 0.5);
    }

    /// Nine of one kind are too few: the nearest kind joins, and the eleven are widened by a quarter.
    void pooledWithTheNearestKind()
    {
        std::vector<accuracy::Sample> samples;
        for (int i = 1; i <= 9; ++i)
            samples.push_back(sample(i, "1", "moe", 1));
        for (int i = 10; i <= 11; ++i)
            samples.push_back(sample(i, "1", "mla", 2));
        for (int i = 12; i <= 40; ++i)
            samples.push_back(sample(i, "1", "dense", 100));
        const accuracy::Width width = accuracy::widthOf(samples, QStringLiteral("1"), QStringLiteral("moe"));
        QCOMPARE(width.with, QStringList{QStringLiteral("mla")});
        QCOMPARE(width.configurations, 11);
        QCOMPARE(width.half, 2.0 * 1.25);
        QVERIFY(!width.otherVersions);
    }

    /// Too few of a version in all kinds: the version next to it joins, not one further off.
    void pooledWithTheNextVersion()
    {
        std::vector<accuracy::Sample> samples;
        for (int i = 1; i <= 5; ++i)
            samples.push_back(sample(i, "1", "dense", 1));
        for (int i = 6; i <= 11; ++i)
            samples.push_back(sample(i, "2", "dense", 2));
        for (int i = 12; i <= 40; ++i)
            samples.push_back(sample(i, "3", "dense", 100));
        const accuracy::Width width = accuracy::widthOf(samples, QStringLiteral("1"), QStringLiteral("dense"));
        QVERIFY(width.otherVersions);
        QCOMPARE(width.configurations, 11);
        QCOMPARE(width.half, 2.0 * 1.25);
    }

    /// An item's share is its errors over its sizes: 0.3 of 3 GiB and 0.1 of 1.
    void sharesByItem()
    {
        std::vector<accuracy::Sample> samples;
        for (int i = 1; i <= 10; ++i) {
            samples.push_back(sample(i, "1", "dense", 0.4));
            samples.back().items[size_t(Item::Activations)] = i % 2 == 0 ? 3 : 1;
            samples.back().itemErrors[size_t(Item::Activations)] = i % 2 == 0 ? 0.3 : 0.1;
        }
        const accuracy::Width width = accuracy::widthOf(samples, QStringLiteral("1"), QStringLiteral("dense"));
        QVERIFY(std::abs(width.shares[size_t(Item::Activations)] - 0.1) < 1e-12);
        // 0.4 of 0.1 x 1 GiB is the largest residual.
        QVERIFY(std::abs(width.half - 4) < 1e-9);
    }

    /// Eleven families, one of which always misses by 1: 0.9 x 12 of them are 10.8, so it decides; the other ten have
    /// a hundred rows each and would hide it if rows counted.
    void familiesWeighTheSame()
    {
        std::vector<accuracy::Sample> samples;
        for (int family = 1; family <= 11; ++family) {
            for (int i = 0; i < (family == 11 ? 1 : 100); ++i) {
                samples.push_back(sample(1000 * family + i, "1", "dense", family == 11 ? 1 : 0));
                samples.back().family = QString::number(family);
            }
        }
        QCOMPARE(accuracy::widthOfUnmeasured(samples).half, 1.0);
        // Of 19 families the 18th counts, so one of the two that miss is allowed to.
        for (int family = 12; family <= 19; ++family) {
            samples.push_back(sample(1000 * family, "1", "dense", family == 19 ? 9 : 0));
            samples.back().family = QString::number(family);
        }
        QCOMPARE(accuracy::widthOfUnmeasured(samples).half, 1.0);
        QCOMPARE(accuracy::widthOf(samples, QStringLiteral("1"), QStringLiteral("dense")).half, 0.0);
    }
};

QTEST_GUILESS_MAIN(ResidualsTest)
#include "tst_residuals.moc"
