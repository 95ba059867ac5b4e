// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/memory/kvcache.h"
#include "core/memory/parameters.h"
#include "core/sources/config/configreading.h"
#include "samplecounts.h"

#include <QFile>
#include <QTest>

using namespace plimsoll;
using namespace samples;

/// Invented models in the dialects that real files have (tests/data/configs), with parameters and KV cache counted by
/// hand in each row.
class ConfigDialectsTest : public QObject
{
    Q_OBJECT

private:
    static ConfigReading read(const QString &name)
    {
        QFile file(QStringLiteral(PLIMSOLL_TEST_DATA "/configs/%1.json").arg(name));
        if (!file.open(QIODevice::ReadOnly))
            qFatal("%s is missing", qPrintable(file.fileName()));
        Result<ConfigReading> reading = readConfigJson(file.readAll(), name);
        if (!reading.ok())
            qFatal("%s", qPrintable(reading.error().text));
        return std::move(reading).value();
    }
    static ModelArchitecture model(const char *name) { return read(QLatin1String(name)).architecture; }

    static void addRows()
    {
        QTest::addColumn<qint64>("text");
        QTest::addColumn<qint64>("kvBytes"); // a token, of layers that see everything, or of all where none does
    }

private Q_SLOTS:
    void transformers_data()
    {
        addRows();
        constexpr qint64 gqa = attention(4, 2, 16), mha = attention(4, 4, 16);
        constexpr qint64 llama = 2 * V * H + H + 4 * (gqa + gated(160) + 2 * H);
        constexpr qint64 plain = 2 * H * 256 + 256 + H; // with biases
        QTest::newRow("grouped-query") << llama << 4LL * 2 * 2 * 16 * 2;
        QTest::newRow("all-windowed") << llama << 4LL * 2 * 2 * 16 * 2;
        QTest::newRow("unknown") << llama << 4LL * 2 * 2 * 16 * 2;
        QTest::newRow("biased-queries") << V * H + H + 4 * (gqa + 64 + 2 * 32 + gated(160) + 2 * H)
                                        << 3LL * 2 * 2 * 16 * 2;
        QTest::newRow("nested-image-text")
            << 262'208 * H + H + 7 * (attention(8, 4, 16) + 2 * 16 + gated(160) + 4 * H) << 1LL * 2 * 4 * 16 * 2;
        QTest::newRow("parallel-plain") << 2 * V * H + V + 2 * H + 4 * (mha + 4 * 64 + 2 * H * 160 + 160 + H + 2 * H)
                                        << 4LL * 2 * 4 * 16 * 2;
        QTest::newRow("old-keys") << V * H + 128 * H + 2 * H + 4 * (mha + 4 * 64 + plain + 4 * H)
                                  << 4LL * 2 * 4 * 16 * 2;
        QTest::newRow("shared-heads") << V * H + 2 * H + 4 * (gqa + 2 * H * 256 + 4 * H) << 4LL * 2 * 2 * 16 * 2;
        QTest::newRow("one-key-head") << V * H + 2 * H + 4 * (attention(4, 1, 16) + 2 * H * 256 + 2 * H)
                                      << 4LL * 2 * 1 * 16 * 2;
        QTest::newRow("alibi-bloom") << V * H + 2 * H + 2 * H + 4 * (mha + 4 * 64 + plain + 4 * H)
                                     << 4LL * 2 * 4 * 16 * 2;
        QTest::newRow("projected-embedding")
            << V * 32 + 2 * 32 * H + (128 + 2) * H + 4 * (mha + 4 * 64 + plain + 4 * H) << 4LL * 2 * 4 * 16 * 2;
        QTest::newRow("multi-query-groups") << llama + 4 * (64 + 2 * 32) << 4LL * 2 * 2 * 16 * 2;
        QTest::newRow("key-in-attn-config") << V * H + H + 4 * (gqa + 2 * H * 256 + 2 * H) << 4LL * 2 * 2 * 16 * 2;
        // ffn_mult 4 and 8: two thirds of 256 and 512, rounded up to multiples of 256.
        QTest::newRow("pruned-blocks") << 2 * V * H + H + (gqa + gated(256) + 2 * H) + (gated(512) + H)
                                              + (attention(4, 1, 16) + H)
                                       << 2LL * (2 + 1) * 16 * 2;
        // 64 and 166.4 to the nearest multiple of 32.
        QTest::newRow("widths-by-layer") << V * H + H + attention(4, 2, 16) + attention(6, 3, 16) + gated(64)
                                                + gated(160) + 2 * (2 * 16 + 2 * H)
                                         << 2LL * (2 + 3) * 16 * 2;
        QTest::newRow("window-of-three") << V * H + H + 4 * (gqa + gated(160) + H) << 1LL * 2 * 2 * 16 * 2;
        // Own norms of queries and keys, and two gates, in the two layers that look at images.
        QTest::newRow("image-layers") << llama + 8 * H + 2 * (2 * 16 + 2) << 2LL * 2 * 2 * 16 * 2;
        QTest::newRow("per-layer-embeddings")
            << V * H + V * 4 * 8 + H * 4 * 8 + 8 + H + 4 * (4 * H + 2 * H * 8 + H) + (attention(4, 1, 16) + 2 * 16)
                   + (attention(4, 1, 32) + 2 * 32)         // own keys and values
                   + (2 * H * 64 + 16) + (2 * H * 128 + 32) // those of earlier layers
                   + 2 * gated(160) + 2 * gated(320)
            << 1LL * 2 * 1 * 32 * 2;
        QTest::newRow("encoder") << V * H + 128 * H + 2 * H + 2 * H + 4 * (mha + 4 * 64 + plain + 4 * H) + H * H + H
                                 << 0LL;
        QTest::newRow("reranker") << V * H + H + 4 * (gqa + 2 * 16 + gated(160) + 2 * H) + H << 4LL * 2 * 2 * 16 * 2;
    }
    void transformers() { checkRow(); }

