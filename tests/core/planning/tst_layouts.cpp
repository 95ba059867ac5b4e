// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engines/enginerules.h"
#include "core/engines/torch/rankweights.h"
#include "core/planning/fit/fitquestions.h"
#include "core/planning/planning.h"
#include "tests/core/resolvedplan.h"

#include <QTest>

#include <algorithm>

using namespace plimsoll;

namespace {

Plan planOf(const char *engine, const char *model, std::vector<GpuChoice> gpus, const Parallel &parallel)
{
    Plan plan;
    plan.engine = QLatin1String(engine);
    plan.model = NamedModel{QLatin1String(model)};
    plan.gpus = std::move(gpus);
    plan.parallel = parallel;
    return plan;
}

const QString kH100 = QStringLiteral("nvidia-h100-sxm-80gb");
const QString kA100 = QStringLiteral("nvidia-a100-sxm-80gb");
const QString kH200 = QStringLiteral("nvidia-h200-sxm-141gb");
constexpr const char *kQwen = "Qwen/Qwen3-30B-A3B"; // 32 heads, 4 KV heads, 128 experts of width 768
constexpr const char *kMixtral = "mistralai/Mixtral-8x7B-Instruct-v0.1"; // 8 experts of width 14,336
constexpr const char *kDeepSeek = "deepseek-ai/DeepSeek-V3";

} // namespace

class LayoutsTest : public QObject
{
    Q_OBJECT

private:
    Catalog m_catalog = Catalog::builtIn();

    ResolvedPlan resolved(const Plan &plan) { return test::resolvedPlan(plan, m_catalog); }

private Q_SLOTS:
    /// The rules that each engine documents; their sources are beside ExpertSpread and whyIllegal().
    void legality_data()
    {
        QTest::addColumn<QString>("engine");
        QTest::addColumn<QString>("model");
        QTest::addColumn<Parallel>("asked");
        QTest::addColumn<QString>("reason"); // empty = legal
        QTest::addColumn<Parallel>("nearest");
        const auto row = [](const char *name, const char *engine, const char *model, Parallel asked,
                            const char *reason = "", Parallel nearest = {}) {
            QTest::newRow(name) << QString::fromLatin1(engine) << QString::fromLatin1(model) << asked
                                << QString::fromLatin1(reason) << nearest;
        };
        const char *llama = "meta-llama/Llama-3.1-8B"; // 32 heads, 8 KV heads, 32 layers
        row("heads divide", "vllm", llama, {8, 1, 1, 1});
        row("more ranks than KV heads: copies", "vllm", llama, {16, 1, 1, 1});
        row("heads over three", "vllm", llama, {3, 1, 1, 1}, "32 attention heads", {1, 3, 1, 1});
        row("heads over six", "vllm", llama, {6, 1, 1, 1}, "32 attention heads", {2, 3, 1, 1});
        row("14 heads over four", "vllm", "Qwen/Qwen2.5-0.5B-Instruct", {4, 1, 1, 1}, "14 attention heads",
            {2, 2, 1, 1});
        row("uneven stages", "vllm", llama, {1, 5, 1, 1});
        row("more stages than layers", "vllm", llama, {1, 33, 1, 1}, "32 layers", {1, 1, 33, 1});
        row("an odd vocabulary is padded", "vllm", "ibm-granite/granite-3.3-8b-instruct", {8, 1, 1, 1});
        row("experts of a dense model", "vllm", llama, {2, 1, 1, 2}, "no experts", {2, 1, 1, 1});

        row("vLLM: experts over all ranks", "vllm", kQwen, {2, 1, 4, 8});
        row("vLLM: experts over the ranks of a replica", "vllm", kQwen, {4, 1, 2, 4}, "1 or 8", {4, 1, 2, 8});
        row("vLLM: unevenly, 128 over 12", "vllm", kQwen, {4, 1, 3, 12});
        row("vLLM: more ranks than experts", "vllm", kMixtral, {8, 1, 2, 16}, "8 experts", {8, 1, 2, 1});
        // 1,408 is 11 x 128, and without expert parallel its width goes over 16 x 16 ranks.
        row("vLLM: expert width over all replicas", "vllm", "deepseek-ai/DeepSeek-V2-Lite-Chat", {16, 1, 16, 1},
            "expert width of 1408", {8, 2, 16, 1});

        row("SGLang: groups of experts", "sglang", kQwen, {8, 1, 1, 4});
        row("SGLang: ep does not divide tp", "sglang", kQwen, {8, 1, 1, 3}, "divides 8", {8, 1, 1, 2});
        row("SGLang: ep beyond tp", "sglang", kQwen, {4, 1, 2, 8}, "divides 4", {4, 1, 2, 4});
        row("SGLang: more ranks than experts", "sglang", kMixtral, {16, 1, 1, 16}, "8 experts", {16, 1, 1, 8});
        row("SGLang: 160 experts over 64", "sglang", "deepseek-ai/DeepSeek-V2-Chat", {64, 1, 1, 64}, "evenly",
            {64, 1, 1, 32});
        row("TensorRT-LLM: moe_tp x moe_ep is tp", "tensorrt-llm", kQwen, {8, 1, 1, 4});
        row("TensorRT-LLM: attention data parallel", "tensorrt-llm", kQwen, {1, 1, 8, 8});
        row("TensorRT-LLM: ep that divides nothing", "tensorrt-llm", kQwen, {4, 1, 2, 3}, "divides 4", {4, 1, 2, 2});
        row("llama.cpp has layers alone", "llama.cpp", llama, {2, 1, 1, 1}, "splitMode", {1, 1, 1, 1});
    }
    void legality()
    {
        QFETCH(QString, engine);
        QFETCH(QString, model);
        QFETCH(Parallel, asked);
        QFETCH(QString, reason);
        const auto rules = findEngine(engine, m_catalog, {});
        QVERIFY(rules.ok());
        const auto architecture = m_catalog.model(model, {});
        QVERIFY(architecture.ok());
        Parallel found;
        const QString why = (*rules)->whyIllegal(*architecture, asked, &found);
        QVERIFY2(why.isEmpty() == reason.isEmpty() && why.contains(reason), qPrintable(why));
        if (reason.isEmpty())
            return;
        QTEST(found, "nearest");
        QCOMPARE((*rules)->whyIllegal(*architecture, found, nullptr), QString());
    }

