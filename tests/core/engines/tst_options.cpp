// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engines/enginerules.h"

#include <QTest>

using namespace plimsoll;

class OptionsTest : public QObject
{
    Q_OBJECT

private:
    Catalog m_catalog = Catalog::builtIn();
    std::shared_ptr<const EngineRules> m_vllm;
    std::shared_ptr<const EngineRules> m_rule;

private Q_SLOTS:
    void initTestCase()
    {
        m_vllm = *findEngine(QStringLiteral("vllm"), m_catalog, QStringLiteral("engine.id"));
        m_rule = *findEngine(QStringLiteral("Rule-of-Thumb"), m_catalog, QStringLiteral("engine.id"));
    }

    void unknownEngineNamesTheKnown()
    {
        const auto result = findEngine(QStringLiteral("vlm"), m_catalog, QStringLiteral("engine.id"));
        QVERIFY(!result.ok());
        QCOMPARE(result.error().code, QStringLiteral("unknown-engine"));
        QVERIFY(result.error().text.contains(QStringLiteral("vllm"))
                && result.error().text.contains(QStringLiteral("rule-of-thumb")));
    }

    void versions_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("taken"); // empty = refused
        QTest::addColumn<bool>("newer");
        QTest::newRow("absent is the newest") << ""
                                              << "0.21.0" << false;
        QTest::newRow("two parts") << "0.17"
                                   << "0.17.0" << false;
        QTest::newRow("three parts") << "0.19.2"
                                     << "0.19.2" << false;
        QTest::newRow("a v before it") << "v0.19.1"
                                       << "0.19.1" << false;
        QTest::newRow("release candidate") << "0.19.0rc1"
                                           << "0.19.0" << false;
        QTest::newRow("post and hash") << "0.16.0.post1+cu128"
                                       << "0.16.0" << false;
        QTest::newRow("dev") << "0.20.1.dev12+g1234567"
                             << "0.20.1" << false;
        QTest::newRow("newest minor's patch") << "0.21.7"
                                              << "0.21.7" << false;
        QTest::newRow("newer than known") << "0.99"
                                          << "0.21.0" << true;
        QTest::newRow("numerically, not as text") << "0.100.0"
                                                  << "0.21.0" << true;
        QTest::newRow("older than known") << "0.5.4"
                                          << "" << false;
        QTest::newRow("a word") << "latest"
                                << "" << false;
        QTest::newRow("a dot too many") << "0..1"
                                        << "" << false;
        QTest::newRow("rubbish after it") << "0.19x"
                                          << "" << false;
        QTest::newRow("negative") << "-1"
                                  << "" << false;
        QTest::newRow("beyond any integer") << "99999999999999999999.1"
                                            << "" << false;
    }
    void versions()
    {
        QFETCH(QString, typed);
        QFETCH(QString, taken);
        QFETCH(bool, newer);
        VersionAge age = VersionAge::Older;
        const Result<QString> result = checkedVersion(*m_vllm, typed, &age);
        QCOMPARE(result.ok() ? *result : QString(), taken);
        QCOMPARE(age, newer ? VersionAge::Newer : VersionAge::Known);
    }

    void ruleHasNoVersion()
    {
        VersionAge age{};
        QVERIFY(checkedVersion(*m_rule, {}, &age).ok());
        QVERIFY(!checkedVersion(*m_rule, QStringLiteral("1.0"), &age).ok());
    }

    void options_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QJsonValue>("value");
        QTest::addColumn<QString>("code"); // empty = taken
        QTest::newRow("number") << "gpuMemoryUtilization" << QJsonValue(0.95) << "";
        QTest::newRow("number as text") << "gpuMemoryUtilization" << QJsonValue(QStringLiteral("0.95")) << "";
        QTest::newRow("above one") << "gpuMemoryUtilization" << QJsonValue(1.5) << "bad-option";
        QTest::newRow("zero") << "gpuMemoryUtilization" << QJsonValue(0) << "bad-option";
        QTest::newRow("a word for a number")
            << "gpuMemoryUtilization" << QJsonValue(QStringLiteral("most")) << "bad-option";
        QTest::newRow("NaN as text") << "gpuMemoryUtilization" << QJsonValue(QStringLiteral("nan")) << "bad-option";
        QTest::newRow("null") << "gpuMemoryUtilization" << QJsonValue() << "bad-option";
        QTest::newRow("whole") << "maxNumSeqs" << QJsonValue(64) << "";
        QTest::newRow("fraction") << "maxNumSeqs" << QJsonValue(1.5) << "bad-option";
        QTest::newRow("tokens with k") << "maxModelLen" << QJsonValue(QStringLiteral("128k")) << "";
        QTest::newRow("boolean") << "enforceEager" << QJsonValue(true) << "";
        QTest::newRow("boolean as text") << "enforceEager" << QJsonValue(QStringLiteral("TRUE")) << "";
        QTest::newRow("not a boolean") << "enforceEager" << QJsonValue(QStringLiteral("maybe")) << "bad-option";
        QTest::newRow("unknown") << "gpu_memory_utilization" << QJsonValue(0.9) << "unknown-option";
        QTest::newRow("of another engine") << "overhead" << QJsonValue(0.2) << "unknown-option";
    }
    void options()
    {
        QFETCH(QString, key);
        QFETCH(QJsonValue, value);
        QFETCH(QString, code);
        const Result<QJsonObject> result = checkedOptions(*m_vllm, {{key, value}});
        QCOMPARE(result.ok() ? QString() : result.error().code, code);
        if (!result)
            QCOMPARE(result.error().field, QStringLiteral("engine.options.") + key);
        if (code == QLatin1String("unknown-option"))
            QVERIFY(result.error().text.contains(QStringLiteral("maxNumSeqs")));
    }
};

QTEST_GUILESS_MAIN(OptionsTest)
#include "tst_options.moc"
