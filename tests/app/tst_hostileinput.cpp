// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/program.h"

#include <QTest>

using namespace plimsoll::test;

/// Whatever is typed wrong is one line on standard error and exit status 2; nothing crashes, nothing is guessed.
class HostileInputTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void badNumber_data();
    void badNumber();
    void wrong_data();
    void wrong();
    void messageSays_data();
    void messageSays();
    void largestPlanIsAnsweredOrRefused_data();
    void largestPlanIsAnsweredOrRefused();
};

void HostileInputTest::badNumber_data()
{
    QTest::addColumn<QString>("option");
    QTest::addColumn<QString>("text");
    static const std::pair<const char *, QString> texts[] = {
        {"empty", QString()},
        {"space", QStringLiteral(" ")},
        {"negative", QStringLiteral("-1")},
        {"negative zero", QStringLiteral("-0")},
        {"zero", QStringLiteral("0")},
        {"zero with a fraction", QStringLiteral("0.0")},
        {"a half", QStringLiteral("0.5")},
        {"beyond 64 bits", QStringLiteral("18446744073709551617")},
        {"beyond a double", QStringLiteral("1e400")},
        {"just below 64 bits", QStringLiteral("9223372036854775807")},
        {"two million digits' worth", QString(20000, QLatin1Char('9'))},
        {"NaN", QStringLiteral("nan")},
        {"NaN in capitals", QStringLiteral("NaN")},
        {"infinite", QStringLiteral("inf")},
        {"minus infinite", QStringLiteral("-inf")},
        {"Infinity", QStringLiteral("Infinity")},
        {"full-width digits", QString::fromUtf8("\xef\xbc\x91\xef\xbc\x93")},
        {"Arabic-Indic digits", QString::fromUtf8("\xd9\xa1\xd9\xa3")},
        {"superscript", QString::fromUtf8("\xc2\xb2")},
        {"hexadecimal", QStringLiteral("0x10")},
        {"comma", QStringLiteral("1,5")},
        {"two points", QStringLiteral("1.2.3")},
        {"two signs", QStringLiteral("--5")},
        {"word", QStringLiteral("many")},
        {"unit of nothing", QStringLiteral("k")},
        {"unknown unit", QStringLiteral("5 parsecs")},
        {"exponent alone", QStringLiteral("e9")},
        {"exponent without digits", QStringLiteral("1e")},
        {"line break", QStringLiteral("1\n2")},
        {"escape sequence", QStringLiteral("\x1b[31m1")},
        {"right-to-left mark", QString::fromUtf8("\xe2\x80\x8f"
                                                 "5")},
        {"emoji", QString::fromUtf8("\xf0\x9f\x98\x80")},
        {"format string", QStringLiteral("%s%n%1%2")},
    };
    static const char *const options[] = {"--parameters", "--context", "--sequences", "--tp",
                                          "--pp",         "--dp",      "--ep",        "--gpu"};
    for (const char *option : options) {
        for (const auto &[name, text] : texts) {
            const bool isGpu = QLatin1String(option) == QLatin1String("--gpu");
            QTest::addRow("%s %s", option, name)
                << QString::fromLatin1(option) << (isGpu ? QStringLiteral("nvidia-h100-sxm-80gb:") + text : text);
        }
    }
    for (const auto &[name, text] : texts) {
        const QString plain = text.trimmed();
        const bool isSize = plain == QLatin1String("0") || plain == QLatin1String("-0") || plain == QLatin1String("0.0")
                            || plain == QLatin1String("0.5") || plain == QLatin1String("9223372036854775807");
        if (!isSize)
            QTest::addRow("--reserve %s", name) << QStringLiteral("--reserve") << text;
    }
}

void HostileInputTest::badNumber()
{
    QFETCH(QString, option);
    QFETCH(QString, text);
    QStringList arguments{QStringLiteral("estimate"), option, text};
    if (option != QLatin1String("--gpu"))
        arguments << QStringLiteral("--gpu") << QStringLiteral("nvidia-h100-sxm-80gb");
    const Run run = runPlimsoll(arguments);
    QVERIFY2(run.ended && run.status == 2 && run.complainedOnce(), run.described().constData());
    QVERIFY2(run.err.contains(option.toUtf8()), run.err.constData());
    QVERIFY2(run.err.size() < 600, run.err.constData());
    QVERIFY(!run.err.contains('\x1b'));
}