    void experts_data()
    {
        addRows();
        constexpr qint64 gqa = attention(4, 2, 16);
        constexpr qint64 whole = 2 * V * H + H;
        // The second layer alone: every second one, but not the fourth.
        QTest::newRow("experts-by-step") << whole + 4 * (attention(4, 2, 32) + 2 * 32 + 2 * H) + 3 * gated(160)
                                                + samples::experts
                                         << 4LL * 2 * 2 * 32 * 2;
        QTest::newRow("experts-in-ffn-config") << whole + 4 * (gqa + samples::experts + 2 * H) << 4LL * 2 * 2 * 16 * 2;
        QTest::newRow("chunks-and-experts")
            << whole + 4 * (gqa + 2 * H) + 2 * gated(160) + 2 * expertsAndShared << 1LL * 2 * 2 * 16 * 2;
        // Biases everywhere, a sink for each head.
        QTest::newRow("sinks")
            << whole + 4 * (gqa + 64 + 2 * 32 + H + 4 + samples::experts + 8 + 8 * (2 * 48 + H) + 2 * H)
            << 2LL * 2 * 2 * 16 * 2;
        QTest::newRow("latent") << whole + 4 * (samples::latent + 2 * H) + gated(160) + 3 * (expertsAndShared + 8)
                                << 4LL * (20 + 8) * 2;
        // Two layers have an indexer, whose keys take a byte each and a float32 for 128 of them.
        QTest::newRow("latent-with-indexer")
            << whole + 4 * (samples::latent + 2 * H) + 2 * (24 * 2 * 32 + H * 32 + 2 * 32 + H * 2) + gated(160)
                   + 3 * (expertsAndShared + 8)
            << 4LL * (20 + 8) * 2 + 2 * (32 + 4);
        // Three layers of six heads; a gate for each head, projected from the hidden state; the first layer is dense.
        QTest::newRow("heads-by-layer") << whole + (gqa + H * 4) + 3 * (attention(6, 2, 16) + H * 6)
                                               + 4 * (2 * 16 + 2 * H) + gated(160) + 3 * (expertsAndShared + 8)
                                        << 1LL * 2 * 2 * 16 * 2;
        QTest::newRow("groups-and-other-heads") << whole + 2 * (gqa + H * 4) + (attention(6, 2, 16) + H * 6)
                                                       + 3 * (2 * 16 + 2 * H) + gated(160) + 2 * (expertsAndShared + 8)
                                                << 2LL * 2 * 2 * 16 * 2;
        // Every second layer takes keys and values from the one before; its only norm of a head is that of queries.
        QTest::newRow("shared-caches") << V * H + H + 2 * (gqa + 2 * 16) + 2 * (2 * H * 64 + 16)
                                              + 4 * (expertsAndShared + 2 * H)
                                       << 2LL * 2 * 2 * 16 * 2;
        // Two latent and two dense blocks a layer, the experts beside the first; four of twelve experts do nothing.
        QTest::newRow("two-blocks-a-layer")
            << whole + 4 * (samples::latent + gated(160) + 2 * H) + 2 * (samples::experts + 8 + 4 * (H + 1))
            << 4LL * (20 + 8) * 2;
        // Wide keys: 24 for queries and keys, 16 for values; one key-value head on full layers, two on windowed ones.
        QTest::newRow("wide-keys") << whole + 2 * (H * 96 + H * 24 + H * 16 + 64 * H)
                                          + 2 * (H * 96 + H * 48 + H * 32 + 64 * H + 4) + 4 * 2 * H + gated(160)
                                          + 3 * (samples::experts + 8)
                                   << 2LL * (24 + 16) * 2;
    }
    void experts() { checkRow(); }