    /// What a plan over several nodes, kinds of GPUs and groups of attention is refused for, or not.
    void plans_data()
    {
        QTest::addColumn<Plan>("plan");
        QTest::addColumn<QString>("field"); // empty = legal
        QTest::addColumn<QString>("text");
        const auto row = [](const char *name, const Plan &plan, const char *field = "", const char *text = "") {
            QTest::newRow(name) << plan << QString::fromLatin1(field) << QString::fromLatin1(text);
        };
        const auto attention = [](Plan plan, int groups) {
            plan.engineOptions.insert(QLatin1String("dpAttention"), groups);
            return plan;
        };
        row("replicas on two nodes", planOf("vllm", kQwen, {{kH100, 16}}, {8, 1, 2, 16}));
        row("stages on two nodes", planOf("vllm", kDeepSeek, {{kH200, 16}}, {8, 2, 1, 1}));
        row("replicas on two kinds of nodes", planOf("vllm", kQwen, {{kH100, 8}, {kA100, 8}}, {8, 1, 2, 1}));
        row("two kinds in one node", planOf("vllm", kMixtral, {{kH100, 4}, {kA100, 4}}, {8, 1, 1, 1}));
        row("a group over two kinds of nodes", planOf("vllm", kMixtral, {{kH100, 4}, {kA100, 12}}, {8, 1, 2, 1}),
            "parallel", "tensor 4, pipeline 2, data 2");
        row("one kind in two entries", planOf("vllm", kMixtral, {{kH100, 4}, {kH100, 12}}, {8, 1, 2, 1}));
        row("groups of one kind on the same nodes", planOf("vllm", kMixtral, {{kH100, 4}, {kA100, 12}}, {4, 2, 2, 1}));
        row("tensor parallel over two nodes", planOf("vllm", kDeepSeek, {{kH200, 16}}, {16, 1, 1, 1}), "parallel",
            "tensor 8, pipeline 2, data 1");
        row("experts over two nodes with it", planOf("vllm", kDeepSeek, {{kH200, 16}}, {16, 1, 1, 16}), "parallel",
            "tensor 8, pipeline 2, data 1, expert 8");
        // docs/references/multi_node.md of SGLang: --tp 16 --nnodes 2
        row("SGLang documents it", planOf("sglang", kDeepSeek, {{kH200, 16}}, {16, 1, 1, 16}));
        row("no expert size that vLLM has", planOf("vllm", kQwen, {{kH100, 8}}, {4, 1, 2, 4}), "parallel",
            "tensor 4, pipeline 1, data 2, expert 8");
        row("attention in groups", attention(planOf("sglang", kDeepSeek, {{kH200, 8}}, {8, 1, 1, 8}), 4));
        row("groups that do not divide", attention(planOf("sglang", kDeepSeek, {{kH200, 8}}, {8, 1, 1, 8}), 3),
            "engine.options.dpAttention", "is 2");
        row("more groups than ranks", attention(planOf("sglang", kDeepSeek, {{kH200, 8}}, {8, 1, 1, 8}), 16),
            "engine.options.dpAttention", "is 8");
        row("groups and replicas", attention(planOf("sglang", kDeepSeek, {{kH200, 16}}, {8, 1, 2, 1}), 8),
            "engine.options.dpAttention", "data 1");
    }
    void plans()
    {
        QFETCH(Plan, plan);
        QFETCH(QString, field);
        QFETCH(QString, text);
        const Result<ResolvedPlan> result = resolve(plan, m_catalog);
        QVERIFY2(result.ok() == field.isEmpty(), result ? "legal" : qPrintable(result.error().text));
        if (result)
            return;
        QCOMPARE(result.error().code, QStringLiteral("illegal-layout"));
        QCOMPARE(result.error().kind, ErrorKind::Typed);
        QCOMPARE(result.error().field, field);
        QVERIFY2(result.error().text.contains(text), qPrintable(result.error().text));
    }