void HostileInputTest::wrong_data()
{
    QTest::addColumn<QStringList>("arguments");
    const auto row = [](const char *name, const QStringList &arguments) { QTest::newRow(name) << arguments; };
    row("unknown option", {"estimate", "--modle", "x"});
    row("unknown short option", {"estimate", "-x"});
    row("missing value", {"estimate", "--model"});
    row("a value for a switch", {"estimate", "--json=yes"});
    row("an argument too many", {"estimate", "meta-llama/Llama-3.1-8B"});
    row("model and size", {"estimate", "--model", "meta-llama/Llama-3.1-8B", "--parameters", "13e9"});
    row("empty model", {"estimate", "--model", ""});
    row("unknown model", {"estimate", "--model", "meta-llama/Llama-9"});
    row("model of a million letters", {"estimate", "--model", QString(100000, QLatin1Char('a'))});
    row("empty weights", {"estimate", "--weights", ""});
    row("unknown weights", {"estimate", "--weights", "fp17"});
    row("a cache format for weights", {"estimate", "--weights", "auto"});
    row("unknown cache format", {"estimate", "--kv-cache", "fp17"});
    row("empty cache format", {"estimate", "--kv-cache", ""});
    row("half a cache format", {"estimate", "--kv-cache", "fp16,"});
    row("three cache formats", {"estimate", "--kv-cache", "fp16,fp16,fp16"});
    row("a weights format for the cache", {"estimate", "--kv-cache", "awq-int4"});
    row("unknown engine", {"estimate", "--engine", "vlm"});
    row("empty engine", {"estimate", "--engine", ""});
    row("engine without a version", {"estimate", "--engine", "vllm@"});
    row("version without an engine", {"estimate", "--engine", "@0.19"});
    row("not a version", {"estimate", "--engine", "vllm@latest"});
    row("full-width version", {"estimate", "--engine", QString::fromUtf8("vllm@\xef\xbc\x90.\xef\xbc\x91")});
    row("unknown engine option", {"estimate", "--engine-option", "memory=1"});
    row("engine option without a value", {"estimate", "--engine-option", "gpuMemoryUtilization"});
    row("engine option without a key", {"estimate", "--engine-option", "=1"});
    row("engine option out of range", {"estimate", "--engine-option", "gpuMemoryUtilization=1.5"});
    row("engine option negative", {"estimate", "--engine-option", "gpuMemoryUtilization=-0.5"});
    row("engine option not a number", {"estimate", "--engine-option", "gpuMemoryUtilization=nan"});
    row("engine option beyond a double", {"estimate", "--engine-option", "gpuMemoryUtilization=1e999"});
    row("engine option of another type", {"estimate", "--engine-option", "enforceEager=perhaps"});
    row("overhead not a number", {"estimate", "--parameters", "13e9", "--engine-option", "overhead=lots"});
    row("overhead negative", {"estimate", "--parameters", "13e9", "--engine-option", "overhead=-1"});
    row("unknown GPU", {"estimate", "--gpu", "nvidia-h1000"});
    row("empty GPU", {"estimate", "--gpu", ""});
    row("GPU without an id", {"estimate", "--gpu", ":2"});
    row("too many GPUs", {"estimate", "--gpu", "nvidia-h100-sxm-80gb:1025"});
    row("too many GPUs together",
        {"estimate", "--gpu", "nvidia-h100-sxm-80gb:1024", "--gpu", "nvidia-h100-sxm-80gb:1024"});
    row("layout for other GPUs", {"estimate", "--gpu", "nvidia-h100-sxm-80gb:4", "--tp", "8"});
    row("layout of too few", {"estimate", "--gpu", "nvidia-h100-sxm-80gb:4", "--tp", "2"});
    row("layout that does not divide", {"estimate", "--gpu", "nvidia-h100-sxm-80gb:4", "--pp", "3"});
    row("heads that do not divide", {"estimate", "--gpu", "nvidia-h100-sxm-80gb:3", "--tp", "3"});
    row("more stages than layers", {"estimate", "--gpu", "nvidia-h100-sxm-80gb:64", "--pp", "64"});
    row("layout whose product overflows", {"estimate", "--gpu", "nvidia-h100-sxm-80gb:4", "--tp", "1024", "--pp",
                                           "1024", "--dp", "1024", "--ep", "1024"});
    row("check without a GPU", {"estimate", "--check"});
    row("unknown unit", {"estimate", "--unit", "MB"});
    row("empty unit", {"estimate", "--unit", ""});
    row("batch without JSON", {"estimate", "--batch", "-"});
    row("batch and check", {"estimate", "--batch", "-", "--json", "--check"});
    row("batch and an option", {"estimate", "--batch", "-", "--json", "--context", "1k"});
    row("inspect nothing", {"inspect"});
    row("inspect two", {"inspect", "a", "b"});
    row("inspect an empty name", {"inspect", ""});
    row("inspect an unknown model", {"inspect", "meta-llama/Llama-9"});
    row("inspect a size beyond 64 bits", {"inspect", "1e30"});
    row("inspect zero", {"inspect", "0"});
    row("inspect a negative size", {"inspect", "--", "-5"});
    row("inspect a size and a model", {"inspect", "meta-llama/Llama-3.1-8B", "--parameters", "13e9"});
    row("catalog of nothing", {"catalog"});
    row("catalog of something else", {"catalog", "cars"});
    row("catalog of two", {"catalog", "models", "gpus"});
}