    void compressedAttention()
    {
        const ModelArchitecture v4 = model("compressed");
        // Queries by a rank of 24, one shared key-value head with its norm, sinks; the output in two groups of rank 12.
        constexpr qint64 attention = (H * 24 + 24 + 24 * 4 * 16) + (H * 16 + 16) + 4 + 4 * 16 * 12 + 2 * 12 * H;
        constexpr qint64 indexer = 24 * 2 * 32 + H * 2 + 4 * H * 32 + 4 * 2 * 32 + 32;
        constexpr qint64 byFour = 2 * H * 2 * 16 + 4 * 2 * 16 + 16 + indexer;
        constexpr qint64 byHundred = 2 * H * 16 + 128 * 16 + 16;
        constexpr qint64 connections = 2 * ((2 + 2) * 2 * 2 * H + (2 + 2) * 2 + 3);
        constexpr qint64 routingBias = 2 * 8; // past the layer whose experts a hash picks
        QCOMPARE(countParameters(v4).text, 2 * V * H + H + (2 * 2 * H + 2 + 1)
                                               + 3 * (attention + connections + expertsAndShared + 2 * H) + byFour
                                               + byHundred + routingBias);
        constexpr KvFormats half{{2, 1}, {2, 1}};
        // 1,024 tokens: three windows of 128; one entry for 4 tokens with an index key; one entry for 128.
        QCOMPARE(kvCacheBytes(v4, half, 1024, 1).count(), 3 * 128 * 16 * 2 + 256 * (16 * 2 + 36) + 8 * 16 * 2);
        QCOMPARE(read(QStringLiteral("compressed")).warnings.size(), 1); // its MTP module is not counted
    }

    void predictionModule()
    {
        const ModelArchitecture deepseek = model("latent");
        // Two widths into one, three norms, a layer, and an embedding and a head of its own.
        QCOMPARE(countParameters(deepseek).mtp,
                 2 * H * H + 3 * H + samples::latent + expertsAndShared + 8 + 2 * H + 2 * V * H);
        // Scales of 128 x 128 blocks: five matrices of attention; the dense ones are 160 long, two blocks each.
        QCOMPARE(countParameters(deepseek).scales, 4 * 5 + 3 * 2 + 3 * (8 * 3 + 3));
    }

    void imageEncoders()
    {
        // Patches of 14 with a bias, 4 x 4 positions, two blocks, a last norm; a norm and a matrix to the text's width.
        QCOMPARE(countParameters(model("nested-image-text")).vision,
                 3 * 14 * 14 * 32 + 32 + 16 * 32 + 2 * visionBlock + 2 * 32 + 32 + 32 * H);
        // 17 positions, a class token with it and two more norms; four patches become one on the way through 48 and 40.
        QCOMPARE(countParameters(model("chunks-and-experts")).vision,
                 3 * 14 * 14 * 32 + 32 + 17 * 32 + 4 * 32 + 2 * visionBlock + 4 * 32 * 48 + 48 * 40 + 40 * H);
    }

