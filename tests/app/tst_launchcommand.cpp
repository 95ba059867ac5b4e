// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/program.h"

#include <QTemporaryDir>
#include <QTest>

using namespace plimsoll::test;

namespace {

QStringList words(const char *text)
{
    return QString::fromLatin1(text).split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

} // namespace

/// plimsoll launch, and --command, which reads what it writes.
class LaunchCommandTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyTarget_data()
    {
        QTest::addColumn<QString>("target");
        QTest::addColumn<QByteArray>("begins");
        const auto row = [](const char *target, const char *begins) {
            QTest::newRow(target) << QString::fromLatin1(target) << QByteArray(begins);
        };
        row("vllm", "\nvllm serve Qwen/Qwen3-8B \\\n");
        row("sglang", "\npython -m sglang.launch_server \\\n");
        row("llama.cpp", "\nllama-server -m Qwen3-8B-BF16.gguf \\\n");
        row("tensorrt-llm", "\ntrtllm-serve Qwen/Qwen3-8B \\\n");
        row("ollama", "\nFROM ./Qwen3-8B-BF16.gguf\n");
        row("kubernetes", "\nkind: \"Deployment\"\n");
        row("ray", "\nray start --head");
    }
    void everyTarget()
    {
        QFETCH(QString, target);
        QFETCH(QByteArray, begins);
        const Run run = runPlimsoll(words("launch --model Qwen/Qwen3-8B --gpu nvidia-h100-sxm-80gb --for") << target);
        QVERIFY2(run.status == 0 && run.err.isEmpty(), run.described().constData());
        QVERIFY2(run.out.contains(begins), run.described().constData());
    }

    /// What was written is read again, and gives the same estimate.
    void thereAndBack()
    {
        const QStringList gpus = words("--gpu nvidia-h100-sxm-80gb:4");
        const QStringList plan = words("--model meta-llama/Llama-3.1-70B --weights fp8 --kv-cache fp8 --context 32k "
                                       "--engine-option maxNumSeqs=64");
        const Run written = runPlimsoll(words("launch") + plan + gpus);
        QCOMPARE(written.status, 0);
        const Run read = runPlimsoll(words("estimate --json --command -") + gpus, written.out);
        const Run direct = runPlimsoll(words("estimate --json") + plan + gpus);
        QVERIFY2(read.status == 0 && read.err.isEmpty(), read.described().constData());
        QCOMPARE(read.json(), direct.json());
    }

    /// Options beside the command win; what says nothing of a plan is named, and the answer is still given.
    void readsAFile()
    {
        const QString file = writeFile(m_folder.path(), QStringLiteral("start.sh"),
                                       "#!/bin/sh\nvllm serve Qwen/Qwen3-8B --max-model-len 16k --api-key x\n");
        const Run run = runPlimsoll(words("estimate --json --context 4096 --command") << file);
        QVERIFY2(run.status == 0, run.described().constData());
        QCOMPARE(at(run.json(), QStringLiteral("plan.contextLength")).toInteger(), 4096);
        QCOMPARE(at(run.json(), QStringLiteral("model.id")).toString(), QStringLiteral("Qwen/Qwen3-8B"));
        QVERIFY2(run.err.contains("--api-key x"), run.described().constData());
    }

    void wrong_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QByteArray>("input");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("says");
        QTest::newRow("no such target") << words("launch --for x") << QByteArray() << 2 << QByteArray("--for");
        QTest::newRow("no such engine command")
            << words("launch --parameters 13e9") << QByteArray() << 2 << QByteArray("--engine");
        QTest::newRow("a Modelfile needs llama.cpp, which --for chooses")
            << words("launch --for ray --engine sglang") << QByteArray() << 2 << QByteArray("vLLM");
        QTest::newRow("no GPUs for the pods")
            << words("launch --for kubernetes") << QByteArray() << 2 << QByteArray("--gpu");
        QTest::newRow("another program") << words("estimate --command -") << QByteArray("ls -l\n") << 3
                                         << QByteArray("standard input");
        QTest::newRow("no file") << words("estimate --command /no/such/file") << QByteArray() << 3
                                 << QByteArray("/no/such/file");
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

private:
    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(LaunchCommandTest)
#include "tst_launchcommand.moc"