void HostileInputTest::wrong()
{
    QFETCH(QStringList, arguments);
    const Run run =
        runPlimsoll(arguments.contains(QStringLiteral("--")) ? QStringList{QStringLiteral("--no-user-data")} + arguments
                                                             : arguments);
    QVERIFY2(run.ended && run.status == 2 && run.complainedOnce(), run.described().constData());
    QVERIFY2(run.err.size() < 1000, run.err.constData());
}

void HostileInputTest::messageSays_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QStringList>("words");
    const auto row = [](const char *name, const QStringList &arguments, const QStringList &words) {
        QTest::newRow(name) << arguments << words;
    };
    row("nearest GPU", {"--gpu", "nvidia-h100-sxm-80g"}, {"--gpu", "nvidia-h100-sxm-80gb"});
    row("nearest model", {"--model", "meta-llama/Llama-3.1-8"}, {"--model", "meta-llama/Llama-3.1-8B"});
    row("nearest format", {"--weights", "q4_k_n"}, {"--weights", "q4_k_m"});
    row("known engines", {"--engine", "vlm"}, {"--engine", "vllm", "rule-of-thumb"});
    row("known options", {"--engine-option", "gpuMemoryUtilisation=0.9"}, {"--engine-option", "gpuMemoryUtilization"});
    row("nearest legal layout", {"--gpu", "nvidia-h100-sxm-80gb:3"}, {"--tp", "3"});
    row("contradiction", {"--model", "a", "--parameters", "1e9"}, {"--model", "--parameters"});
    row("nearest option", {"--contxt", "8k"}, {"--contxt", "--context"});
}

void HostileInputTest::messageSays()
{
    QFETCH(QStringList, arguments);
    QFETCH(QStringList, words);
    const Run run = runPlimsoll(QStringList{QStringLiteral("estimate")} + arguments);
    QVERIFY2(run.ended && run.status == 2 && run.complainedOnce(), run.described().constData());
    for (const QString &word : words)
        QVERIFY2(run.err.contains(word.toUtf8()), run.err.constData());
}

void HostileInputTest::largestPlanIsAnsweredOrRefused_data()
{
    QTest::addColumn<QStringList>("arguments");
    const auto row = [](const char *name, const QStringList &arguments) { QTest::newRow(name) << arguments; };
    row("most parameters", {"--parameters", "1000T"});
    row("most tokens", {"--model", "meta-llama/Llama-3.1-8B", "--context", "1099511627776"});
    row("most tokens and sequences",
        {"--model", "meta-llama/Llama-3.1-8B", "--context", "1099511627776", "--sequences", "1000000"});
    row("most tokens of Llama 2",
        {"--model", "meta-llama/Llama-2-7b-hf", "--context", "1024G", "--sequences", "1000000"});
    row("most GPUs", {"--parameters", "13e9", "--gpu", "nvidia-h100-sxm-80gb:1024"});
    row("one parameter", {"--parameters", "1"});
    row("one parameter on vLLM", {"--parameters", "1", "--engine", "vllm"});
    row("largest reserve", {"--parameters", "13e9", "--gpu", "nvidia-h100-sxm-80gb", "--reserve", "9e18"});
    row("one token", {"--context", "1", "--sequences", "1"});
}

void HostileInputTest::largestPlanIsAnsweredOrRefused()
{
    QFETCH(QStringList, arguments);
    const Run run = runPlimsoll(QStringList{QStringLiteral("estimate"), QStringLiteral("--json")} + arguments);
    QVERIFY2(run.ended, run.described().constData());
    if (run.status == 0) {
        const qint64 total = at(run.json(), QStringLiteral("total.bytes.total")).toInteger(-1);
        QVERIFY2(total > 0 && total < std::numeric_limits<qint64>::max(), run.described().constData());
    } else {
        QVERIFY2(run.status == 2 && run.complainedOnce(), run.described().constData());
    }
}

QTEST_GUILESS_MAIN(HostileInputTest)
#include "tst_hostileinput.moc"
