// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/catalog.h"
#include "core/memory/parameters.h"
#include "core/memory/typicalshape.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace plimsoll;

/// The counts are compared with what was published: `total_params`, `params_text` and `check` of the records,
/// which come from safetensors metadata and model cards, not from this program.
class ParametersTest : public QObject
{
    Q_OBJECT

private:
    Catalog m_catalog = Catalog::builtIn();
    QJsonArray m_records;

private Q_SLOTS:
    void initTestCase()
    {
        QFile file(QStringLiteral(PLIMSOLL_SOURCE_DIR "/resources/catalog/models.json"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        m_records = QJsonDocument::fromJson(file.readAll()).object().value(QLatin1String("models")).toArray();
        QCOMPARE(m_records.size(), 355);
    }

    void everyRecord()
    {
        int exact = 0, rounded = 0, flagged = 0;
        for (const QJsonValue &value : std::as_const(m_records)) {
            const QJsonObject record = value.toObject();
            const QString id = record.value(QLatin1String("id")).toString();
            const Result<ModelArchitecture> model = m_catalog.model(id, QStringLiteral("model"));
            QVERIFY2(model.ok(), qPrintable(id));
            const ParameterCounts counts = countParameters(*model);
            QVERIFY2(counts.text == record.value(QLatin1String("params_text")).toInteger(),
                     qPrintable(QStringLiteral("%1: text %2").arg(id).arg(counts.text)));
            const QString check = record.value(QLatin1String("check")).toString();
            const qint64 published = record.value(QLatin1String("total_params")).toInteger();
            const qint64 scope = publishedScopeCount(*model);
            const QString context = QStringLiteral("%1: counted %2, published %3").arg(id).arg(scope).arg(published);
            if (check == QLatin1String("exact")) {
                QVERIFY2(scope == published, qPrintable(context));
                ++exact;
            } else if (check == QLatin1String("rounded")) {
                const qint64 precision =
                    record.value(QLatin1String("total_params_precision")).toInteger(published / 100);
                QVERIFY2(std::abs(scope - published) <= precision, qPrintable(context));
                ++rounded;
            } else {
                QCOMPARE(id, QStringLiteral("xai-org/grok-1"));
                ++flagged;
            }
            if (record.contains(QLatin1String("params_vision")))
                QVERIFY2(counts.vision == record.value(QLatin1String("params_vision")).toInteger(), qPrintable(id));
            if (record.contains(QLatin1String("params_mtp")))
                QVERIFY2(counts.mtp == record.value(QLatin1String("params_mtp")).toInteger(), qPrintable(id));
            if (record.contains(QLatin1String("active_params_computed")))
                QVERIFY2(counts.active == record.value(QLatin1String("active_params_computed")).toInteger(),
                         qPrintable(id));
        }
        QCOMPARE(exact, 280);
        QCOMPARE(rounded, 74);
        QCOMPARE(flagged, 1);
    }

    void wellKnownCounts_data()
    {
        QTest::addColumn<QString>("id");
        QTest::addColumn<qint64>("parameters");
        // Hugging Face model pages, safetensors metadata.
        QTest::newRow("Llama-3.1-8B") << "meta-llama/Llama-3.1-8B" << 8'030'261'248LL;
        QTest::newRow("Llama-2-7B") << "meta-llama/Llama-2-7b-hf" << 6'738'415'616LL;
        QTest::newRow("Mistral-7B") << "mistralai/Mistral-7B-v0.1" << 7'241'732'096LL;
        QTest::newRow("Mixtral-8x7B") << "mistralai/Mixtral-8x7B-Instruct-v0.1" << 46'702'792'704LL;
        QTest::newRow("DeepSeek-V3 without MTP") << "deepseek-ai/DeepSeek-V3" << 671'026'419'200LL;
        QTest::newRow("gpt-oss-20b") << "openai/gpt-oss-20b" << 20'914'757'184LL;
        QTest::newRow("gemma-2-9b, tied") << "google/gemma-2-9b-it" << 9'241'705'984LL;
    }
    void wellKnownCounts()
    {
        QFETCH(QString, id);
        QTEST(countParameters(*m_catalog.model(id, {})).text, "parameters");
    }

    void typicalShapeMeetsTheCount_data()
    {
        QTest::addColumn<qint64>("parameters");
        for (const qint64 parameters :
             {1LL, 1000LL, 100'000'000LL, 134'515'008LL, 1'000'000'000LL, 13'000'000'000LL, 70'000'000'000LL,
              405'000'000'000LL, 3'000'000'000'000LL, 1'000'000'000'000'000LL})
            QTest::addRow("%lld", parameters) << parameters;
    }
    void typicalShapeMeetsTheCount()
    {
        QFETCH(qint64, parameters);
        const ModelArchitecture model = typicalArchitecture(parameters);
        QCOMPARE(countParameters(model).text, parameters);
        QVERIFY(model.shapeIsAssumed);
        for (const LayerGroup &group : model.groups) // or tensor parallel could not divide them
            QCOMPARE(group.dense ? group.dense->intermediateSize % 256 : 0, 0);
    }

    void attentionKinds_data()
    {
        QTest::addColumn<QString>("id");
        QTest::addColumn<QString>("kind");
        QTest::newRow("8 of 32 heads") << "meta-llama/Llama-3.1-8B"
                                       << "gqa";
        QTest::newRow("as many KV heads") << "meta-llama/Llama-2-7b-hf"
                                          << "mha";
        QTest::newRow("latent") << "deepseek-ai/DeepSeek-V3"
                                << "mla";
        QTest::newRow("five of six windowed") << "google/gemma-3-27b-it"
                                              << "sliding-window+full";
    }
    void attentionKinds()
    {
        QFETCH(QString, id);
        QTEST(attentionKind(*m_catalog.model(id, {})), "kind");
    }
};

QTEST_GUILESS_MAIN(ParametersTest)
#include "tst_parameters.moc"