    /// Weights of a rank of Qwen3-30B-A3B in 16 bits over eight ranks, by hand: 48 layers of hidden_size 2,048 with 32
    /// + 2 x 4 heads of 128, a router, 128 experts of 3 x 768 x 2,048; embedding and head of 151,936 rows. Tables of
    /// rotary embeddings and what the allocator rounds up are less than 0.1 %.
    void expertsOverRanks_data()
    {
        QTest::addColumn<QString>("engine");
        QTest::addColumn<Parallel>("parallel");
        QTest::addColumn<double>("expertShare");
        QTest::addColumn<int>("attentionRanks"); // KV heads: at most 4
        QTest::newRow("vLLM, one replica") << "vllm" << Parallel{8, 1, 1, 1} << 1 / 8.0 << 8;
        QTest::newRow("vLLM, one replica, experts whole") << "vllm" << Parallel{8, 1, 1, 8} << 1 / 8.0 << 8;
        QTest::newRow("vLLM, replicas of attention") << "vllm" << Parallel{1, 1, 8, 8} << 1 / 8.0 << 1;
        QTest::newRow("vLLM, replicas share expert widths") << "vllm" << Parallel{1, 1, 8, 1} << 1 / 8.0 << 1;
        QTest::newRow("vLLM, 2 x 4") << "vllm" << Parallel{2, 1, 4, 8} << 1 / 8.0 << 2;
        QTest::newRow("SGLang, replicas are apart") << "sglang" << Parallel{1, 1, 8, 1} << 1.0 << 1;
        QTest::newRow("SGLang, 4 groups of 2 ranks") << "sglang" << Parallel{8, 1, 1, 4} << 1 / 8.0 << 8;
    }
    void expertsOverRanks()
    {
        QFETCH(QString, engine);
        QFETCH(Parallel, parallel);
        QFETCH(double, expertShare);
        QFETCH(int, attentionRanks);
        Plan plan = planOf(qPrintable(engine), kQwen, {{kH100, 8}}, parallel);
        plan.weights = QStringLiteral("bf16");
        const Estimate answer = estimate(resolved(plan));
        QCOMPARE(answer.deviceClasses, 1);
        QCOMPARE(answer.devices[0].count, 8);

        const double kvHeads = std::max(1.0, 4.0 / attentionRanks);
        const double attention = 2048.0 * 128 * (2 * 32.0 / attentionRanks + 2 * kvHeads);
        const double layer = attention + 128 * 2048 + 2 * 2048 + 2 * 128 + 128 * 3.0 * 768 * 2048 * expertShare;
        const double ends = 2 * 151'936.0 * 2048 / attentionRanks;
        const double gib = (48 * layer + ends) * 2 / 1073741824.0;
        const double ours = answer.devices[0].items[Item::Weights].gibibytes();
        // SGLang prints whole segments of the allocator.
        const double tolerance = engine == QLatin1String("sglang") ? 0.01 : 0.002;
        QVERIFY2(std::abs(ours / gib - 1) < tolerance, qPrintable(QStringLiteral("%1 for %2").arg(ours).arg(gib)));
    }

