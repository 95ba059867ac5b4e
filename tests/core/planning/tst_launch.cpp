// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planning/launch/launchflags.h"
#include "core/planning/launch/launchreader.h"
#include "core/planning/launch/launchtargets.h"
#include "core/planning/launch/shellwords.h"
#include "core/planning/launch/yaml.h"
#include "core/planning/plandocumentjson.h"
#include "core/planning/planning.h"

#include <QJsonDocument>
#include <QTest>

using namespace plimsoll;

/// The command for a plan, and what is read back out of one.
class LaunchTest : public QObject
{
    Q_OBJECT

private:
    Catalog m_catalog = Catalog::builtIn();

    ResolvedPlan planOf(const char *json)
    {
        const Result<Plan> plan = planFromBytes(json, QStringLiteral("test"));
        if (!plan)
            qFatal("%s", qPrintable(plan.error().text));
        Result<ResolvedPlan> resolved = resolve(*plan, m_catalog);
        if (!resolved)
            qFatal("%s", qPrintable(resolved.error().text));
        return std::move(resolved).value();
    }
    QString scriptOf(const char *json)
    {
        const Result<QString> text = launchText(planOf(json), LaunchTarget::Shell);
        return text ? *text : text.error().text;
    }

private Q_SLOTS:
    void words_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("words");
        QTest::newRow("plain") << "a b  c\t d"
                               << QStringList{QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c"),
                                              QStringLiteral("d")};
        QTest::newRow("quotes") << "a 'b c' \"d 'e'\" f\"g\"h"
                                << QStringList{QStringLiteral("a"), QStringLiteral("b c"), QStringLiteral("d 'e'"),
                                               QStringLiteral("fgh")};
        QTest::newRow("an empty word") << "a '' \"\"" << QStringList{QStringLiteral("a"), QString(), QString()};
        QTest::newRow("backslashes") << "a\\ b \\\"c\\\" '\\d' \"\\e \\\" \\\\\""
                                     << QStringList{QStringLiteral("a b"), QStringLiteral("\"c\""),
                                                    QStringLiteral("\\d"), QStringLiteral("\\e \" \\")};
        QTest::newRow("lines joined") << "a \\\n  b \\\r\n c"
                                      << QStringList{QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")};
        QTest::newRow("comments before, and a hash inside")
            << "# for you\n\na b#c # d" << QStringList{QStringLiteral("a"), QStringLiteral("b#c")};
        QTest::newRow("the first command only") << "a b && c" << QStringList{QStringLiteral("a"), QStringLiteral("b")};
        QTest::newRow("nothing is expanded")
            << "a $HOME '$b' \"\\$c\""
            << QStringList{QStringLiteral("a"), QStringLiteral("$HOME"), QStringLiteral("$b"), QStringLiteral("$c")};
        QTest::newRow("nothing") << " \n # a" << QStringList();
    }
    void words()
    {
        QFETCH(QString, text);
        const Result<QStringList> words = shellWords(text);
        QVERIFY(words);
        QTEST(*words, "words");
    }
    void openQuote()
    {
        QVERIFY(!shellWords(QStringLiteral("a 'b")));
        QVERIFY(!shellWords(QStringLiteral("a \"b")));
    }

