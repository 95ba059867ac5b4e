// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planning/commandline.h"
#include "core/planning/plandocumentjson.h"
#include "tests/app/program.h"

#include <QTemporaryDir>
#include <QTest>

using namespace plimsoll::test;

/// How the options make a plan: each sets its field, over that of a saved plan.
class PlanOptionsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void option_data();
    void option();
    void overSavedPlan_data();
    void overSavedPlan();
    void planFromStandardInput();
    void unknownFieldsComeBack();
    void commandLineReadsBack_data();
    void commandLineReadsBack();
};

void PlanOptionsTest::option_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QJsonValue>("expected");
    const auto row = [](const char *name, const QStringList &arguments, const char *path, const QJsonValue &expected) {
        QTest::newRow(name) << arguments << QString::fromLatin1(path) << expected;
    };
    row("13B", {"--parameters", "13B"}, "plan.model.parameters", Q_INT64_C(13'000'000'000));
    row("0.5b", {"--parameters", "0.5b"}, "plan.model.parameters", Q_INT64_C(500'000'000));
    row("grouped by spaces", {"--parameters", "13 000 000 000"}, "plan.model.parameters", Q_INT64_C(13'000'000'000));
    row("grouped by underscores", {"--parameters", "13_000_000_000"}, "plan.model.parameters",
        Q_INT64_C(13'000'000'000));
    row("option=value", {"--parameters=13e9"}, "plan.model.parameters", Q_INT64_C(13'000'000'000));
    row("the last one wins", {"--parameters", "7e9", "--parameters", "13e9"}, "plan.model.parameters",
        Q_INT64_C(13'000'000'000));
    row("a free size takes the rule of thumb", {"--parameters", "13e9"}, "plan.engine.id", "rule-of-thumb");
    row("an engine for a free size", {"--parameters", "13e9", "--engine", "vllm"}, "plan.engine.id", "vllm");
    row("model without regard to case", {"--model", "META-LLAMA/llama-3.1-8b"}, "plan.model",
        "meta-llama/Llama-3.1-8B");
    row("weights without regard to case", {"--weights", "FP8"}, "plan.weights", "fp8");
    row("f16 is fp16", {"--weights", "f16"}, "plan.weights", "fp16");
    row("f32 is fp32", {"--weights", "F32"}, "plan.weights", "fp32");
    row("one cache format: keys", {"--kv-cache", "fp8"}, "plan.kvCache.k", "fp8");
    row("one cache format: values", {"--kv-cache", "fp8"}, "plan.kvCache.v", "fp8");
    row("two cache formats: keys", {"--kv-cache", "fp16,fp8"}, "plan.kvCache.k", "fp16");
    row("two cache formats: values", {"--kv-cache", "fp16,fp8"}, "plan.kvCache.v", "fp8");
    row("128k tokens", {"--context", "128k"}, "plan.contextLength", 131072);
    row("sequences", {"--sequences", "16"}, "plan.sequences", 16);
    row("a GPU", {"--gpu", "nvidia-h100-sxm-80gb"}, "plan.gpus.0.count", 1);
    row("four GPUs", {"--gpu", "nvidia-h100-sxm-80gb:4"}, "plan.gpus.0.count", 4);
    row("mixed GPUs", {"--gpu", "nvidia-h100-sxm-80gb:2", "--gpu", "nvidia-a100-sxm-80gb:2"}, "plan.gpus.1.id",
        "nvidia-a100-sxm-80gb");
    row("tensor parallel by default", {"--gpu", "nvidia-h100-sxm-80gb:4"}, "plan.parallel.tensor", 4);
    row("pipeline leaves the rest to tensor", {"--gpu", "nvidia-h100-sxm-80gb:4", "--pp", "2"}, "plan.parallel.tensor",
        2);
    row("pipeline", {"--gpu", "nvidia-h100-sxm-80gb:4", "--tp", "2", "--pp", "2"}, "plan.parallel.pipeline", 2);
    row("data parallel", {"--gpu", "nvidia-h100-sxm-80gb:4", "--tp", "2", "--dp", "2"}, "plan.parallel.data", 2);
    row("reserve in GiB", {"--reserve", "1.5 GiB"}, "plan.reserve", Q_INT64_C(1'610'612'736));
    row("reserve in GB", {"--reserve", "2GB"}, "plan.reserve", Q_INT64_C(2'000'000'000));
    row("a number for the engine", {"--engine-option", "gpuMemoryUtilization=0.85"},
        "plan.engine.options.gpuMemoryUtilization", 0.85);
    row("a switch of the engine", {"--engine-option", "enforceEager=true"}, "plan.engine.options.enforceEager", true);
    row("engine version", {"--engine", "vllm@0.17"}, "plan.engine.id", "vllm");
}

void PlanOptionsTest::option()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, path);
    QFETCH(QJsonValue, expected);
    const Run run = runPlimsoll(QStringList{QStringLiteral("estimate"), QStringLiteral("--json")} + arguments);
    QVERIFY2(run.ended && run.status == 0, run.described().constData());
    QCOMPARE(at(run.json(), path), expected);
}

void PlanOptionsTest::overSavedPlan_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QJsonValue>("expected");
    const auto row = [](const char *name, const QStringList &arguments, const char *path, const QJsonValue &expected) {
        QTest::newRow(name) << arguments << QString::fromLatin1(path) << expected;
    };
    row("as saved: context", {}, "plan.contextLength", 4096);
    row("as saved: GPUs", {}, "plan.gpus.0.count", 4);
    row("as saved: layout", {}, "plan.parallel.pipeline", 2);
    row("as saved: option", {}, "plan.engine.options.gpuMemoryUtilization", 0.8);
    row("another context", {"--context", "16k"}, "plan.contextLength", 16384);
    row("another context leaves the GPUs", {"--context", "16k"}, "plan.gpus.0.count", 4);
    row("GPUs replace all GPUs", {"--gpu", "nvidia-a100-sxm-80gb:2"}, "plan.gpus.0.id", "nvidia-a100-sxm-80gb");
    row("a layout for another count gives way", {"--gpu", "nvidia-a100-sxm-80gb:2"}, "plan.parallel.tensor", 2);
    row("a layout for the same count stays", {"--gpu", "nvidia-a100-sxm-80gb:4"}, "plan.parallel.pipeline", 2);
    row("a size replaces the model", {"--parameters", "13e9"}, "plan.model.parameters", Q_INT64_C(13'000'000'000));
    row("the same engine keeps its options", {"--engine", "vllm"}, "plan.engine.options.gpuMemoryUtilization", 0.8);
    row("another engine drops them", {"--engine", "rule-of-thumb"}, "plan.engine.options.gpuMemoryUtilization",
        QJsonValue(QJsonValue::Undefined));
}

void PlanOptionsTest::overSavedPlan()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, path);
    QFETCH(QJsonValue, expected);
    const QTemporaryDir folder;
    const QString plan = writeFile(folder.path(), QStringLiteral("plan.json"), R"({"schema": "plimsoll.plan/1",
        "model": "meta-llama/Llama-3.1-8B", "contextLength": 4096,
        "engine": {"id": "vllm", "options": {"gpuMemoryUtilization": 0.8}},
        "gpus": [{"id": "nvidia-h100-sxm-80gb", "count": 4}],
        "parallel": {"tensor": 2, "pipeline": 2, "data": 1, "expert": 1}})");
    const Run run = runPlimsoll(
        QStringList{QStringLiteral("estimate"), QStringLiteral("--json"), QStringLiteral("--plan"), plan} + arguments);
    QVERIFY2(run.ended && run.status == 0, run.described().constData());
    QCOMPARE(at(run.json(), path), expected);
}

void PlanOptionsTest::planFromStandardInput()
{
    const Run run = runPlimsoll(
        {QStringLiteral("estimate"), QStringLiteral("--json"), QStringLiteral("--plan"), QStringLiteral("-")},
        R"({"schema": "plimsoll.plan/1", "model": {"parameters": 13000000000}})");
    QVERIFY2(run.ended && run.status == 0, run.described().constData());
    QCOMPARE(at(run.json(), QStringLiteral("total.bytes.total")).toInteger(), Q_INT64_C(31'200'000'000));
}

void PlanOptionsTest::unknownFieldsComeBack()
{
    const Run run = runPlimsoll(
        {QStringLiteral("estimate"), QStringLiteral("--json"), QStringLiteral("--plan"), QStringLiteral("-")},
        R"({"schema": "plimsoll.plan/1", "costCentre": 7, "engine": {"note": "x"}})");
    QVERIFY2(run.ended && run.status == 0, run.described().constData());
    QCOMPARE(at(run.json(), QStringLiteral("plan.costCentre")).toInteger(), 7);
    QCOMPARE(at(run.json(), QStringLiteral("plan.engine.note")).toString(), QStringLiteral("x"));
}

void PlanOptionsTest::commandLineReadsBack_data()
{
    QTest::addColumn<QByteArray>("document");
    QTest::newRow("the default") << QByteArray(R"({"schema": "plimsoll.plan/1"})");
    QTest::newRow("a free size") << QByteArray(
        R"({"schema": "plimsoll.plan/1", "model": {"parameters": 13000000000}, "weights": "int4"})");
    QTest::newRow("everything") << QByteArray(R"({"schema": "plimsoll.plan/1",
        "model": "deepseek-ai/DeepSeek-V3", "weights": "fp8", "kvCache": {"k": "fp8", "v": "auto"},
        "engine": {"id": "vllm", "version": "0.19", "options": {"enforceEager": true, "gpuMemoryUtilization": 0.95}},
        "contextLength": 16384, "sequences": 3, "gpus": [{"id": "nvidia-h200-sxm-141gb", "count": 16}],
        "parallel": {"tensor": 8, "pipeline": 2, "data": 1, "expert": 1}, "reserve": 1610612736})");
    QTest::newRow("a slice") << QByteArray(R"({"schema": "plimsoll.plan/1", "model": "meta-llama/Llama-3.1-8B",
        "gpus": [{"id": "nvidia-h100-sxm-80gb/3g.40gb", "count": 1}]})");
    QTest::newRow("mixed GPUs") << QByteArray(R"({"schema": "plimsoll.plan/1",
        "model": "meta-llama/Llama-3.1-8B", "contextLength": 4096, "reserve": 12345,
        "gpus": [{"id": "nvidia-h100-sxm-80gb", "count": 1}, {"id": "nvidia-l4-24gb", "count": 1}]})");
}

/// What the window copies as a command line gives, run, the plan that it was made of.
void PlanOptionsTest::commandLineReadsBack()
{
    QFETCH(QByteArray, document);
    const plimsoll::Result<plimsoll::Plan> plan = plimsoll::planFromBytes(document, QStringLiteral("here"));
    QVERIFY2(plan.ok(), plan.ok() ? "" : qPrintable(plan.error().text));
    const Run fromPlan = runPlimsoll(
        {QStringLiteral("estimate"), QStringLiteral("--json"), QStringLiteral("--plan"), QStringLiteral("-")},
        document);
    const Run fromOptions = runPlimsoll(plimsoll::estimateArguments(*plan) + QStringList{QStringLiteral("--json")});
    QVERIFY2(fromPlan.status == 0, fromPlan.described().constData());
    QVERIFY2(fromOptions.status == 0, fromOptions.described().constData());
    QCOMPARE(fromOptions.out, fromPlan.out);
}

QTEST_GUILESS_MAIN(PlanOptionsTest)
#include "tst_planoptions.moc"