    /// V035 of tests/data/engine_observations.csv: DeepSeek-R1 with tensor parallel 16 and expert parallel over two
    /// nodes, 40.3174 GiB a rank. A plan refuses the nodes, so the rank is asked.
    void expertsOverSixteenRanks()
    {
        Plan plan;
        plan.model = NamedModel{QStringLiteral("deepseek-ai/DeepSeek-R1")};
        plan.engineVersion = QStringLiteral("0.8");
        const ResolvedPlan one = resolved(plan);
        const torch::Division division = torch::divisionOf({16, 1, 1, 16}, torch::ExpertSpread::AllRanks);
        const torch::RankWeights weights(*one.model, one.formats[kOwnFormat], {}, division);
        const double gib = weights.stage({0, 0, one.model->layers(), true, true, true}).gibibytes();
        QVERIFY2(std::abs(gib / 40.3174 - 1) < 0.002, qPrintable(QString::number(gib, 'f', 4)));
    }

    /// Every replica has the cache of its own sequences.
    void cacheOfReplicas()
    {
        Plan plan = planOf("vllm", kQwen, {{kH100, 8}}, {1, 1, 8, 8});
        plan.contextLength = 8192;
        plan.sequences = 16;
        // 48 layers x 2 x 4 heads x 128 x 2 bytes for each token of two sequences
        QCOMPARE(estimate(resolved(plan)).devices[0].items[Item::KvCache].count(), 48LL * 2 * 4 * 128 * 2 * 8192 * 2);
    }

