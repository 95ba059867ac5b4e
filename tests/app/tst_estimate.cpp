// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/program.h"

#include <QJsonArray>
#include <QRegularExpression>
#include <QTest>

using namespace plimsoll::test;

/// The numbers of `plimsoll estimate`, by arithmetic that stands beside each row.
class EstimateTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void number_data();
    void number();
    void text_data();
    void text();
    void slidingWindowGrowsInGlobalLayersOnly();
    void itemsAddUp_data();
    void itemsAddUp();
    void withoutGpusNothingFitsOrFails();
    void devicesInRankOrder();
    void comparisonOrder();
    void planHasDefaults();
    void check_data();
    void check();
    void unit();
    void explain();
    void cost();
    void costWithOwnPrice();
    void wrongPrice_data();
    void wrongPrice();
    void quality();
};

void EstimateTest::number_data()
{
    QTest::addColumn<QString>("arguments");
    QTest::addColumn<QString>("path");
    QTest::addColumn<qint64>("expected");

    // P x Q/8 x 1.2
    const QString thumb13 = QStringLiteral("--parameters 13e9 --weights fp16 --engine rule-of-thumb");
    const QString thumb70 = QStringLiteral("--parameters 70e9 --weights fp16 --engine rule-of-thumb");
    const QString a100 = QStringLiteral(" --gpu nvidia-a100-sxm-80gb");
    const QString total = QStringLiteral("total.bytes.total");
    QTest::newRow("13e9 x 2 x 1.2") << thumb13 << total << Q_INT64_C(31'200'000'000);
    QTest::newRow("70e9 x 2 x 1.2") << thumb70 << total << Q_INT64_C(168'000'000'000);
    QTest::newRow("13e9 x 4 x 1.2") << "--parameters 13e9 --weights fp32" << total << Q_INT64_C(62'400'000'000);
    QTest::newRow("13e9 x 1 x 1.2") << "--parameters 13e9 --weights int8" << total << Q_INT64_C(15'600'000'000);
    QTest::newRow("13e9 x 0.5 x 1.2") << "--parameters 13e9 --weights int4" << total << Q_INT64_C(7'800'000'000);
    QTest::newRow("bf16 by default") << "--parameters 13e9" << total << Q_INT64_C(31'200'000'000);
    QTest::newRow("overhead 0.5: 13e9 x 2 x 1.5")
        << thumb13 + QStringLiteral(" --engine-option overhead=0.5") << total << Q_INT64_C(39'000'000'000);
    QTest::newRow("the rule beside itself") << thumb13 << "ruleOfThumb.bytes" << Q_INT64_C(31'200'000'000);
    QTest::newRow("13e9 on one A100") << thumb13 + a100 << "verdict.gpusNeeded" << Q_INT64_C(1);
    QTest::newRow("70e9 on two, as 80 GiB are 85.9 GB") << thumb70 + a100 << "verdict.gpusNeeded" << Q_INT64_C(2);
    QTest::newRow("70e9 by memory alone") << thumb70 + a100 << "verdict.gpusByMemory" << Q_INT64_C(2);

    // 2 (K and V) x layers x KV heads x head_dim x 2 bytes, from each model's config.json
    const QString perToken = QStringLiteral("kvCache.bytesPerToken");
    QTest::newRow("Llama 3.1 8B: 2 x 32 x 8 x 128 x 2")
        << "--model meta-llama/Llama-3.1-8B --kv-cache fp16" << perToken << Q_INT64_C(131'072);
    QTest::newRow("Llama 2 7B: 2 x 32 x 32 x 128 x 2")
        << "--model meta-llama/Llama-2-7b-hf --kv-cache fp16" << perToken << Q_INT64_C(524'288);
    QTest::newRow("Qwen2.5 7B: 2 x 28 x 4 x 128 x 2")
        << "--model Qwen/Qwen2.5-7B-Instruct --kv-cache fp16" << perToken << Q_INT64_C(57'344);
    QTest::newRow("DeepSeek V3: 61 x (512 + 64) x 2, one latent for K and V")
        << "--model deepseek-ai/DeepSeek-V3 --kv-cache fp16" << perToken << Q_INT64_C(70'272);
    QTest::newRow("Gemma 3 27B: 2 x 10 global layers x 16 x 128 x 2")
        << "--model google/gemma-3-27b-it --kv-cache fp16" << perToken << Q_INT64_C(81'920);
    QTest::newRow("Llama 3.1 8B, FP8 cache: half")
        << "--model meta-llama/Llama-3.1-8B --kv-cache fp8" << perToken << Q_INT64_C(65'536);

    QTest::newRow("parameters of Llama 3.1 8B (safetensors index of the checkpoint)")
        << "--model meta-llama/Llama-3.1-8B"
        << "model.parameters.total" << Q_INT64_C(8'030'261'248);
    QTest::newRow("parameters of Qwen2.5 7B") << "--model Qwen/Qwen2.5-7B-Instruct"
                                              << "model.parameters.total" << Q_INT64_C(7'615'616'512);
    // 8,192 tokens x 131,072 bytes: whole blocks of 16 tokens
    QTest::newRow("cache of the plan") << "--model meta-llama/Llama-3.1-8B --context 8192"
                                       << "total.bytes.kvCache" << Q_INT64_C(1'073'741'824);
    QTest::newRow("cache of four sequences") << "--model meta-llama/Llama-3.1-8B --context 8192 --sequences 4"
                                             << "total.bytes.kvCache" << Q_INT64_C(4'294'967'296);
}

void EstimateTest::number()
{
    QFETCH(QString, arguments);
    QFETCH(QString, path);
    QFETCH(qint64, expected);
    const Run run = runPlimsoll(QStringList{QStringLiteral("estimate"), QStringLiteral("--json")}
                                + arguments.split(QLatin1Char(' ')));
    QVERIFY2(run.ended && run.status == 0, run.described().constData());
    QCOMPARE(at(run.json(), path).toInteger(-1), expected);
}

void EstimateTest::text_data()
{
    QTest::addColumn<QString>("arguments");
    QTest::addColumn<QString>("pattern");
    const QString thumb13 = QStringLiteral("--parameters 13e9 --weights fp16 --engine rule-of-thumb");
    const QString thumb70 =
        QStringLiteral("--parameters 70e9 --weights fp16 --engine rule-of-thumb --gpu nvidia-a100-sxm-80gb");
    QTest::newRow("13e9 in both units") << thumb13 << R"(\b31\.2 GB \(29\.1 GiB\))";
    QTest::newRow("70e9 in both units") << thumb70 << R"(\b168 GB \(156\.5 GiB\))";
    QTest::newRow("70e9 needs two") << thumb70 << R"(FP16 .*168 GB \(156\.5 GiB\)\s+2\s+no)";
    QTest::newRow("the card has 80 GiB") << thumb70 << R"(\b80 GiB\b)";
    QTest::newRow("the formula with its numbers") << thumb13 << R"(1\.2\b)";
    const QString h100 = QStringLiteral("--model meta-llama/Llama-3.1-8B --gpu nvidia-h100-sxm-80gb");
    QTest::newRow("speed with what it rests on")
        << h100 << R"(Decode: \d+ tokens/s a sequence, 90 % interval .* measured rows of \d+ configurations)";
    QTest::newRow("first token") << h100 << R"(Prefill: .*\bms\b)";
    QTest::newRow("speed is only a bound")
        << h100 + QStringLiteral(" --engine transformers") << R"(Decode: at most .*only a bound)";
    QTest::newRow("no speed without GPUs") << "--model meta-llama/Llama-3.1-8B"
                                           << R"(^(?![\s\S]*Decode:))";
    QTest::newRow("bytes a token") << "--model meta-llama/Llama-3.1-8B"
                                   << R"(131,072 bytes a token)";
}

void EstimateTest::text()
{
    QFETCH(QString, arguments);
    QFETCH(QString, pattern);
    const Run run = runPlimsoll(QStringList{QStringLiteral("estimate")} + arguments.split(QLatin1Char(' ')));
    QVERIFY2(run.ended && run.status == 0, run.described().constData());
    QVERIFY2(QRegularExpression(pattern).match(QString::fromUtf8(run.out)).hasMatch(), run.described().constData());
    QVERIFY2(run.err.isEmpty(), run.err.constData());
}

void EstimateTest::slidingWindowGrowsInGlobalLayersOnly()
{
    const auto cacheAt = [](const QString &context) {
        const Run run = runPlimsoll({QStringLiteral("estimate"), QStringLiteral("--json"), QStringLiteral("--model"),
                                     QStringLiteral("google/gemma-3-27b-it"), QStringLiteral("--kv-cache"),
                                     QStringLiteral("fp16"), QStringLiteral("--context"), context});
        return at(run.json(), QStringLiteral("total.bytes.kvCache")).toInteger(-1);
    };
    // 10 global layers x 2 x 16 x 128 x 2 bytes for each of the 16,384 tokens more; the window is 1,024.
    QCOMPARE(cacheAt(QStringLiteral("32768")) - cacheAt(QStringLiteral("16384")), Q_INT64_C(16'384 * 81'920));
}

void EstimateTest::itemsAddUp_data()
{
    QTest::addColumn<QString>("arguments");
    QTest::newRow("free size, no GPU") << "--parameters 13e9";
    QTest::newRow("one GPU") << "--model meta-llama/Llama-3.1-8B --gpu nvidia-h100-sxm-80gb";
    QTest::newRow("tensor parallel") << "--model meta-llama/Llama-3.1-8B --gpu nvidia-h100-sxm-80gb:4";
    QTest::newRow("pipeline") << "--model meta-llama/Llama-3.1-8B --gpu nvidia-h100-sxm-80gb:4 --pp 4";
    QTest::newRow("replicas") << "--model meta-llama/Llama-3.1-8B --gpu nvidia-h100-sxm-80gb:4 --dp 2 --sequences 8";
    QTest::newRow("latent attention") << "--model deepseek-ai/DeepSeek-V3 --gpu nvidia-h100-sxm-80gb:8";
}

void EstimateTest::itemsAddUp()
{
    QFETCH(QString, arguments);
    const Run run = runPlimsoll(QStringList{QStringLiteral("estimate"), QStringLiteral("--json")}
                                + arguments.split(QLatin1Char(' ')));
    QVERIFY2(run.ended && run.status == 0, run.described().constData());
    const QJsonObject answer = run.json();
    static const QStringList items{QStringLiteral("weights"),        QStringLiteral("kvCache"),
                                   QStringLiteral("recurrentState"), QStringLiteral("activations"),
                                   QStringLiteral("graphs"),         QStringLiteral("runtime"),
                                   QStringLiteral("other")};
    const auto sum = [](const QJsonObject &bytes) {
        qint64 total = 0;
        for (const QString &item : items)
            total += bytes.value(item).toInteger(Q_INT64_C(-1) << 60);
        return total;
    };
    QJsonObject all;
    for (const QJsonValue device : answer.value(QStringLiteral("devices")).toArray()) {
        const QJsonObject bytes = device[QStringLiteral("bytes")].toObject();
        QCOMPARE(sum(bytes), bytes.value(QStringLiteral("total")).toInteger());
        for (auto it = bytes.begin(); it != bytes.end(); ++it)
            all.insert(it.key(), all.value(it.key()).toInteger() + it.value().toInteger());
    }
    QCOMPARE(all, at(answer, QStringLiteral("total.bytes")).toObject());
    const qint64 total = all.value(QStringLiteral("total")).toInteger();
    QVERIFY(at(answer, QStringLiteral("interval.lowBytes")).toInteger() <= total);
    QVERIFY(at(answer, QStringLiteral("interval.highBytes")).toInteger() >= total);
    qint64 other = 0;
    for (const QJsonValue item : answer.value(QStringLiteral("otherItems")).toArray())
        other += item[QStringLiteral("bytes")].toInteger();
    QCOMPARE(other, all.value(QStringLiteral("other")).toInteger());
}

void EstimateTest::withoutGpusNothingFitsOrFails()
{
    const Run run = runPlimsoll(
        {QStringLiteral("estimate"), QStringLiteral("--json"), QStringLiteral("--parameters"), QStringLiteral("13e9")});
    const QJsonObject answer = run.json();
    QCOMPARE(answer.value(QStringLiteral("devices")).toArray().size(), 1);
    QVERIFY(at(answer, QStringLiteral("devices.0.fits")).isNull());
    QVERIFY(at(answer, QStringLiteral("devices.0.gpu")).isNull());
    QCOMPARE(at(answer, QStringLiteral("devices.0.usableBytes")).toInteger(-1), 0);
    for (const char *path :
         {"verdict.fits", "verdict.gpusNeeded", "verdict.gpusByMemory", "comparison.0.fits", "comparison.0.gpusNeeded"})
        QVERIFY2(at(answer, QLatin1String(path)).isNull(), path);
}

void EstimateTest::devicesInRankOrder()
{
    const Run run = runPlimsoll({QStringLiteral("estimate"), QStringLiteral("--json"), QStringLiteral("--model"),
                                 QStringLiteral("meta-llama/Llama-3.1-8B"), QStringLiteral("--gpu"),
                                 QStringLiteral("nvidia-h100-sxm-80gb:2"), QStringLiteral("--gpu"),
                                 QStringLiteral("nvidia-a100-sxm-80gb:2")});
    QVERIFY2(run.ended && run.status == 0, run.described().constData());
    const QJsonArray devices = run.json().value(QStringLiteral("devices")).toArray();
    QCOMPARE(devices.size(), 4);
    for (int i = 0; i < 4; ++i) {
        QCOMPARE(devices.at(i)[QStringLiteral("name")].toString(), QStringLiteral("gpu%1").arg(i));
        QCOMPARE(devices.at(i)[QStringLiteral("gpu")].toString(),
                 i < 2 ? QStringLiteral("nvidia-h100-sxm-80gb") : QStringLiteral("nvidia-a100-sxm-80gb"));
    }
}

void EstimateTest::comparisonOrder()
{
    const Run run =
        runPlimsoll({QStringLiteral("estimate"), QStringLiteral("--json"), QStringLiteral("--model"),
                     QStringLiteral("meta-llama/Llama-3.1-8B"), QStringLiteral("--weights"), QStringLiteral("fp8")});
    QStringList formats;
    const QJsonArray comparison = run.json().value(QStringLiteral("comparison")).toArray();
    for (const QJsonValue entry : comparison)
        formats << entry[QStringLiteral("format")].toString();
    formats = formats.mid(0, 4);
    QCOMPARE(formats, (QStringList{QStringLiteral("fp32"), QStringLiteral("fp16"), QStringLiteral("int8"),
                                   QStringLiteral("int4")}));
}

void EstimateTest::planHasDefaults()
{
    const Run run = runPlimsoll({QStringLiteral("estimate"), QStringLiteral("--json"), QStringLiteral("--gpu"),
                                 QStringLiteral("nvidia-h100-sxm-80gb:2")});
    QVERIFY2(run.ended && run.status == 0, run.described().constData());
    const QJsonObject answer = run.json();
    QCOMPARE(at(answer, QStringLiteral("plan.model")).toString(), QStringLiteral("meta-llama/Llama-3.1-8B"));
    QCOMPARE(at(answer, QStringLiteral("plan.weights")).toString(), QStringLiteral("native"));
    QCOMPARE(at(answer, QStringLiteral("plan.kvCache.k")).toString(), QStringLiteral("auto"));
    QCOMPARE(at(answer, QStringLiteral("plan.engine.id")).toString(), QStringLiteral("vllm"));
    QVERIFY(!at(answer, QStringLiteral("plan.engine.version")).toString().isEmpty());
    QCOMPARE(at(answer, QStringLiteral("plan.contextLength")).toInteger(), 8192);
    QCOMPARE(at(answer, QStringLiteral("plan.sequences")).toInteger(), 1);
    QCOMPARE(at(answer, QStringLiteral("plan.parallel.tensor")).toInteger(), 2);
    QCOMPARE(at(answer, QStringLiteral("plan.parallel.pipeline")).toInteger(), 1);
    QCOMPARE(answer.value(QStringLiteral("schema")).toString(), QStringLiteral("plimsoll.estimate/1"));
}

void EstimateTest::check_data()
{
    QTest::addColumn<QString>("arguments");
    QTest::addColumn<int>("status");
    const QString thumb = QStringLiteral("--engine rule-of-thumb --weights fp16 --gpu nvidia-a100-sxm-80gb");
    QTest::newRow("13e9 on one") << QStringLiteral("--parameters 13e9 --check ") + thumb << 0;
    QTest::newRow("70e9 on one") << QStringLiteral("--parameters 70e9 --check ") + thumb << 1;
    QTest::newRow("70e9 on two") << QStringLiteral("--parameters 70e9 --check ") + thumb + QStringLiteral(":2") << 0;
    QTest::newRow("70e9 on one, as JSON") << QStringLiteral("--parameters 70e9 --check --json ") + thumb << 1;
    QTest::newRow("70e9 on one, not checked") << QStringLiteral("--parameters 70e9 ") + thumb << 0;
}

void EstimateTest::check()
{
    QFETCH(QString, arguments);
    QFETCH(int, status);
    const Run run = runPlimsoll(QStringList{QStringLiteral("estimate")} + arguments.split(QLatin1Char(' ')));
    QVERIFY2(run.ended, run.described().constData());
    QCOMPARE(run.status, status);
    QVERIFY(!run.out.isEmpty());
}

void EstimateTest::unit()
{
    const QStringList arguments{QStringLiteral("estimate"), QStringLiteral("--parameters"), QStringLiteral("13e9"),
                                QStringLiteral("--unit")};
    // 26e9 bytes of weights are 24.2 x 2^30.
    QVERIFY(runPlimsoll(arguments + QStringList{QStringLiteral("GiB")}).out.contains("24.2 GiB"));
    QVERIFY(runPlimsoll(arguments + QStringList{QStringLiteral("GB")}).out.contains("26.0 GB"));
}

void EstimateTest::explain()
{
    const QStringList plan{QStringLiteral("estimate"), QStringLiteral("--model"),
                           QStringLiteral("meta-llama/Llama-3.1-8B")};
    const Run brief = runPlimsoll(plan);
    const Run whole = runPlimsoll(plan + QStringList{QStringLiteral("--explain")});
    QVERIFY2(whole.ended && whole.status == 0, whole.described().constData());
    QVERIFY(whole.out.size() > brief.out.size());
}

void EstimateTest::cost()
{
    // Two of them for an hour, 730 hours, and over the tokens of the answer itself.
    const Run run = runPlimsoll({QStringLiteral("estimate"), QStringLiteral("--json"), QStringLiteral("--model"),
                                 QStringLiteral("meta-llama/Llama-3.1-8B"), QStringLiteral("--gpu"),
                                 QStringLiteral("nvidia-h100-sxm-80gb:2")});
    const QJsonObject json = run.json();
    QCOMPARE(at(json, QStringLiteral("cost.source")).toString(), QStringLiteral("catalog"));
    QVERIFY(at(json, QStringLiteral("cost.asOf")).toString().startsWith(QLatin1String("202")));
    QCOMPARE(at(json, QStringLiteral("cost.watts")).toInteger(), Q_INT64_C(1400)); // NVIDIA's data sheet: 700 W each
    const double hour = at(json, QStringLiteral("cost.pricePerHour")).toDouble();
    QVERIFY(hour > 0);
    QVERIFY(qAbs(at(json, QStringLiteral("cost.pricePerMonth")).toDouble() - 730 * hour) < 0.1);

    const Run none = runPlimsoll({QStringLiteral("estimate"), QStringLiteral("--json"), QStringLiteral("--model"),
                                  QStringLiteral("meta-llama/Llama-3.1-8B")});
    QVERIFY(at(none.json(), QStringLiteral("cost")).isNull());
}

void EstimateTest::costWithOwnPrice()
{
    const QStringList plan{QStringLiteral("estimate"),
                           QStringLiteral("--model"),
                           QStringLiteral("meta-llama/Llama-3.1-8B"),
                           QStringLiteral("--gpu"),
                           QStringLiteral("nvidia-h100-sxm-80gb:4"),
                           QStringLiteral("--price"),
                           QStringLiteral("1.25")};
    const Run run = runPlimsoll(plan + QStringList{QStringLiteral("--json")});
    QVERIFY2(run.status == 0, run.described().constData());
    const QJsonObject json = run.json();
    QCOMPARE(at(json, QStringLiteral("cost.source")).toString(), QStringLiteral("own"));
    QVERIFY(at(json, QStringLiteral("cost.asOf")).isNull());
    QCOMPARE(at(json, QStringLiteral("cost.pricePerHour")).toDouble(), 5.0);     // 4 x 1.25
    QCOMPARE(at(json, QStringLiteral("cost.pricePerMonth")).toDouble(), 3650.0); // 730 x 5
    const double tokensPerHour = 3600 * at(json, QStringLiteral("speed.decodeTokensPerSecondTotal")).toDouble();
    const double million = at(json, QStringLiteral("cost.pricePerMillionTokens")).toDouble();
    QVERIFY(qAbs(million * tokensPerHour / 5e6 - 1) < 0.002); // both are rounded
    const QString text = QString::fromUtf8(runPlimsoll(plan).out);
    QVERIFY2(text.contains(QLatin1String("Cost: $5.00 an hour, $3,650.00 a month of 730 hours, $")), qPrintable(text));
    QVERIFY2(text.contains(QLatin1String("your price per GPU-hour; indicative")), qPrintable(text));
}

void EstimateTest::wrongPrice_data()
{
    QTest::addColumn<QString>("price");
    QTest::newRow("words") << "cheap";
    QTest::newRow("below zero") << "-1";
    QTest::newRow("not a number") << "nan";
    QTest::newRow("no end") << "inf";
    QTest::newRow("nothing") << "";
}

void EstimateTest::wrongPrice()
{
    QFETCH(QString, price);
    const Run run = runPlimsoll({QStringLiteral("estimate"), QStringLiteral("--parameters"), QStringLiteral("13e9"),
                                 QStringLiteral("--price=") + price});
    QCOMPARE(run.status, 2);
    QVERIFY2(run.err.contains("--price"), run.described().constData());
}

void EstimateTest::quality()
{
    // llama.cpp, tools/perplexity/README.md: 6.407115 against 6.233160 of FP16.
    const QStringList plan{
        QStringLiteral("estimate"), QStringLiteral("--model"),   QStringLiteral("meta-llama/Meta-Llama-3-8B"),
        QStringLiteral("--engine"), QStringLiteral("llama.cpp"), QStringLiteral("--weights"),
        QStringLiteral("q4_k_m")};
    const QString text = QString::fromUtf8(runPlimsoll(plan).out);
    QVERIFY2(text.contains(QLatin1String("Quality of Q4_K_M: perplexity +2.8 % (WikiText-2 test), source: https://")),
             qPrintable(text));
    const QJsonObject json = runPlimsoll(plan + QStringList{QStringLiteral("--json")}).json();
    const QJsonArray measured = at(json, QStringLiteral("quality")).toArray();
    bool found = false;
    for (const QJsonValue &each : measured)
        found = found
                || (each[QLatin1String("metric")] == QLatin1String("perplexity")
                    && each[QLatin1String("value")].toDouble() == 6.407115);
    QVERIFY(found);

    // Its tuned version in that format was not measured by anybody with a perplexity; another size not at all.
    QStringList other = plan;
    other[2] = QStringLiteral("meta-llama/Llama-3.2-3B");
    QVERIFY(!runPlimsoll(other).out.contains("Quality"));
    QVERIFY(at(runPlimsoll(other + QStringList{QStringLiteral("--json")}).json(), QStringLiteral("quality"))
                .toArray()
                .isEmpty());
}

QTEST_GUILESS_MAIN(EstimateTest)
#include "tst_estimate.moc"
