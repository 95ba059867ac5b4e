// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engines/torch/cachingallocator.h"
#include "core/engines/torch/rotarycache.h"
#include "core/planning/planning.h"

#include <QJsonDocument>
#include <QTest>

using namespace plimsoll;

class RankWeightsTest : public QObject
{
    Q_OBJECT

private:
    Catalog m_catalog = Catalog::builtIn();

private Q_SLOTS:
    /// What PyTorch counts for sizes allocated in this order: its constants, by hand.
    void allocator_data()
    {
        QTest::addColumn<QList<qint64>>("sizes");
        QTest::addColumn<qint64>("taken");
        constexpr qint64 mib = 1 << 20;
        QTest::newRow("nothing") << QList<qint64>{0} << 0LL;
        QTest::newRow("one byte takes 512") << QList<qint64>{1} << 512LL;
        QTest::newRow("10.5 MiB: 1.5 MiB over is split off") << QList<qint64>{21 * mib / 2} << 21 * mib / 2;
        QTest::newRow("11.5 MiB: half a MiB over is kept") << QList<qint64>{23 * mib / 2} << 12 * mib;
        QTest::newRow("11 MiB: exactly 1 MiB over is kept") << QList<qint64>{11 * mib} << 12 * mib;
        QTest::newRow("12 MiB fits") << QList<qint64>{12 * mib} << 12 * mib;
        // 20 MiB segments: 9.75 + 9.75 leave half a MiB, which the second keeps; the third opens a segment.
        QTest::newRow("two of 9.75 MiB fill a segment")
            << QList<qint64>(2, 39 * mib / 4) << 39 * mib / 4 + 41 * mib / 4;
        QTest::newRow("a third begins the next") << QList<qint64>(3, 39 * mib / 4) << 39 * mib / 2 + 41 * mib / 4;
        QTest::newRow("what is left of a large block is used")
            << QList<qint64>{21 * mib / 2, 5 * mib / 4} << 21 * mib / 2 + 3 * mib / 2;
    }
    void allocator()
    {
        QFETCH(QList<qint64>, sizes);
        torch::CachingAllocator allocator{torch::AllocatorSizes{}};
        for (const qint64 size : sizes)
            allocator.take(Bytes(size));
        QTEST(allocator.allocated().count(), "taken");
    }