    /// SGLang's data parallel attention on DeepSeek-V3: 61 layers x 576 x 2 bytes a token, for every sequence on every
    /// rank without it, for those of its group with it. Attention and the table of embeddings are whole on each of
    /// eight groups of one rank, by hand:
    ///     q_b 1,536 x 128 x 192, kv_b 512 x 128 x 256, o 128 x 128 x 7,168 in one byte a weight,
    ///     the absorbed 128 x 256 x 512 in two, 61 times; the table 129,280 x 7,168 in two.
    void dataParallelAttention()
    {
        Plan plan = planOf("sglang", kDeepSeek, {{kH200, 8}}, {8, 1, 1, 8});
        plan.contextLength = 8192;
        plan.sequences = 16;
        const Estimate plain = estimate(resolved(plan));
        plan.engineOptions.insert(QLatin1String("dpAttention"), 8);
        const Estimate groups = estimate(resolved(plan));
        const qint64 sequence = 61LL * 576 * 2 * 8192;
        QCOMPARE(plain.devices[0].items[Item::KvCache].count(), 16 * sequence);
        QCOMPARE(groups.devices[0].items[Item::KvCache].count(), 2 * sequence);

        const double attention = 61.0 * (1536.0 * 128 * 192 + 512.0 * 128 * 256 + 128.0 * 128 * 7168);
        const double absorbed = 61.0 * 128 * 256 * 512 * 2;
        const double more = 7 / 8.0 * (attention + absorbed + 129'280.0 * 7168 * 2) / 1073741824.0;
        const double ours =
            (groups.devices[0].items[Item::Weights] - plain.devices[0].items[Item::Weights]).gibibytes();
        QVERIFY2(std::abs(ours / more - 1) < 0.01, qPrintable(QStringLiteral("%1 for %2").arg(ours).arg(more)));
    }

    /// The reverse questions look for counts and layouts that the groups divide.
    void questionsWithGroups()
    {
        Plan plan = planOf("sglang", kQwen, {{kH100, 8}}, {8, 1, 1, 1});
        plan.engineOptions.insert(QLatin1String("dpAttention"), 4);
        const auto layouts = legalLayouts(plan, m_catalog);
        QVERIFY2(layouts.ok(), layouts ? "" : qPrintable(layouts.error().text));
        QVERIFY(!layouts->empty());
        for (const LayoutFit &fit : *layouts)
            QVERIFY(fit.parallel.tensor % 4 == 0 && fit.parallel.data == 1);
        const auto fewest = fewestGpus(resolved(plan));
        QVERIFY(fewest.has_value());
        QCOMPARE(fewest->count, 4); // 57 GiB of weights would fit on one
        plan = planOf("sglang", kDeepSeek, {{kH200, 16}}, {16, 1, 1, 16});
        plan.engineOptions.insert(QLatin1String("dpAttention"), 16);
        QCOMPARE(fewestGpus(resolved(plan)).value_or(GpuCountAnswer{}).count, 16); // more than a node has
        plan.gpus.clear();
        plan.parallel.reset();
        plan.sequences = 16;
        const qint64 groups = estimate(resolved(plan)).total[Item::KvCache].count();
        plan.engineOptions = {};
        QCOMPARE(groups, estimate(resolved(plan)).total[Item::KvCache].count());
    }

    /// Ranks are numbered over the GPUs in the plan's order: a node of one kind is a replica, or a stage.
    void mixedNodes()
    {
        for (const Parallel &parallel : {Parallel{8, 1, 2, 1}, Parallel{8, 2, 1, 1}}) {
            const ResolvedPlan plan = resolved(planOf("vllm", kMixtral, {{kH100, 8}, {kA100, 8}}, parallel));
            const Estimate answer = estimate(plan);
            QCOMPARE(answer.deviceClasses, 2);
            for (int i = 0; i < 2; ++i) {
                const DeviceEstimate &device = answer.devices[size_t(i)];
                QCOMPARE(device.gpuIndex, i);
                QCOMPARE(device.count, 8);
                QCOMPARE(device.usable, plan.gpus[size_t(i)].usable);
                QCOMPARE(device.stage, parallel.pipeline == 2 ? i : 0);
            }
        }
    }

    void legalLayoutsSpreadExperts()
    {
        const auto layouts = legalLayouts(planOf("vllm", kQwen, {{kH100, 4}}, {4, 1, 1, 1}), m_catalog);
        QVERIFY(layouts.ok());
        const auto has = [&](const Parallel &parallel) {
            return std::count_if(layouts->begin(), layouts->end(),
                                 [&](const LayoutFit &fit) { return fit.parallel == parallel; });
        };
        QCOMPARE(has({4, 1, 1, 4}), 1);
        QCOMPARE(has({1, 1, 4, 4}), 1);
        QCOMPARE(has({2, 1, 2, 4}), 1);
        QCOMPARE(has({2, 1, 2, 2}), 0); // not vLLM's
        QCOMPARE(has({2, 2, 1, 2}), 1);
    }
};

QTEST_GUILESS_MAIN(LayoutsTest)
#include "tst_layouts.moc"
