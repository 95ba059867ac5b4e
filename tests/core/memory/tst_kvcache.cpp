// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/catalog.h"
#include "core/memory/kvcache.h"

#include <QTest>

using namespace plimsoll;

namespace {

constexpr BitsPerWeight kHalf{2, 1};
constexpr BitsPerWeight kFloat{4, 1};
constexpr KvFormats kHalfBoth{kHalf, kHalf};

} // namespace

class KvCacheTest : public QObject
{
    Q_OBJECT

private:
    Catalog m_catalog = Catalog::builtIn();

    ModelArchitecture model(const QString &id)
    {
        Result<ModelArchitecture> found = m_catalog.model(id, QStringLiteral("model"));
        if (!found)
            qFatal("%s", qPrintable(found.error().text));
        return std::move(found).value();
    }

private Q_SLOTS:
    void bytesPerToken_data()
    {
        QTest::addColumn<QString>("id");
        QTest::addColumn<qint64>("bytes");
        // layers x 2 x KV heads x head_dim x 2 bytes, from each config.json by hand.
        QTest::newRow("Llama-3.1-8B: 32 x 2 x 8 x 128 x 2") << "meta-llama/Llama-3.1-8B" << 131'072LL;
        QTest::newRow("Llama-2-7B: 32 x 2 x 32 x 128 x 2") << "meta-llama/Llama-2-7b-hf" << 524'288LL;
        QTest::newRow("Qwen2.5-7B: 28 x 2 x 4 x 128 x 2") << "Qwen/Qwen2.5-7B-Instruct" << 57'344LL;
        QTest::newRow("DeepSeek-V3, MLA: 61 x 576 x 2") << "deepseek-ai/DeepSeek-V3" << 70'272LL;
        QTest::newRow("Gemma-3-27B, 10 global layers: 10 x 2 x 16 x 128 x 2") << "google/gemma-3-27b-it" << 81'920LL;
        QTest::newRow("Mistral-7B-v0.1, all windowed: 32 x 2 x 8 x 128 x 2")
            << "mistralai/Mistral-7B-v0.1" << 131'072LL;
        QTest::newRow("gpt-oss-20b, 12 full layers: 12 x 2 x 8 x 64 x 2") << "openai/gpt-oss-20b" << 24'576LL;
        QTest::newRow("Qwen3-Next-80B, 12 attention layers: 12 x 2 x 2 x 256 x 2")
            << "Qwen/Qwen3-Next-80B-A3B-Instruct" << 24'576LL;
        // vLLM keeps 132 bytes of indexer keys (128 in FP8 and a float32 scale) beside the latent.
        QTest::newRow("DeepSeek-V3.2: 61 x (576 x 2 + 132)") << "deepseek-ai/DeepSeek-V3.2" << 78'324LL;
        // 21 layers keep one entry for 4 tokens and index it, 20 keep one for 128 and have no indexer.
        QTest::newRow("DeepSeek-V4-Flash: 21 x (512 x 2 + 132) / 4 + 20 x 512 x 2 / 128")
            << "deepseek-ai/DeepSeek-V4-Flash" << 6'229LL;
    }
    void bytesPerToken()
    {
        QFETCH(QString, id);
        QTEST(kvBytesPerToken(model(id), kHalfBoth).count(), "bytes");
    }

    void windowStopsGrowing()
    {
        const ModelArchitecture gemma = model(QStringLiteral("google/gemma-3-27b-it"));
        const auto at = [&](qint64 tokens) { return kvCacheBytes(gemma, kHalfBoth, tokens, 1).count(); };
        // 62 layers below the window of 1,024; past it only the 10 global layers grow.
        constexpr qint64 layerToken = 2 * 16 * 128 * 2;
        QCOMPARE(at(1024) - at(1023), 62 * layerToken);
        QCOMPARE(at(1025) - at(1024), 10 * layerToken);
        QCOMPARE(at(131'072) - at(2'048), 10 * layerToken * (131'072 - 2'048));
        QCOMPARE(kvCacheBytes(gemma, kHalfBoth, 2'048, 7).count(), 7 * at(2'048));
    }

    void chunksStopGrowing()
    {
        // Llama 4 Scout: 36 layers see chunks of 8,192, 12 see everything; 8 KV heads of 128.
        const ModelArchitecture scout = model(QStringLiteral("meta-llama/Llama-4-Scout-17B-16E-Instruct"));
        const auto at = [&](qint64 tokens) { return kvCacheBytes(scout, kHalfBoth, tokens, 1).count(); };
        constexpr qint64 layerToken = 2 * 8 * 128 * 2;
        QCOMPARE(at(8'192) - at(8'191), 48 * layerToken);
        QCOMPARE(at(8'193) - at(8'192), 12 * layerToken);
    }

    void keysAndValuesApart()
    {
        const ModelArchitecture llama = model(QStringLiteral("meta-llama/Llama-3.1-8B"));
        constexpr BitsPerWeight q8{34, 32}; // ggml block_q8_0
        QCOMPARE(kvBytesPerToken(llama, {q8, kHalf}).count(), 32 * (1024 / 32 * 34 + 1024 * 2));
        QCOMPARE(kvBytesPerToken(llama, {kHalf, q8}).count(), 32 * (1024 / 32 * 34 + 1024 * 2));
    }

    void sharedLayersHaveNoCache()
    {
        // Gemma 3n E4B: 35 layers, the last 15 take keys and values from earlier ones. Layers 4, 9, 14, 19 of
        // the first 20 are full: 4 x 2 x 2 x 256 x 2.
        const ModelArchitecture gemma = model(QStringLiteral("google/gemma-3n-E4B-it"));
        QCOMPARE(kvBytesPerToken(gemma, kHalfBoth).count(), 4 * 2 * 2 * 256 * 2);
    }

    void recurrentState_data()
    {
        QTest::addColumn<QString>("id");
        QTest::addColumn<qint64>("elements");
        // Mamba 2.8B: 64 layers, d_inner 5,120, d_state 16, d_conv 4.
        QTest::newRow("Mamba 1") << "state-spaces/mamba-2.8b-hf" << 64LL * (3 * 5120 + 5120 * 16);
        // Qwen3-Next: 36 layers, 16 key and 32 value heads of 128, kernel 4.
        QTest::newRow("Gated DeltaNet") << "Qwen/Qwen3-Next-80B-A3B-Instruct"
                                        << 36LL * (3 * (2 * 16 * 128 + 32 * 128) + 32 * 128 * 128);
    }
    void recurrentState()
    {
        QFETCH(QString, id);
        QFETCH(qint64, elements);
        QCOMPARE(recurrentStateBytes(model(id), kFloat, kFloat).count(), elements * 4);
    }

    void mambaHasNoCache()
    {
        QCOMPARE(kvBytesPerToken(model(QStringLiteral("state-spaces/mamba-2.8b-hf")), kHalfBoth).count(), 0);
    }

    void latentIsOneHead()
    {
        const ModelArchitecture deepseek = model(QStringLiteral("deepseek-ai/DeepSeek-V3"));
        const std::vector<CacheShape> shapes = cacheShapes(deepseek.groups.front().mixer);
        QCOMPARE(shapes.size(), size_t(1));
        QCOMPARE(shapes.front().keyElements, 576);
        QCOMPARE(shapes.front().valueElements, 0);
        QCOMPARE(shapes.front().kvHeads, 0); // not divisible: on every tensor parallel rank
    }
};

QTEST_GUILESS_MAIN(KvCacheTest)
#include "tst_kvcache.moc"