    /// What start-up logs print for one rank; the ids are those of tests/data/engine_observations.csv.
    void printed_data()
    {
        QTest::addColumn<QString>("model");
        QTest::addColumn<QString>("weights");
        QTest::addColumn<QString>("gpu");
        QTest::addColumn<int>("tensor");
        QTest::addColumn<QString>("version");
        QTest::addColumn<double>("gib");
        const auto h100 = QStringLiteral("nvidia-h100-sxm-80gb");
        const auto row = [](const char *name, const char *model, const char *weights, const QString &gpu, int tensor,
                            const char *version, double gib) {
            QTest::newRow(name) << QString::fromLatin1(model) << QString::fromLatin1(weights) << gpu << tensor
                                << QString::fromLatin1(version) << gib;
        };
        row("V001, a tower that is divided", "meta-llama/Llama-3.2-11B-Vision-Instruct", "bf16",
            QStringLiteral("nvidia-a10-24gb"), 2, "0.6.4", 10.0714);
        row("V006", "meta-llama/Llama-3.1-70B-Instruct", "bf16", QStringLiteral("nvidia-h200-sxm-141gb"), 8, "0.6.4",
            16.4605);
        row("V021, segments of 20 MiB", "facebook/opt-125m", "fp16", h100, 1, "0.8", 0.2389);
        row("V038, AWQ", "Qwen/Qwen3-32B", "awq-int4", QStringLiteral("nvidia-rtx-3090-24gb"), 1, "0.8", 18.1450);
        row("V069, KV heads divided", "meta-llama/Llama-3.1-8B-Instruct", "bf16", h100, 8, "0.6.4", 1.9028);
        row("V085, MXFP4 experts with Marlin on Hopper", "openai/gpt-oss-120b", "native", h100, 1, "0.10", 65.9651);
        row("V106, MXFP4 experts on Hopper", "openai/gpt-oss-20b", "native", h100, 1, "0.11", 13.47);
        row("V121, MXFP4 experts with Marlin", "openai/gpt-oss-120b", "native", QStringLiteral("nvidia-a100-sxm-80gb"),
            4, "0.10", 17.2217);
        row("V123, LongRoPE over 3/4 of a head", "microsoft/Phi-4-mini-instruct", "fp16",
            QStringLiteral("nvidia-a100-sxm-40gb"), 1, "0.7", 7.1694);
        row("V132, linear attention", "Qwen/Qwen3-Next-80B-A3B-Instruct", "bf16",
            QStringLiteral("nvidia-h200-sxm-141gb"), 2, "0.11", 74.28);
    }
    void printed()
    {
        QFETCH(QString, model);
        QFETCH(QString, weights);
        QFETCH(QString, gpu);
        QFETCH(int, tensor);
        QFETCH(QString, version);
        QFETCH(double, gib);
        Plan plan;
        plan.model = NamedModel{model};
        plan.weights = weights;
        plan.engine = QStringLiteral("vllm");
        plan.engineVersion = version;
        plan.gpus = {{gpu, tensor}};
        const Result<ResolvedPlan> resolved = resolve(plan, m_catalog);
        QVERIFY2(resolved, resolved ? "" : qPrintable(resolved.error().text));
        const double estimated = estimate(*resolved).devices[0].items[Item::Weights].gibibytes();
        QVERIFY2(std::abs(estimated / gib - 1) < 0.0005, qPrintable(QString::number(estimated, 'f', 4)));
    }

    /// Bytes of the rotary tables, worked out by hand from what config.json says.
    void rotary_data()
    {
        QTest::addColumn<QByteArray>("keys");
        QTest::addColumn<qint64>("bytes");
        QTest::newRow("plain") << QByteArray("\"max_position_embeddings\": 4096") << 4096LL * 128 * 2;
        QTest::newRow("linear scaling") << QByteArray(
            "\"max_position_embeddings\": 4096, \"rope_scaling\": {\"type\": \"linear\", \"factor\": 8.0}")
                                        << 8 * 4096LL * 128 * 2;
        QTest::newRow("LongRoPE keeps both tables")
            << QByteArray("\"max_position_embeddings\": 131072, \"original_max_position_embeddings\": 4096, "
                          "\"partial_rotary_factor\": 0.75, \"rope_scaling\": {\"type\": \"longrope\"}")
            << (131072LL + 4096) * 96 * 2;
        QTest::newRow("half of a head") << QByteArray(
            "\"max_position_embeddings\": 4096, \"rope_parameters\": {\"partial_rotary_factor\": 0.5}")
                                        << 4096LL * 64 * 2;
    }
    void rotary()
    {
        QFETCH(QByteArray, keys);
        const QByteArray config = "{\"architectures\": [\"LlamaForCausalLM\"], \"model_type\": \"llama\", "
                                  "\"hidden_size\": 4096, \"intermediate_size\": 11008, \"num_attention_heads\": 32, "
                                  "\"num_hidden_layers\": 2, \"vocab_size\": 32000, \"tie_word_embeddings\": false, "
                                  + keys + "}";
        Plan plan;
        plan.model = InlineConfig{QJsonDocument::fromJson(config).object()};
        const Result<ResolvedPlan> resolved = resolve(plan, m_catalog);
        QVERIFY2(resolved, resolved ? "" : qPrintable(resolved.error().text));
        qint64 sum = 0;
        for (const Bytes table : torch::rotaryTables(*resolved->model, 2))
            sum += table.count();
        QTEST(sum, "bytes");
    }
};

QTEST_GUILESS_MAIN(RankWeightsTest)
#include "tst_rankweights.moc"