    /// A command written for a plan gives, read into another plan for the same GPUs, the same fields again.
    void readBack_data()
    {
        QTest::addColumn<QByteArray>("plan");
        QTest::addColumn<QStringList>("flags"); ///< that have to be in the command, with their values
        QTest::newRow("vllm") << QByteArray(
            R"({"schema": "plimsoll.plan/1", "model": "meta-llama/Llama-3.1-70B", "weights": "fp8",
                "kvCache": {"k": "fp8", "v": "fp8"}, "contextLength": 32768,
                "engine": {"id": "vllm", "options": {"gpuMemoryUtilization": 0.85, "maxNumSeqs": 64,
                    "maxNumBatchedTokens": 4096, "enforceEager": true, "blockSize": 32, "enablePrefixCaching": false,
                    "maxLoras": 2, "maxLoraRank": "64", "speculativeModel": "meta-llama/Llama-3.2-1B"}},
                "gpus": [{"id": "nvidia-h100-sxm-80gb", "count": 8}], "parallel": {"tensor": 4, "pipeline": 2}})")
                              << QStringList{QStringLiteral("vllm serve meta-llama/Llama-3.1-70B"),
                                             QStringLiteral("--quantization fp8"),
                                             QStringLiteral("--kv-cache-dtype fp8"),
                                             QStringLiteral("--tensor-parallel-size 4"),
                                             QStringLiteral("--pipeline-parallel-size 2"),
                                             QStringLiteral("--max-model-len 32768"),
                                             QStringLiteral("--gpu-memory-utilization 0.85"),
                                             QStringLiteral("--max-num-seqs 64"),
                                             QStringLiteral("--max-num-batched-tokens 4096"),
                                             QStringLiteral("--enforce-eager"),
                                             QStringLiteral("--block-size 32"),
                                             QStringLiteral("--no-enable-prefix-caching"),
                                             QStringLiteral("--enable-lora"),
                                             QStringLiteral("--max-loras 2"),
                                             QStringLiteral("--max-lora-rank 64"),
                                             QStringLiteral("\"model\":\"meta-llama/Llama-3.2-1B\"")};
        QTest::newRow("vllm, experts over all ranks, MTP")
            << QByteArray(R"({"schema": "plimsoll.plan/1", "model": "deepseek-ai/DeepSeek-V3", "contextLength": 8192,
                "engine": {"id": "vllm", "options": {"speculativeMethod": "mtp"}},
                "gpus": [{"id": "nvidia-h200-sxm-141gb", "count": 8}],
                "parallel": {"tensor": 8, "pipeline": 1, "data": 1, "expert": 8}})")
            << QStringList{QStringLiteral("--enable-expert-parallel"), QStringLiteral("\"method\":\"mtp\"")};
        QTest::newRow("vllm, experts over replicas, weights offloaded")
            << QByteArray(R"({"schema": "plimsoll.plan/1", "model": "Qwen/Qwen3-30B-A3B", "contextLength": 8192,
                "engine": {"id": "vllm", "options": {"cpuOffloadGb": 2.5}},
                "gpus": [{"id": "nvidia-h100-sxm-80gb", "count": 8}],
                "parallel": {"tensor": 2, "pipeline": 1, "data": 4, "expert": 8}})")
            << QStringList{QStringLiteral("--data-parallel-size 4"), QStringLiteral("--enable-expert-parallel"),
                           QStringLiteral("--cpu-offload-gb 2.5")};
        QTest::newRow("sglang, data parallel attention")
            << QByteArray(R"({"schema": "plimsoll.plan/1", "model": "deepseek-ai/DeepSeek-V3", "contextLength": 8192,
                "engine": {"id": "sglang", "options": {"dpAttention": 4}},
                "gpus": [{"id": "nvidia-h200-sxm-141gb", "count": 8}],
                "parallel": {"tensor": 8, "pipeline": 1, "data": 1, "expert": 8}})")
            << QStringList{QStringLiteral("--tp-size 8"), QStringLiteral("--dp-size 4"),
                           QStringLiteral("--enable-dp-attention"), QStringLiteral("--ep-size 8")};
        QTest::newRow("sglang, replicas")
            << QByteArray(R"({"schema": "plimsoll.plan/1", "model": "Qwen/Qwen3-8B", "contextLength": 8192,
                "engine": {"id": "sglang"}, "gpus": [{"id": "nvidia-h100-sxm-80gb", "count": 4}],
                "parallel": {"tensor": 2, "pipeline": 1, "data": 2}})")
            << QStringList{QStringLiteral("--tp-size 2"), QStringLiteral("--dp-size 2")};
        QTest::newRow("sglang")
            << QByteArray(R"({"schema": "plimsoll.plan/1", "model": "Qwen/Qwen3-8B", "weights": "bf16",
                "kvCache": {"k": "fp8", "v": "fp8"}, "contextLength": 16384,
                "engine": {"id": "sglang", "options": {"memFractionStatic": 0.8, "maxRunningRequests": 128,
                    "chunkedPrefillSize": 4096, "cudaGraphMaxBs": 0}},
                "gpus": [{"id": "nvidia-h100-sxm-80gb", "count": 2}]})")
            << QStringList{QStringLiteral("--model-path Qwen/Qwen3-8B"), QStringLiteral("--dtype bfloat16"),
                           QStringLiteral("--kv-cache-dtype fp8_e4m3"),  QStringLiteral("--tp-size 2"),
                           QStringLiteral("--context-length 16384"),     QStringLiteral("--mem-fraction-static 0.8"),
                           QStringLiteral("--max-running-requests 128"), QStringLiteral("--chunked-prefill-size 4096"),
                           QStringLiteral("--cuda-graph-max-bs 0")};
        QTest::newRow("llama.cpp") << QByteArray(
            R"({"schema": "plimsoll.plan/1", "model": "meta-llama/Llama-3.1-8B", "weights": "q4_k_m",
                "kvCache": {"k": "q8_0", "v": "q4_0"}, "contextLength": 8192, "sequences": 4,
                "engine": {"id": "llama.cpp", "options": {"nBatch": 1024, "nUbatch": 256, "gpuLayers": 20,
                    "flashAttention": true, "kvUnified": true, "swaFull": true, "offloadKqv": false, "opOffload": false,
                    "splitMode": "layer", "tensorSplit": "3,1"}},
                "gpus": [{"id": "nvidia-rtx-4090-24gb", "count": 2}]})")
                                   << QStringList{QStringLiteral("-c 32768"),
                                                  QStringLiteral("-np 4"),
                                                  QStringLiteral("-ngl 20"),
                                                  QStringLiteral("-b 1024"),
                                                  QStringLiteral("-ub 256"),
                                                  QStringLiteral("-fa on"),
                                                  QStringLiteral("-ctk q8_0"),
                                                  QStringLiteral("-ctv q4_0"),
                                                  QStringLiteral("--kv-unified"),
                                                  QStringLiteral("--swa-full"),
                                                  QStringLiteral("--no-kv-offload"),
                                                  QStringLiteral("--no-op-offload"),
                                                  QStringLiteral("-sm layer"),
                                                  QStringLiteral("-ts 3,1"),
                                                  QStringLiteral("--alias meta-llama/Llama-3.1-8B")};
        QTest::newRow("tensorrt-llm") << QByteArray(
            R"({"schema": "plimsoll.plan/1", "model": "meta-llama/Llama-3.1-8B", "contextLength": 4096,
                "engine": {"id": "tensorrt-llm", "options": {"maxNumTokens": 4096, "maxBatchSize": 32,
                    "freeGpuMemoryFraction": 0.7}},
                "gpus": [{"id": "nvidia-h100-sxm-80gb", "count": 2}]})")
                                      << QStringList{QStringLiteral("trtllm-serve meta-llama/Llama-3.1-8B"),
                                                     QStringLiteral("--tp_size 2"),
                                                     QStringLiteral("--max_seq_len 4096"),
                                                     QStringLiteral("--max_num_tokens 4096"),
                                                     QStringLiteral("--max_batch_size 32"),
                                                     QStringLiteral("--kv_cache_free_gpu_memory_fraction 0.7")};
    }
    /// llama-server knows no preset: what one stands for is said, and an option given wins.
    void presetOfLlamaCpp()
    {
        const auto script = [&](const char *options) {
            const QByteArray plan = QByteArray(R"({"schema": "plimsoll.plan/1", "model": "meta-llama/Llama-3.1-8B",
                "sequences": 2, "engine": {"id": "llama.cpp", "options": )")
                                    + options + "}}";
            return QString(*launchText(planOf(plan), LaunchTarget::Shell)).simplified();
        };
        const QString ollama = script(R"({"preset": "ollama"})");
        for (const char *flag : {"-b 512", "--no-kv-unified"})
            QVERIFY2(ollama.contains(QLatin1String(flag)), qPrintable(ollama));
        const QString changed = script(R"({"preset": "ollama", "nBatch": 1024, "kvUnified": true})");
        for (const char *flag : {"-b 1024", " --kv-unified"})
            QVERIFY2(changed.contains(QLatin1String(flag)), qPrintable(changed));
        const QString server = script("{}");
        QVERIFY2(server.contains(QLatin1String(" --kv-unified")) && !server.contains(QLatin1String("-b ")),
                 qPrintable(server));
    }

    void readBack()
    {
        QFETCH(QByteArray, plan);
        QFETCH(QStringList, flags);
        const ResolvedPlan resolved = planOf(plan);
        const Result<QString> script = launchText(resolved, LaunchTarget::Shell);
        QVERIFY2(script, qPrintable(script ? QString() : script.error().text));
        const QString joined = QString(*script).replace(QLatin1String(" \\\n  "), QLatin1String(" "));
        for (const QString &flag : flags)
            QVERIFY2(joined.contains(flag), qPrintable(flag + QLatin1String(" is not in ") + joined));

        Plan base;
        base.gpus = resolved.plan.gpus;
        const Result<LaunchReading> reading = readLaunchCommand(*script, base);
        QVERIFY2(reading, qPrintable(reading ? QString() : reading.error().text));
        QCOMPARE(reading->unread, QStringList());
        const Result<ResolvedPlan> again = resolve(reading->plan, m_catalog);
        QVERIFY2(again, qPrintable(again ? QString() : again.error().text));
        QCOMPARE(QJsonDocument(planToJson(again->plan)).toJson(), QJsonDocument(planToJson(resolved.plan)).toJson());
        QCOMPARE(estimate(*again).total.total(), estimate(resolved).total.total());
    }

    /// Every flag of every engine is read under each of its names, and none stands for two things.
    void everyName()
    {
        int names = 0;
        for (const LaunchDialect &dialect : launchDialects()) {
            QStringList seen;
            for (const LaunchFlag &flag : dialect.flags) {
                for (const char *name : flag.names) {
                    if (!name)
                        continue;
                    ++names;
                    QVERIFY2(!seen.contains(QLatin1String(name)), name);
                    seen.append(QLatin1String(name));
                    QString command;
                    for (const char *word : dialect.program) {
                        if (word)
                            command += QLatin1String(word) + QLatin1Char(' ');
                    }
                    if (dialect.modelIsPositional)
                        command += QLatin1String("org/model ");
                    command += QLatin1String(name);
                    if (flag.carries == Carries::Speculative)
                        command += QLatin1String(" '{\"method\": \"ngram\"}'");
                    else if (flag.shape == FlagShape::Value)
                        command += QLatin1String(" 1");
                    const Result<LaunchReading> reading = readLaunchCommand(command, Plan());
                    QVERIFY2(reading, name);
                    const bool isFormat = flag.carries == Carries::KvCache || flag.carries == Carries::KvKeys
                                          || flag.carries == Carries::KvValues || flag.carries == Carries::DataType
                                          || flag.carries == Carries::Quantization;
                    QCOMPARE(reading->unread, isFormat ? QStringList{QStringLiteral("1")} : QStringList());
                }
            }
        }
        QVERIFY(names > 70);
    }

    void pasted_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("engine");
        QTest::addColumn<QStringList>("unread");
        QTest::newRow("a container")
            << "docker run --gpus all -p 8000:8000 vllm/vllm-openai:v0.19.0 --model Qwen/Qwen3-8B --max_model_len=16384"
            << "vllm" << QStringList();
        QTest::newRow("environment, path, unknown flags")
            << "HF_TOKEN=x CUDA_VISIBLE_DEVICES=0 /opt/venv/bin/vllm serve Qwen/Qwen3-8B --max-model-len 16k "
               "--trust-remote-code --api-key 'a b'"
            << "vllm" << QStringList{QStringLiteral("--trust-remote-code"), QStringLiteral("--api-key a b")};
        QTest::newRow("python module")
            << "python3 -m vllm.entrypoints.openai.api_server --model Qwen/Qwen3-8B --max-model-len 16384"
            << "vllm" << QStringList();
        QTest::newRow("sglang serve") << "sglang serve --model-path Qwen/Qwen3-8B --context-length 16384 --host 0.0.0.0"
                                      << "sglang" << QStringList{QStringLiteral("--host 0.0.0.0")};
        QTest::newRow("llama-server, 4 slots")
            << "./build/bin/llama-server -m /models/x.gguf --alias Qwen/Qwen3-8B -c 65536 -np 4 --jinja"
            << "llama.cpp" << QStringList{QStringLiteral("--jinja")};
    }
    void pasted()
    {
        QFETCH(QString, text);
        const Result<LaunchReading> reading = readLaunchCommand(text, Plan());
        QVERIFY2(reading, qPrintable(reading ? QString() : reading.error().text));
        QTEST(reading->plan.engine, "engine");
        QTEST(reading->unread, "unread");
        QCOMPARE(std::get<NamedModel>(reading->plan.model).id, QStringLiteral("Qwen/Qwen3-8B"));
        QCOMPARE(reading->plan.contextLength.value_or(0), 16384);
        QVERIFY(reading->fields.contains(QStringLiteral("contextLength")));
    }

    /// What a command does not carry stays as it was; options of another engine go.
    void othersStay()
    {
        Plan base;
        base.engine = QStringLiteral("sglang");
        base.engineOptions = {{QStringLiteral("memFractionStatic"), 0.7}};
        base.sequences = 17;
        base.weights = QStringLiteral("fp8");
        base.gpus = {{QStringLiteral("nvidia-l4-24gb"), 1}};
        const auto reading = readLaunchCommand(QStringLiteral("vllm serve Qwen/Qwen3-8B -tp 4"), base);
        QVERIFY(reading);
        QCOMPARE(reading->plan.sequences.value_or(0), 17);
        QCOMPARE(reading->plan.weights, QStringLiteral("fp8"));
        QVERIFY(reading->plan.engineOptions.isEmpty());
        QCOMPARE(reading->plan.gpus.front().count, 4);
        QCOMPARE(reading->fields, (QStringList{QStringLiteral("engine.id"), QStringLiteral("model"),
                                               QStringLiteral("parallel.tensor"), QStringLiteral("gpus[0].count")}));
    }

    void whatCannotBeRead_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("nothing") << QString();
        QTest::newRow("another program") << "ls -l";
        QTest::newRow("no value") << "vllm serve a/b --max-model-len";
        QTest::newRow("a flag for a value") << "vllm serve a/b --max-model-len --enforce-eager";
        QTest::newRow("not a number") << "vllm serve a/b --tensor-parallel-size two";
        QTest::newRow("a draft that is no object") << "vllm serve a/b --speculative-config 5";
        QTest::newRow("an open quote") << "vllm serve 'a/b";
    }
    void whatCannotBeRead()
    {
        QFETCH(QString, text);
        const auto reading = readLaunchCommand(text, Plan());
        QVERIFY(!reading);
        QVERIFY(!reading.error().text.isEmpty());
    }

    /// Neither a cut nor a changed byte of a command may end the program.
    void hostile()
    {
        const QString whole = scriptOf(R"({"schema": "plimsoll.plan/1", "model": "meta-llama/Llama-3.1-8B",
            "engine": {"id": "vllm", "options": {"speculativeModel": "meta-llama/Llama-3.2-1B", "maxLoras": 3}},
            "gpus": [{"id": "nvidia-h100-sxm-80gb", "count": 1}]})");
        int read = 0;
        for (qsizetype at = 0; at <= whole.size(); ++at) {
            read += readLaunchCommand(whole.left(at), Plan()).ok();
            for (const char16_t c : {u'\'', u'"', u'\\', u'=', u'-', u'\n', u'\0', u'9'}) {
                QString changed = whole;
                changed.insert(at, QChar(c));
                read += readLaunchCommand(changed, Plan()).ok();
            }
        }
        QVERIFY(read > 100);
    }

    /// A quote in a model's path survives the shell.
    void quoting()
    {
        const LaunchCommand command{QStringLiteral("vLLM"),
                                    {},
                                    {},
                                    {QStringLiteral("vllm"), QStringLiteral("serve"), QStringLiteral("/m/it's 8 B")},
                                    {}};
        const Result<QStringList> words = shellWords(launchScript(command));
        QVERIFY(words);
        QCOMPARE(*words, command.arguments);
    }

    void noCommand()
    {
        const auto text = launchText(planOf(R"({"schema": "plimsoll.plan/1", "model": {"parameters": 13000000000}})"),
                                     LaunchTarget::Shell);
        QVERIFY(!text);
        QCOMPARE(text.error().code, QStringLiteral("no-launch-command"));
    }

    /// One node: a Deployment; two: a group of two pods with a node's GPUs each.
    void kubernetes()
    {
        const auto one = launchText(planOf(R"({"schema": "plimsoll.plan/1", "model": "Qwen/Qwen3-8B",
            "engine": {"id": "vllm", "version": "0.19"}, "gpus": [{"id": "nvidia-h100-sxm-80gb", "count": 2}]})"),
                                    LaunchTarget::Kubernetes);
        QVERIFY(one);
        for (const char *part : {"kind: \"Deployment\"", "image: \"vllm/vllm-openai:v0.19.0\"", "nvidia.com/gpu: \"2\"",
                                 "- \"--tensor-parallel-size\"\n", "name: \"qwen3-8b\"", "mountPath: \"/dev/shm\""})
            QVERIFY2(one->contains(QLatin1String(part)), part);
        const auto two = launchText(planOf(R"({"schema": "plimsoll.plan/1", "model": "deepseek-ai/DeepSeek-V3",
            "engine": {"id": "vllm", "version": "0.19"}, "gpus": [{"id": "nvidia-h100-sxm-80gb", "count": 16}],
            "parallel": {"tensor": 8, "pipeline": 2}})"),
                                    LaunchTarget::Kubernetes);
        QVERIFY(two);
        for (const char *part :
             {"kind: \"LeaderWorkerSet\"", "size: 2", "nvidia.com/gpu: \"8\"", "$LWS_LEADER_ADDRESS"})
            QVERIFY2(two->contains(QLatin1String(part)), part);
        const auto slice = launchText(planOf(R"({"schema": "plimsoll.plan/1", "model": "Qwen/Qwen3-0.6B",
            "engine": {"id": "vllm"}, "gpus": [{"id": "nvidia-h100-sxm-80gb/1g.20gb", "count": 1}]})"),
                                      LaunchTarget::Kubernetes);
        QVERIFY2(slice, qPrintable(slice ? QString() : slice.error().text));
        QVERIFY(slice->contains(QLatin1String("nvidia.com/mig-1g.20gb: \"1\"")));
    }

    void yaml()
    {
        const QJsonObject value{
            {QStringLiteral("a"), QJsonArray{1, QStringLiteral("on"), QJsonArray{true},
                                             QJsonObject{{QStringLiteral("k"), QStringLiteral("x\"\n")}}}},
            {QStringLiteral("b"), QJsonObject()},
            {QStringLiteral("no"), 1.5}};
        QCOMPARE(toYaml(value),
                 QStringLiteral("a:\n  - 1\n  - \"on\"\n  -\n    - true\n  - k: \"x\\\"\\n\"\nb: {}\n\"no\": 1.5\n"));
    }

    void ray()
    {
        const auto text = launchText(planOf(R"({"schema": "plimsoll.plan/1", "model": "deepseek-ai/DeepSeek-V3",
            "gpus": [{"id": "nvidia-h100-sxm-80gb", "count": 16}], "parallel": {"tensor": 8, "pipeline": 2}})"),
                                     LaunchTarget::Ray);
        QVERIFY(text);
        QVERIFY(text->contains(QLatin1String("ray start --head --port=6379")));
        QVERIFY(text->contains(QLatin1String("--distributed-executor-backend ray")));
    }

    void modelfile()
    {
        const auto text = launchText(planOf(R"({"schema": "plimsoll.plan/1", "model": "meta-llama/Llama-3.1-8B",
            "weights": "q4_k_m", "contextLength": 16384, "sequences": 2, "kvCache": {"k": "q8_0", "v": "q8_0"},
            "engine": {"id": "llama.cpp", "options": {"gpuLayers": 20}}, "gpus": [{"id": "nvidia-rtx-4090-24gb"}]})"),
                                     LaunchTarget::Modelfile);
        QVERIFY(text);
        for (const char *line : {"FROM ./Llama-3.1-8B-Q4_K_M.gguf\n", "PARAMETER num_ctx 16384\n",
                                 "PARAMETER num_gpu 20\n", "OLLAMA_NUM_PARALLEL=2\n", "OLLAMA_KV_CACHE_TYPE=q8_0\n"})
            QVERIFY2(text->contains(QLatin1String(line)), line);
    }
};

QTEST_GUILESS_MAIN(LaunchTest)
#include "tst_launch.moc"
