// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/memory/parameters.h"
#include "core/sources/config/configreading.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace plimsoll;

/// Shapes of well-known models that the catalog does not have, or whose encoders it does not count, with the number of
/// parameters that their pages on the Hugging Face Hub state: to the last one.
class ConfigPublishedTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void counts_data()
    {
        QTest::addColumn<QByteArray>("config");
        QTest::addColumn<qint64>("parameters");
        QFile file(QStringLiteral(PLIMSOLL_TEST_DATA "/published_shapes.json"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QJsonArray records = QJsonDocument::fromJson(file.readAll()).array();
        QVERIFY(records.size() > 20);
        for (const QJsonValue &record : records) {
            const QByteArray name = record[QLatin1String("model")].toString().toUtf8();
            QTest::newRow(name.constData()) << QJsonDocument(record[QLatin1String("config")].toObject()).toJson()
                                            << record[QLatin1String("parameters")].toInteger();
        }
    }
    void counts()
    {
        QFETCH(QByteArray, config);
        const Result<ConfigReading> reading = readConfigJson(config, QStringLiteral("config.json"));
        QVERIFY2(reading.ok(), qPrintable(reading.ok() ? QString() : reading.error().text));
        QTEST(countParameters(reading->architecture).total(), "parameters");
        QVERIFY2(reading->warnings.isEmpty(), qPrintable(reading->warnings.join(QLatin1Char('\n'))));
    }

    void documentedDefaults_data()
    {
        QTest::addColumn<qint64>("parameters");
        // A configuration class without arguments is the model that its house published first, or next to it.
        QTest::newRow("llama") << 6'738'415'616LL;      // Llama 7B
        QTest::newRow("mistral") << 7'241'732'096LL;    // Mistral 7B
        QTest::newRow("mixtral") << 46'702'792'704LL;   // Mixtral 8x7B
        QTest::newRow("gemma") << 8'537'680'896LL;      // Gemma 7B
        QTest::newRow("gemma2") << 2'614'341'888LL;     // Gemma 2 2B
        QTest::newRow("phi") << 1'418'270'720LL;        // Phi-1.5
        QTest::newRow("phi3") << 3'821'079'552LL;       // Phi-3-mini
        QTest::newRow("cohere") << 34'980'831'232LL;    // Command R
        QTest::newRow("starcoder2") << 3'030'371'328LL; // StarCoder2-3B
        QTest::newRow("stablelm") << 2'795'443'200LL;   // StableLM 3B 4E1T
        QTest::newRow("olmo") << 6'888'095'744LL;       // OLMo 7B
        QTest::newRow("falcon") << 6'921'720'704LL;     // Falcon 7B
        QTest::newRow("gpt2") << 124'439'808LL;         // GPT-2
        QTest::newRow("gptj") << 6'050'882'784LL;       // GPT-J 6B
        QTest::newRow("gpt_neox") << 20'554'567'680LL;  // GPT-NeoX 20B
        QTest::newRow("opt") << 125'239'296LL;          // OPT-125M
        QTest::newRow("bert") << 109'482'240LL;         // BERT base
        QTest::newRow("deepseek_v3") << 671'026'419'200LL;
        QTest::newRow("gpt_oss") << 116'829'156'672LL; // gpt-oss-120b
    }
    void documentedDefaults()
    {
        const QByteArray config = QByteArray("{\"model_type\": \"") + QTest::currentDataTag() + "\"}";
        const Result<ConfigReading> reading = readConfigJson(config, QStringLiteral("config.json"));
        QVERIFY2(reading.ok(), qPrintable(reading.ok() ? QString() : reading.error().text));
        QTEST(countParameters(reading->architecture).text, "parameters");
    }
};

QTEST_GUILESS_MAIN(ConfigPublishedTest)
#include "tst_configpublished.moc"
