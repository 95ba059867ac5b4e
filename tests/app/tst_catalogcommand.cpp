// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/program.h"

#include <QJsonArray>
#include <QSet>
#include <QTest>

using namespace plimsoll::test;

class CatalogCommandTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void list_data();
    void list();
    void everyModelIsInspected();
    void everyGpuCarries();
};

namespace {

QJsonArray catalogOf(const char *kind)
{
    return QJsonDocument::fromJson(
               runPlimsoll({QStringLiteral("catalog"), QLatin1String(kind), QStringLiteral("--json")}).out)
        .array();
}

} // namespace

void CatalogCommandTest::list_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<int>("least");
    QTest::addColumn<int>("most");
    QTest::addColumn<QStringList>("known");
    QTest::newRow("models") << "models" << 355 << 355
                            << QStringList{"meta-llama/Llama-3.1-8B", "deepseek-ai/DeepSeek-V3"};
    QTest::newRow("GPUs, with MIG slices")
        << "gpus" << 315 + 27 << 1000 << QStringList{"nvidia-h100-sxm-80gb", "nvidia-h100-sxm-80gb/1g.10gb"};
    QTest::newRow("formats") << "formats" << 20 << 200
                             << QStringList{"fp32", "fp16",  "bf16",  "fp8",  "int8", "int4",   "awq-int4", "gptq-int4",
                                            "nf4",  "mxfp4", "nvfp4", "q2_k", "q8_0", "q4_k_m", "iq4_xs"};
    QTest::newRow("engines") << "engines" << 2 << 20
                             << QStringList{"rule-of-thumb", "vllm", "sglang", "transformers", "tensorrt-llm"};
}

void CatalogCommandTest::list()
{
    QFETCH(QString, kind);
    QFETCH(int, least);
    QFETCH(int, most);
    QFETCH(QStringList, known);
    const Run whole = runPlimsoll({QStringLiteral("catalog"), kind, QStringLiteral("--json")});
    QVERIFY2(whole.ended && whole.status == 0 && whole.err.isEmpty(), whole.described().constData());
    const QJsonDocument document = QJsonDocument::fromJson(whole.out);
    QVERIFY(document.isArray());
    QSet<QString> ids;
    for (const QJsonValue record : document.array()) {
        QVERIFY(!record[QStringLiteral("id")].toString().isEmpty());
        QVERIFY(!record[QStringLiteral("name")].toString().isEmpty());
        QVERIFY2(record.toObject().size() > 2, qPrintable(record[QStringLiteral("id")].toString()));
        ids.insert(record[QStringLiteral("id")].toString());
    }
    QCOMPARE(ids.size(), document.array().size()); // no id twice
    QVERIFY2(ids.size() >= least && ids.size() <= most, QByteArray::number(ids.size()).constData());
    for (const QString &id : known)
        QVERIFY2(ids.contains(id), qPrintable(id));

    const Run list = runPlimsoll({QStringLiteral("catalog"), kind});
    QVERIFY2(list.ended && list.status == 0, list.described().constData());
    QCOMPARE(list.out.count('\n'), ids.size());
}

void CatalogCommandTest::everyModelIsInspected()
{
    QByteArray plans;
    const QJsonArray models = catalogOf("models");
    for (const QJsonValue model : models) {
        const QJsonObject plan{{QStringLiteral("schema"), QStringLiteral("plimsoll.plan/1")},
                               {QStringLiteral("model"), model[QStringLiteral("id")]}};
        plans += QJsonDocument(plan).toJson(QJsonDocument::Compact) + '\n';
    }
    const Run run = runPlimsoll(
        {QStringLiteral("estimate"), QStringLiteral("--batch"), QStringLiteral("-"), QStringLiteral("--json")}, plans);
    QVERIFY2(run.ended && run.status == 0, run.described().constData());
    QCOMPARE(run.out.count('\n'), models.size());
}

void CatalogCommandTest::everyGpuCarries()
{
    QByteArray plans;
    const QJsonArray gpus = catalogOf("gpus");
    for (const QJsonValue gpu : gpus) {
        const QJsonObject plan{
            {QStringLiteral("schema"), QStringLiteral("plimsoll.plan/1")},
            {QStringLiteral("model"), QJsonObject{{QStringLiteral("parameters"), 1000000}}},
            {QStringLiteral("gpus"), QJsonArray{QJsonObject{{QStringLiteral("id"), gpu[QStringLiteral("id")]}}}}};
        plans += QJsonDocument(plan).toJson(QJsonDocument::Compact) + '\n';
    }
    const Run run = runPlimsoll(
        {QStringLiteral("estimate"), QStringLiteral("--batch"), QStringLiteral("-"), QStringLiteral("--json")}, plans);
    QVERIFY2(run.ended && run.status == 0, run.described().constData());
    for (const QByteArray &line : run.out.trimmed().split('\n')) {
        const QJsonObject answer = QJsonDocument::fromJson(line).object();
        QVERIFY2(at(answer, QStringLiteral("devices.0.usableBytes")).toInteger() > 0, line.left(300).constData());
    }
}

QTEST_GUILESS_MAIN(CatalogCommandTest)
#include "tst_catalogcommand.moc"
