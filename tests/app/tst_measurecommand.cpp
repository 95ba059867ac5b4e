// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/program.h"

#include <QFile>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

using namespace plimsoll::test;

namespace {

QStringList words(const char *text)
{
    return QString::fromLatin1(text).split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

QString sample(const char *name)
{
    return QStringLiteral(PLIMSOLL_LOG_SAMPLES "/") + QLatin1String(name);
}

QByteArray contentOf(const char *name)
{
    QFile file(sample(name));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s is missing", name);
    return file.readAll();
}

QJsonObject rowOf(const QJsonObject &document, const char *item)
{
    for (const QJsonValue &row : document.value(QLatin1String("comparison")).toArray()) {
        if (row[QLatin1String("item")].toString() == QLatin1String(item))
            return row.toObject();
    }
    return {};
}

} // namespace

/// plimsoll measure, run as a person runs it.
class MeasureCommandTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// Llama 3.1 8B takes 14.99 GiB and leaves a pool of 58.42 GiB on an H100 at 0.95: a published run of vLLM 0.19.
    void besideTheEstimate()
    {
        const QByteArray log =
            "INFO 01-01 00:00:00 [utils.py:1] non-default args: {'gpu_memory_utilization': 0.95, 'max_model_len': "
            "8192}\n"
            "INFO 01-01 00:00:01 [core.py:1] Initializing a V1 LLM engine (v0.19.0) with config: "
            "model='meta-llama/Llama-3.1-8B-Instruct', dtype=torch.bfloat16, max_seq_len=8192, tensor_parallel_size=1, "
            "x\n"
            "INFO 01-01 00:00:02 [gpu_model_runner.py:1] Model loading took 14.99 GiB memory and 5.0 seconds\n";
        const Run run = runPlimsoll(words("measure - --json --gpu nvidia-h100-sxm-80gb"), log);
        QVERIFY2(run.status == 0 && run.err.isEmpty(), run.described().constData());
        const QJsonObject weights = rowOf(run.json(), "weights");
        QCOMPARE(weights.value(QLatin1String("measured")).toInteger(), 16095389942); // 14.99 x 2^30
        QCOMPARE(weights.value(QLatin1String("inside")).toBool(), true);
        QCOMPARE(at(run.json(), QStringLiteral("plan.engine.version")).toString(), QStringLiteral("0.19.0"));
        QCOMPARE(at(run.json(), QStringLiteral("plan.contextLength")).toInteger(), 8192);
    }

    /// One kind of GPU stands for as many as there are ranks.
    void ranksOfTheLog()
    {
        const Run run = runPlimsoll(QStringList{QStringLiteral("measure"), sample("vllm-v1-two-ranks.log")}
                                    + words("--json --gpu nvidia-a100-sxm-40gb"));
        QVERIFY2(run.status == 0 && run.err.isEmpty(), run.described().constData());
        QCOMPARE(at(run.json(), QStringLiteral("plan.gpus.0.count")).toInt(), 2);
        QCOMPARE(at(run.json(), QStringLiteral("plan.parallel.tensor")).toInt(), 2);
        QCOMPARE(rowOf(run.json(), "kvCache").value(QLatin1String("ranks")).toArray().size(), 2);
        QVERIFY(rowOf(run.json(), "kvCache").value(QLatin1String("predicted")).isDouble());
    }

    void typedWins()
    {
        const Run run = runPlimsoll(QStringList{QStringLiteral("measure"), sample("vllm-v1-two-ranks.log")}
                                    + words("--json --gpu nvidia-a100-sxm-40gb:4 --context 4096 --model Qwen/Qwen3-14B "
                                            "--kv-cache auto --engine vllm@0.12 --engine-option maxNumSeqs=8"));
        QVERIFY2(run.status == 0, run.described().constData());
        const QJsonObject plan = run.json().value(QLatin1String("plan")).toObject();
        QCOMPARE(at(plan, QStringLiteral("gpus.0.count")).toInt(), 4);
        QCOMPARE(at(plan, QStringLiteral("contextLength")).toInt(), 4096);
        QCOMPARE(at(plan, QStringLiteral("model")).toString(), QStringLiteral("Qwen/Qwen3-14B"));
        QCOMPARE(at(plan, QStringLiteral("kvCache.k")).toString(), QStringLiteral("auto"));
        QVERIFY(at(plan, QStringLiteral("engine.version")).toString().startsWith(QLatin1String("0.12")));
        QCOMPARE(at(plan, QStringLiteral("engine.options.maxNumSeqs")).toInt(), 8);
        QCOMPARE(at(plan, QStringLiteral("engine.options.gpuMemoryUtilization")).toDouble(), 0.85); // of the log
    }

