// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/program.h"

#include <QTest>

using namespace plimsoll::test;

class InspectTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void number_data();
    void number();
    void word_data();
    void word();
    void freeSize_data();
    void freeSize();
    void text();
    void publishedCount_data();
    void publishedCount();
};

void InspectTest::number_data()
{
    QTest::addColumn<QString>("model");
    QTest::addColumn<QString>("path");
    QTest::addColumn<qint64>("expected");
    const auto row = [](const char *name, const char *model, const char *path, qint64 expected) {
        QTest::newRow(name) << QString::fromLatin1(model) << QString::fromLatin1(path) << expected;
    };
    // Published safetensors totals and config.json values of the checkpoints.
    const char *llama = "meta-llama/Llama-3.1-8B";
    row("Llama 3.1 8B: parameters", llama, "parameters.total", 8'030'261'248);
    row("Llama 3.1 8B: text", llama, "parameters.text", 8'030'261'248);
    row("Llama 3.1 8B: active", llama, "parameters.active", 8'030'261'248);
    row("Llama 3.1 8B: vision", llama, "parameters.vision", 0);
    row("Llama 3.1 8B: layers", llama, "layers", 32);
    row("Llama 3.1 8B: vocabulary", llama, "vocabulary", 128256);
    row("Llama 3.1 8B: context", llama, "contextLimit", 131072);
    row("Llama 3.1 8B: bytes a token", llama, "kvBytesPerToken.fp16", 131'072);
    row("Llama 2 7B: parameters", "meta-llama/Llama-2-7b-hf", "parameters.total", 6'738'415'616);
    row("Llama 2 7B: bytes a token", "meta-llama/Llama-2-7b-hf", "kvBytesPerToken.fp16", 524'288);
    row("Qwen2.5 7B: bytes a token", "Qwen/Qwen2.5-7B-Instruct", "kvBytesPerToken.fp16", 57'344);
    row("DeepSeek V3: bytes a token", "deepseek-ai/DeepSeek-V3", "kvBytesPerToken.fp16", 70'272);
    row("DeepSeek V3: layers", "deepseek-ai/DeepSeek-V3", "layers", 61);
    row("Gemma 3 27B: bytes a token", "google/gemma-3-27b-it", "kvBytesPerToken.fp16", 81'920);
    row("Gemma 3 27B: parameters", "google/gemma-3-27b-it", "parameters.total", 27'432'406'640);
}

void InspectTest::number()
{
    QFETCH(QString, model);
    QFETCH(QString, path);
    QFETCH(qint64, expected);
    const Run run = runPlimsoll({QStringLiteral("inspect"), model, QStringLiteral("--json")});
    QVERIFY2(run.ended && run.status == 0 && run.err.isEmpty(), run.described().constData());
    QCOMPARE(at(run.json(), path).toInteger(-1), expected);
}

void InspectTest::word_data()
{
    QTest::addColumn<QString>("model");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QJsonValue>("expected");
    const auto row = [](const char *name, const char *model, const char *path, const QJsonValue &expected) {
        QTest::newRow(name) << QString::fromLatin1(model) << QString::fromLatin1(path) << expected;
    };
    row("schema", "meta-llama/Llama-3.1-8B", "schema", "plimsoll.model/1");
    row("id", "meta-llama/Llama-3.1-8B", "id", "meta-llama/Llama-3.1-8B");
    row("id without its organisation", "Llama-3.1-8B", "id", "meta-llama/Llama-3.1-8B");
    row("architecture", "meta-llama/Llama-3.1-8B", "architecture", "LlamaForCausalLM");
    row("GQA", "meta-llama/Llama-3.1-8B", "attention", "gqa");
    row("MHA", "meta-llama/Llama-2-7b-hf", "attention", "mha");
    row("MLA", "deepseek-ai/DeepSeek-V3", "attention", "mla");
    row("no tensors without a file", "meta-llama/Llama-3.1-8B", "tensors", QJsonValue());
}

void InspectTest::word()
{
    QFETCH(QString, model);
    QFETCH(QString, path);
    QFETCH(QJsonValue, expected);
    const Run run = runPlimsoll({QStringLiteral("inspect"), model, QStringLiteral("--json")});
    QVERIFY2(run.ended && run.status == 0, run.described().constData());
    QCOMPARE(at(run.json(), path), expected);
}

void InspectTest::freeSize_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<qint64>("parameters");
    QTest::newRow("13e9") << QStringList{"13e9"} << Q_INT64_C(13'000'000'000);
    QTest::newRow("0.5b") << QStringList{"0.5b"} << Q_INT64_C(500'000'000);
    QTest::newRow("--parameters 70B") << QStringList{"--parameters", "70B"} << Q_INT64_C(70'000'000'000);
    QTest::newRow("grouped") << QStringList{"13 000 000 000"} << Q_INT64_C(13'000'000'000);
}

void InspectTest::freeSize()
{
    QFETCH(QStringList, arguments);
    QFETCH(qint64, parameters);
    const Run run = runPlimsoll(QStringList{QStringLiteral("inspect"), QStringLiteral("--json")} + arguments);
    QVERIFY2(run.ended && run.status == 0, run.described().constData());
    QCOMPARE(at(run.json(), QStringLiteral("parameters.total")).toInteger(), parameters);
    QCOMPARE(at(run.json(), QStringLiteral("warnings.0.code")).toString(), QStringLiteral("assumed-shape"));
}

void InspectTest::text()
{
    const Run run = runPlimsoll({QStringLiteral("inspect"), QStringLiteral("meta-llama/Llama-3.1-8B")});
    QVERIFY2(run.ended && run.status == 0, run.described().constData());
    for (const char *word : {"LlamaForCausalLM", "8,030,261,248", "131,072 bytes a token", "16.1 GB (15 GiB)"})
        QVERIFY2(run.out.contains(word), run.described().constData());
}

void InspectTest::publishedCount_data()
{
    QTest::addColumn<QString>("model");
    QTest::addColumn<bool>("flagged");
    // 314B by its publisher, 315,684,820,992 from its shape: 0.54 % apart.
    QTest::newRow("grok-1 differs") << QStringLiteral("xai-org/grok-1") << true;
    QTest::newRow("rounded, within half a digit") << QStringLiteral("moonshotai/Kimi-K3") << false;
    QTest::newRow("to the last parameter") << QStringLiteral("meta-llama/Llama-3.1-8B") << false;
}

void InspectTest::publishedCount()
{
    QFETCH(QString, model);
    QFETCH(bool, flagged);
    const Run run = runPlimsoll({QStringLiteral("inspect"), model});
    QVERIFY2(run.ended && run.status == 0, run.described().constData());
    QCOMPARE(run.out.contains("The published count is"), flagged);
    QCOMPARE(run.out.contains("314,000,000,000"), flagged);
}

QTEST_GUILESS_MAIN(InspectTest)
#include "tst_inspect.moc"
