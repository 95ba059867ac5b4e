// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/catalog.h"
#include "core/memory/kvcache.h"
#include "core/memory/parameters.h"
#include "core/sources/config/configreading.h"
#include "core/sources/config/configtext.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QTest>

using namespace plimsoll;

/// Real config.json files with the counts that were published for them, from a folder beside the source tree that
/// developers have (data/hf_configs of the shared folder). Where it is not, the tests say so and check nothing:
/// tst_configdialects has models of its own in the same dialects.
class HfConfigsTest : public QObject
{
    Q_OBJECT

private:
    struct Sample {
        QJsonObject record;
        QString check;
        Result<ConfigReading> reading = Error{};
    };
    std::map<QString, Sample> m_samples;
    Catalog m_catalog = Catalog::builtIn();

    bool isAbsent() const
    {
        if (m_samples.empty())
            qInfo("shared/data/hf_configs is not beside the source folder: nothing is compared here");
        return m_samples.empty();
    }

    /// Differences from the catalog that have a reason, by id.
    static QString knownDifference(const QString &id)
    {
        // The file of the collection is that of the 128k model: no window.
        if (id == QLatin1String("microsoft/Phi-3-mini-4k-instruct"))
            return QStringLiteral("max_position_embeddings is 131072 there");
        return {};
    }

private Q_SLOTS:
    void initTestCase()
    {
        const QDir folder(QStringLiteral(PLIMSOLL_SOURCE_DIR "/../shared/data/hf_configs"));
        const QStringList names = folder.entryList({QStringLiteral("*.json")}, QDir::Files);
        for (const QString &name : names) {
            QFile file(folder.filePath(name));
            QVERIFY(file.open(QIODevice::ReadOnly));
            const Result<QJsonObject> record = parseConfigText(file.readAll(), name);
            QVERIFY2(record.ok(), qPrintable(name));
            Sample sample;
            sample.record = *record;
            sample.check = record->value(QLatin1String("check")).toString();
            const QJsonDocument config(record->value(QLatin1String("config")).toObject());
            sample.reading = readConfigJson(config.toJson(), name);
            m_samples.emplace(record->value(QLatin1String("id")).toString(), std::move(sample));
        }
    }

    void everyOneIsRead()
    {
        if (isAbsent())
            return;
        for (const auto &[id, sample] : m_samples) {
            QVERIFY2(sample.reading.ok(), qPrintable(sample.reading.ok() ? id : sample.reading.error().text));
            QVERIFY2(sample.reading->isKnown, qPrintable(id));
        }
    }

    void publishedCounts_data()
    {
        QTest::addColumn<QString>("check");
        QTest::addColumn<int>("models");
        QTest::newRow("to the last parameter") << "exact" << 51;
        QTest::newRow("within the published rounding") << "rounded" << 20;
    }
    void publishedCounts()
    {
        QFETCH(QString, check);
        if (isAbsent())
            return;
        int found = 0;
        for (const auto &[id, sample] : m_samples) {
            if (sample.check != check)
                continue;
            ++found;
            const ParameterCounts counts = countParameters(sample.reading->architecture);
            const auto stated = [&](const char *key) { return sample.record.value(QLatin1String(key)).toInteger(); };
            QVERIFY2(
                counts.text == stated("params_text"),
                qPrintable(QStringLiteral("%1: text %2, not %3").arg(id).arg(counts.text).arg(stated("params_text"))));
            const QStringList parts =
                sample.record.value(QLatin1String("total_params_includes")).toString().split(QLatin1Char('+'));
            if (parts.contains(QLatin1String("mtp")))
                QVERIFY2(counts.mtp == stated("params_mtp"),
                         qPrintable(QStringLiteral("%1: %2").arg(id).arg(counts.mtp)));
            if (parts.contains(QLatin1String("vision")) && check == QLatin1String("exact"))
                QVERIFY2(counts.vision == stated("params_vision"),
                         qPrintable(QStringLiteral("%1: %2").arg(id).arg(counts.vision)));
            // The whole published figure; what a checkpoint stores besides parameters comes from the catalog.
            ModelArchitecture model = sample.reading->architecture;
            model.publishedIncludes = parts.join(QLatin1Char('+'));
            const Result<ModelArchitecture> record = m_catalog.model(id, {});
            if (record.ok())
                model.checkpointBuffers = record->checkpointBuffers;
            const qint64 total = publishedScopeCount(model);
            const qint64 precision = check == QLatin1String("exact") ? 0 : record.ok() ? record->publishedPrecision : 0;
            const bool knowsPrecision = check == QLatin1String("exact") || record.ok();
            QVERIFY2(!knowsPrecision || std::abs(total - stated("total_params")) <= precision,
                     qPrintable(QStringLiteral("%1: %2, published %3").arg(id).arg(total).arg(stated("total_params"))));
        }
        QTEST(found, "models");
    }

    void catalogAgrees()
    {
        if (isAbsent())
            return;
        constexpr KvFormats fp16{{2, 1}, {2, 1}};
        int compared = 0;
        for (const auto &[id, sample] : m_samples) {
            const Result<ModelArchitecture> record = m_catalog.model(id, {});
            if (!record.ok() || !sample.reading.ok())
                continue;
            ++compared;
            const ModelArchitecture &model = sample.reading->architecture;
            QVERIFY2(countParameters(model).text == countParameters(*record).text, qPrintable(id));
            QVERIFY2(countParameters(model).active == countParameters(*record).active, qPrintable(id));
            if (!knownDifference(id).isEmpty())
                continue;
            for (const qint64 tokens : {1LL, 3000LL, 131'072LL}) {
                const qint64 found = kvCacheBytes(model, fp16, tokens, 1).count();
                const qint64 expected = kvCacheBytes(*record, fp16, tokens, 1).count();
                QVERIFY2(found == expected, qPrintable(QStringLiteral("%1, %2 tokens: %3 bytes, catalog %4")
                                                           .arg(id)
                                                           .arg(tokens)
                                                           .arg(found)
                                                           .arg(expected)));
            }
            QVERIFY2(recurrentStateBytes(model, {2, 1}, {4, 1}) == recurrentStateBytes(*record, {2, 1}, {4, 1}),
                     qPrintable(id));
        }
        QVERIFY(compared >= 60);
    }
};

QTEST_GUILESS_MAIN(HfConfigsTest)
#include "tst_hfconfigs.moc"