    void text()
    {
        const Run run = runPlimsoll({QStringLiteral("measure"), sample("llamacpp-two-cards.log")});
        QVERIFY2(run.status == 0 && run.err.isEmpty(), run.described().constData());
        for (const char *part : {"llama.cpp 6123", "2 × GeForce RTX 4090", "CUDA1: KV cache, GiB", "0.498",
                                 "host: Compute buffer", "Predicted", "Also in the log"})
            QVERIFY2(run.out.contains(part), part);
    }

    /// Figures are shown where the estimate is missing, and what to do about it is said.
    void withoutEstimate()
    {
        const Run noModel = runPlimsoll({QStringLiteral("measure"), sample("vllm-ray-wrapped.log")});
        QVERIFY2(noModel.status == 0 && noModel.out.contains("--model"), noModel.described().constData());
        QVERIFY(noModel.out.contains("21.125"));
        const Run noGpu = runPlimsoll({QStringLiteral("measure"), sample("vllm-v1-two-ranks.log")});
        QVERIFY2(noGpu.status == 0 && noGpu.out.contains("--gpu"), noGpu.described().constData());
    }

    void wrong_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QByteArray>("input");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("says");
        const auto row = [](const char *name, const QStringList &arguments, const QByteArray &input, int status,
                            const char *says) {
            QTest::newRow(name) << arguments << input << status << QByteArray(says);
        };
        row("nothing named", words("measure"), {}, 2, "log");
        row("no file", words("measure /no/such.log"), {}, 3, "/no/such.log");
        row("a folder", words("measure /"), {}, 3, "folder");
        row("empty", words("measure -"), {}, 3, "standard input");
        row("binary", words("measure -"), QByteArray("\0\xff\x1b[\r\n\0", 8), 3, "no line of a known engine");
        row("words alone", {QStringLiteral("measure"), sample("negative-words.log")}, {}, 3, "negative-words.log");
        row("arguments alone", {QStringLiteral("measure"), sample("negative-arguments.log")}, {}, 3, "vLLM 0.10.0");
        row("unknown GPU",
            {QStringLiteral("measure"), sample("ollama.log"), QStringLiteral("--gpu"), QStringLiteral("x")}, {}, 2,
            "--gpu");
        row("unknown unit",
            {QStringLiteral("measure"), sample("ollama.log"), QStringLiteral("--unit"), QStringLiteral("x")}, {}, 2,
            "--unit");
    }
    void wrong()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QByteArray, input);
        QFETCH(QByteArray, says);
        const Run run = runPlimsoll(arguments, input);
        QVERIFY2(run.complainedOnce() && run.err.contains(says), run.described().constData());
        QTEST(run.status, "status");
    }

    /// The same bytes from a file and from a pipe, with the ends of lines of Windows.
    void carriageReturns()
    {
        const QByteArray log = contentOf("sglang-two-ranks.log");
        const QStringList options = words("--json --gpu nvidia-l40s-48gb");
        const Run file = runPlimsoll(QStringList{QStringLiteral("measure"), sample("sglang-two-ranks.log")} + options);
        const Run pipe = runPlimsoll(words("measure -") + options, QByteArray(log).replace("\n", "\r\n"));
        QCOMPARE(pipe.json().value(QLatin1String("figures")), file.json().value(QLatin1String("figures")));
        QCOMPARE(pipe.json().value(QLatin1String("comparison")), file.json().value(QLatin1String("comparison")));
        QVERIFY(!file.json().value(QLatin1String("comparison")).toArray().isEmpty());
    }
};

QTEST_GUILESS_MAIN(MeasureCommandTest)
#include "tst_measurecommand.moc"