    void unknownSaysWhatItAssumed()
    {
        const ConfigReading heron = read(QStringLiteral("unknown"));
        QVERIFY(!heron.isKnown);
        QCOMPARE(heron.warnings.size(), 1);
        QVERIFY(heron.warnings.first().contains(QLatin1String("HeronForCausalLM")));
        QVERIFY(heron.warnings.first().contains(QLatin1String("KV cache")));
        QVERIFY(read(QStringLiteral("grouped-query")).isKnown);
        QVERIFY(read(QStringLiteral("grouped-query")).warnings.isEmpty());
    }

    void relativesAreNamed()
    {
        const QByteArray text =
            R"({"architectures": ["HeronQwen2ForCausalLM"], "hidden_size": 64, "num_hidden_layers": 4,
            "num_attention_heads": 4, "intermediate_size": 160, "vocab_size": 1000, "tie_word_embeddings": true})";
        const Result<ConfigReading> reading = readConfigJson(text, QStringLiteral("config.json"));
        QVERIFY(reading.ok());
        QVERIFY(!reading->isKnown);
        QVERIFY(reading->warnings.first().contains(QLatin1String("qwen2")));
        QVERIFY(reading->warnings.first().contains(QLatin1String("up to 4 times")));
        // Qwen2's biases of queries, keys and values.
        QCOMPARE(countParameters(reading->architecture).text,
                 V * H + H + 4 * (attention(4, 4, 16) + 3 * 64 + gated(160) + 2 * H));
    }

    void unknownBlocksByTheirActivation_data()
    {
        QTest::addColumn<QByteArray>("keys");
        QTest::addColumn<qint64>("matrices");
        QTest::newRow("silu is gated") << QByteArray(R"("hidden_act": "silu")") << 3LL;
        QTest::newRow("swiglu is gated") << QByteArray(R"("hidden_act": "swiglu")") << 3LL;
        QTest::newRow("gelu is not") << QByteArray(R"("hidden_act": "gelu_new")") << 2LL;
        QTest::newRow("squared relu is not") << QByteArray(R"("activation_function": "relu2")") << 2LL;
        QTest::newRow("silence") << QByteArray(R"("eos_token_id": 2)") << 3LL;
    }
    void unknownBlocksByTheirActivation()
    {
        QFETCH(QByteArray, keys);
        QFETCH(qint64, matrices);
        const QByteArray text = R"({"architectures": ["HeronForCausalLM"], "hidden_size": 64, "num_hidden_layers": 4,
            "num_attention_heads": 4, "intermediate_size": 160, "vocab_size": 1000, "tie_word_embeddings": true, )";
        const Result<ConfigReading> reading = readConfigJson(text + keys + '}', QStringLiteral("config.json"));
        QVERIFY(reading.ok());
        QCOMPARE(countParameters(reading->architecture).text,
                 V * H + H + 4 * (attention(4, 4, 16) + matrices * H * 160 + 2 * H));
    }

    void encodersKeepNothing()
    {
        const KvFormats fp16{BitsPerWeight{2, 1}, BitsPerWeight{2, 1}};
        QVERIFY(!read(QStringLiteral("encoder")).cachesKeys);
        QCOMPARE(kvBytesPerToken(read(QStringLiteral("encoder")).architecture, fp16), Bytes(0));
        QVERIFY(read(QStringLiteral("reranker")).cachesKeys);
        QVERIFY(kvBytesPerToken(read(QStringLiteral("reranker")).architecture, fp16) > Bytes(0));
    }

private:
    void checkRow()
    {
        QFETCH(qint64, kvBytes);
        const ModelArchitecture found = model(QTest::currentDataTag());
        QTEST(countParameters(found).text, "text");
        QCOMPARE(kvBytesPerToken(found, {{2, 1}, {2, 1}}).count(), kvBytes);
    }
};

QTEST_GUILESS_MAIN(ConfigDialectsTest)
#include "tst_configdialects.moc"
