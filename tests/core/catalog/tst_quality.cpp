// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/quality.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <algorithm>
#include <cmath>

using namespace plimsoll;

class QualityTest : public QObject
{
    Q_OBJECT

private:
    Catalog m_catalog = Catalog::builtIn();

    std::optional<MeasuredQuality> find(const QString &model, const QString &format, QualityMetric metric,
                                        const QString &method = {})
    {
        for (const MeasuredQuality &each : measuredQuality(m_catalog, model, format)) {
            if (each.metric == metric && each.method == method)
                return each;
        }
        return std::nullopt;
    }

private Q_SLOTS:
    void publishedFigures_data()
    {
        QTest::addColumn<QString>("model");
        QTest::addColumn<QString>("format");
        QTest::addColumn<int>("metric");
        QTest::addColumn<QString>("method");
        QTest::addColumn<double>("value");
        QTest::addColumn<double>("loss");
        // llama.cpp's perplexity README: f16 6.233160; ModelOpt's benchmark: 5.66 % of MMLU lost.
        QTest::newRow("Llama 3 8B, Q4_K_M") << "meta-llama/Meta-Llama-3-8B"
                                            << "q4_k_m" << int(QualityMetric::Perplexity) << "" << 6.407115 << 0.0279;
        QTest::newRow("with an importance matrix")
            << "meta-llama/Meta-Llama-3-8B"
            << "q4_k_m" << int(QualityMetric::KlDivergence) << "importance matrix" << 0.028152 << 0.028152;
        QTest::newRow("Llama 2 7B bears Q4_K_M better")
            << "meta-llama/Llama-2-7b-hf"
            << "q4_k_m" << int(QualityMetric::SameTopToken) << "" << 94.665 << 5.335;
        QTest::newRow("Llama 2 70B, Q2_K") << "meta-llama/Llama-2-70b-hf"
                                           << "q4_0" << int(QualityMetric::Perplexity) << "" << 3.5550 << 0.0361;
        QTest::newRow("Llama 3.1 8B, AWQ")
            << "meta-llama/Llama-3.1-8B-Instruct"
            << "awq-int4" << int(QualityMetric::Recovery) << "ModelOpt v0.21.1" << 94.34 << 5.66;
        QTest::newRow("Qwen3 30B, Q8_0") << "Qwen/Qwen3-30B-A3B"
                                         << "q8_0" << int(QualityMetric::KlDivergence) << "" << 0.002337 << 0.002337;
    }
    void publishedFigures()
    {
        QFETCH(QString, model);
        QFETCH(QString, format);
        QFETCH(int, metric);
        QFETCH(QString, method);
        QFETCH(double, loss);
        const auto found = find(model, format, QualityMetric(metric), method);
        QVERIFY(found);
        QTEST(found->value, "value");
        QVERIFY(found->loss());
        QVERIFY2(std::abs(*found->loss() - loss) < 5e-4, qPrintable(QString::number(*found->loss())));
        QVERIFY(found->source.startsWith(QStringLiteral("https://")));
        QVERIFY(!found->evaluation.isEmpty());
    }

    void nothingIsInvented()
    {
        // Never measured: another size, the tuned version, another format.
        QVERIFY(
            measuredQuality(m_catalog, QStringLiteral("meta-llama/Llama-3.2-3B"), QStringLiteral("q4_k_m")).empty());
        QVERIFY(measuredQuality(m_catalog, QStringLiteral("meta-llama/Llama-2-7b-chat-hf"), QStringLiteral("q4_k_m"))
                    .empty());
        QVERIFY(
            measuredQuality(m_catalog, QStringLiteral("meta-llama/Meta-Llama-3-8B"), QStringLiteral("nvfp4")).empty());
        QVERIFY(measuredQuality(m_catalog, QString(), QString()).empty());
    }

    void withoutABaselineThereIsNoLoss()
    {
        // The table of the 70B has no unquantised row.
        const auto found = find(QStringLiteral("meta-llama/Meta-Llama-3-70B-Instruct"), QStringLiteral("iq4_xs"),
                                QualityMetric::Accuracy);
        QVERIFY(found);
        QCOMPARE(found->value, 80.46);
        QVERIFY(!found->loss());
    }

    void everyRecordIsOfTheCatalog()
    {
        QFile file(QStringLiteral(PLIMSOLL_SOURCE_DIR "/resources/catalog/quality.json"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QJsonDocument document = QJsonDocument::fromJson(file.readAll());
        const QJsonArray records = document[QLatin1String("measurements")].toArray();
        QVERIFY(records.size() > 100);
        for (const QJsonValue &value : records) {
            const QString model = value[QLatin1String("model")].toString();
            const QString format = value[QLatin1String("format")].toString();
            QVERIFY2(m_catalog.model(model, QString()).ok(), qPrintable(model));
            const Format *known = m_catalog.findFormat(format);
            QVERIFY2(known && known->id == format, qPrintable(format));
            const auto all = measuredQuality(m_catalog, model, format);
            QVERIFY2(!all.empty(), qPrintable(model + format));
            QVERIFY2(std::all_of(all.begin(), all.end(),
                                 [](const MeasuredQuality &each) { return !each.source.isEmpty() && each.value > 0; }),
                     qPrintable(model + format));
        }
    }
};

QTEST_GUILESS_MAIN(QualityTest)
#include "tst_quality.moc"
