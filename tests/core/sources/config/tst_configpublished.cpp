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
};

QTEST_GUILESS_MAIN(ConfigPublishedTest)
#include "tst_configpublished.moc"
