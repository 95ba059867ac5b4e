// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planning/commandline.h"

#include <QProcess>
#include <QTest>

using namespace plimsoll;

/// The command that gives the answer of a plan. That the program reads it back as the same plan is tested with
/// the program (tst_planoptions).
class CommandLineTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onlyWhatThePlanSays();
    void everything();
    void inlineArchitecture();
    void quoting_data();
    void quoting();
};

void CommandLineTest::onlyWhatThePlanSays()
{
    QCOMPARE(estimateCommand(Plan()), QStringLiteral("plimsoll estimate --model meta-llama/Llama-3.1-8B"));
    Plan plan;
    plan.model = FreeSize{13'000'000'000};
    QCOMPARE(estimateCommand(plan), QStringLiteral("plimsoll estimate --parameters 13000000000"));
}

void CommandLineTest::everything()
{
    Plan plan;
    plan.weights = QStringLiteral("fp8");
    plan.kvKeys = QStringLiteral("fp16");
    plan.engine = QStringLiteral("vllm");
    plan.engineVersion = QStringLiteral("0.19.0");
    plan.engineOptions = {{QStringLiteral("enforceEager"), true},
                          {QStringLiteral("gpuMemoryUtilization"), 0.85},
                          {QStringLiteral("maxNumSeqs"), 128}};
    plan.contextLength = 131072;
    plan.sequences = 16;
    plan.gpus = {{QStringLiteral("nvidia-h100-sxm-80gb"), 4}, {QStringLiteral("nvidia-l4-24gb"), 1}};
    plan.parallel = Parallel{2, 1, 2, 2};
    plan.reserve = Bytes(1'610'612'736);
    QCOMPARE(estimateCommand(plan),
             QStringLiteral("plimsoll estimate --model meta-llama/Llama-3.1-8B --weights fp8 --kv-cache fp16,auto "
                            "--engine vllm@0.19.0 --engine-option enforceEager=true "
                            "--engine-option gpuMemoryUtilization=0.85 --engine-option maxNumSeqs=128 "
                            "--context 131072 --sequences 16 --gpu nvidia-h100-sxm-80gb:4 --gpu nvidia-l4-24gb "
                            "--tp 2 --pp 1 --dp 2 --ep 2 --reserve 1536MiB"));
    plan.reserve = Bytes(1000);
    QVERIFY(estimateCommand(plan).endsWith(QStringLiteral(" --reserve 1000")));
}

void CommandLineTest::inlineArchitecture()
{
    Plan plan;
    plan.model = InlineConfig{{{QStringLiteral("hidden_size"), 4096}}};
    QVERIFY(estimateArguments(plan).isEmpty());
    QVERIFY(estimateCommand(plan).isEmpty());
}

void CommandLineTest::quoting_data()
{
    QTest::addColumn<QString>("argument");
    for (const char *each : {"plain", "with space", "it's", "$HOME", "`date`", "a\"b", "back\\slash", "new\nline", "",
                             "*", "~", "a;b", "\u00e9", "'"})
        QTest::addRow("<%s>", each) << QString::fromUtf8(each);
}

void CommandLineTest::quoting()
{
    QFETCH(QString, argument);
    QProcess shell;
    shell.start(QStringLiteral("/bin/sh"),
                {QStringLiteral("-c"), QStringLiteral("printf %s ") + shellQuoted(argument)});
    QVERIFY(shell.waitForFinished());
    QCOMPARE(QString::fromUtf8(shell.readAllStandardOutput()), argument);
}

QTEST_GUILESS_MAIN(CommandLineTest)
#include "tst_commandline.moc"
