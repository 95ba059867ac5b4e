// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/memory/kvcache.h"
#include "core/memory/parameters.h"
#include "core/sources/safetensors/safetensorsfile.h"
#include "core/sources/safetensors/safetensorssource.h"
#include "tests/core/sources/safetensorswriter.h"
#include "tests/core/sources/sourcefiles.h"

#include <QTemporaryDir>
#include <QTest>

using namespace plimsoll;

namespace {

/// Two layers, 8 heads of 16 on 2 KV heads, hidden 128, feed-forward 320, vocabulary 500, no head of its own.
void llama(SafetensorsWriter &out, int from = 0, int to = 2)
{
    if (from == 0)
        out.bf16("model.embed_tokens.weight", {500, 128}).bf16("model.norm.weight", {128});
    for (int i = from; i < to; ++i) {
        const QByteArray b = "model.layers." + QByteArray::number(i) + '.';
        out.bf16(b + "input_layernorm.weight", {128}).bf16(b + "post_attention_layernorm.weight", {128});
        out.bf16(b + "self_attn.q_proj.weight", {128, 128}).bf16(b + "self_attn.k_proj.weight", {32, 128});
        out.bf16(b + "self_attn.v_proj.weight", {32, 128}).bf16(b + "self_attn.o_proj.weight", {128, 128});
        out.bf16(b + "self_attn.q_norm.weight", {16}).bf16(b + "self_attn.k_norm.weight", {16});
        out.bf16(b + "mlp.gate_proj.weight", {320, 128}).bf16(b + "mlp.up_proj.weight", {320, 128});
        out.bf16(b + "mlp.down_proj.weight", {128, 320});
    }
}

constexpr qint64 kLayer = 2 * 128 * 128 + 2 * 32 * 128 + 3 * 320 * 128 + 2 * 128 + 2 * 16;
constexpr qint64 kModel = 500 * 128 + 128 + 2 * kLayer;

Result<ModelSource> read(const QByteArray &bytes)
{
    FileBeginning source(bytes, quint64(bytes.size()), true);
    StoredTensors tensors;
    if (const auto error = readSafetensorsFile(source, QStringLiteral("test"), 0, tensors))
        return *error;
    return safetensorsModel(std::move(tensors), {QStringLiteral("test")}, QStringLiteral("test"), {});
}

QByteArray index(const QList<std::pair<QByteArray, QByteArray>> &map)
{
    QByteArray entries;
    for (const auto &[tensor, file] : map)
        entries += (entries.isEmpty() ? "\"" : ",\"") + tensor + "\":\"" + file + "\"";
    return "{\"metadata\":{\"total_size\":1},\"weight_map\":{" + entries + "}}";
}

} // namespace

class SafetensorsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyDtype_data()
    {
        QTest::addColumn<qint64>("bytesOf64");
        // README of huggingface/safetensors and its Dtype::bitsize(), times 64 / 8.
        const auto row = [](const char *dtype, qint64 bits) { QTest::newRow(dtype) << 8 * bits; };
        for (const char *dtype : {"BOOL", "U8", "I8", "F8_E4M3", "F8_E5M2", "F8_E8M0", "F8_E4M3FNUZ", "F8_E5M2FNUZ"})
            row(dtype, 8);
        for (const char *dtype : {"I16", "U16", "F16", "BF16"})
            row(dtype, 16);
        for (const char *dtype : {"I32", "U32", "F32"})
            row(dtype, 32);
        for (const char *dtype : {"I64", "U64", "F64", "C64"})
            row(dtype, 64);
        row("F4", 4);
        row("F6_E2M3", 6);
        row("F6_E3M2", 6);
    }

    void everyDtype()
    {
        QFETCH(qint64, bytesOf64);
        const QByteArray file =
            SafetensorsWriter().tensor("a", QTest::currentDataTag(), {4, 16}, bytesOf64).bf16("scalar", {}).file();
        const Result<ModelSource> source = read(file);
        QVERIFY2(source.ok(), source.ok() ? "" : qPrintable(source.error().text));
        QCOMPARE(source->tensors.size(), 2);
        const StoredTensor tensor = source->tensors.at(0);
        QCOMPARE(QLatin1String(tensor.type->name), QLatin1String(QTest::currentDataTag()));
        QCOMPARE(tensor.elements, 64);
        QCOMPARE(tensor.bytes, Bytes(bytesOf64));
        QCOMPARE(std::vector<qint64>(tensor.shape.begin(), tensor.shape.end()), (std::vector<qint64>{4, 16}));
        QCOMPARE(source->tensors.at(1).elements, 1);
        QCOMPARE(source->tensors.at(1).offset, quint64(file.size() - 2));
        QCOMPARE(source->kind, SourceKind::Weights);
    }

    void shapeIsGuessedWithoutConfig()
    {
        SafetensorsWriter out;
        llama(out);
        const Result<ModelSource> source = read(out.json("\"__metadata__\":{\"format\":\"pt\"}").file());
        QVERIFY2(source.ok(), source.ok() ? "" : qPrintable(source.error().text));
        const ModelArchitecture &model = source->architecture;
        QCOMPARE(source->kind, SourceKind::LanguageModel);
        QCOMPARE(source->tensors.parameters(), kModel);
        QCOMPARE(countParameters(model).text, kModel);
        QCOMPARE(model.extraParameters, 0);
        QCOMPARE(model.layers(), 2);
        QCOMPARE(model.hiddenSize, 128);
        QCOMPARE(model.vocabSize, 500);
        QVERIFY(model.tiedEmbeddings);
        QVERIFY(model.shapeIsAssumed);
        const auto &attention = std::get<GroupedAttention>(model.groups.front().mixer);
        QCOMPARE(attention.heads, 8);
        QCOMPARE(attention.kvHeads, 2);
        QCOMPARE(attention.headDim, 16);
        QCOMPARE(model.groups.front().dense->intermediateSize, 320);
        QCOMPARE(kvCacheBytes(model, {{2, 1}, {2, 1}}, 1000, 1), Bytes(1000 * 2 * 2 * 32 * 2));
        QVERIFY(!source->warnings.isEmpty());
    }

    void expertsOneByOneOrTogether_data()
    {
        QTest::addColumn<bool>("together");
        QTest::newRow("one tensor an expert") << false;
        QTest::newRow("one tensor for all") << true;
    }

    void expertsOneByOneOrTogether()
    {
        QFETCH(bool, together);
        SafetensorsWriter out;
        out.bf16("model.embed_tokens.weight", {500, 128})
            .bf16("model.norm.weight", {128})
            .bf16("lm_head.weight", {500, 128});
        const QByteArray b = "model.layers.0.";
        out.bf16(b + "input_layernorm.weight", {128}).bf16(b + "self_attn.q_proj.weight", {128, 128});
        out.bf16(b + "self_attn.k_proj.weight", {128, 128}).bf16(b + "self_attn.v_proj.weight", {128, 128});
        out.bf16(b + "self_attn.o_proj.weight", {128, 128}).bf16(b + "mlp.gate.weight", {4, 128});
        for (int e = 0; e < 4 && !together; ++e) {
            const QByteArray x = b + "mlp.experts." + QByteArray::number(e);
            out.bf16(x + ".gate_proj.weight", {48, 128}).bf16(x + ".up_proj.weight", {48, 128});
            out.bf16(x + ".down_proj.weight", {128, 48});
        }
        if (together)
            out.bf16(b + "mlp.experts.gate_up_proj", {4, 128, 96}).bf16(b + "mlp.experts.down_proj", {4, 48, 128});
        out.bf16(b + "mlp.shared_expert.gate_proj.weight", {64, 128});
        out.bf16(b + "mlp.shared_expert.up_proj.weight", {64, 128})
            .bf16(b + "mlp.shared_expert.down_proj.weight", {128, 64});
        const Result<ModelSource> source = read(out.file());
        QVERIFY2(source.ok(), source.ok() ? "" : qPrintable(source.error().text));
        const LayerGroup &layer = source->architecture.groups.front();
        QVERIFY(layer.moe);
        QVERIFY(!layer.dense);
        QCOMPARE(layer.moe->experts, 4);
        QCOMPARE(layer.moe->intermediateSize, 48);
        QCOMPARE(layer.moe->sharedIntermediate, 64);
        QVERIFY(layer.moe->gated);
        QCOMPARE(layer.extraParameters, 0);
        QVERIFY(!source->architecture.tiedEmbeddings);
        QCOMPARE(countParameters(source->architecture).text, source->tensors.parameters());
    }

    void latentAttentionFollowsFromShapes()
    {
        // 4 heads, nope 16, rope 8, value 12, latents of 24 and 32.
        SafetensorsWriter out;
        out.bf16("model.embed_tokens.weight", {500, 128}).bf16("model.norm.weight", {128});
        const QByteArray b = "model.layers.0.";
        out.bf16(b + "input_layernorm.weight", {128}).bf16(b + "self_attn.q_a_proj.weight", {24, 128});
        out.bf16(b + "self_attn.q_a_layernorm.weight", {24}).bf16(b + "self_attn.q_b_proj.weight", {96, 24});
        out.bf16(b + "self_attn.kv_a_proj_with_mqa.weight", {40, 128})
            .bf16(b + "self_attn.kv_a_layernorm.weight", {32});
        out.bf16(b + "self_attn.kv_b_proj.weight", {112, 32}).bf16(b + "self_attn.o_proj.weight", {128, 48});
        out.bf16(b + "mlp.gate_proj.weight", {64, 128}).bf16(b + "mlp.up_proj.weight", {64, 128});
        out.bf16(b + "mlp.down_proj.weight", {128, 64});
        const Result<ModelSource> source = read(out.file());
        QVERIFY2(source.ok(), source.ok() ? "" : qPrintable(source.error().text));
        const auto &latent = std::get<LatentAttention>(source->architecture.groups.front().mixer);
        QCOMPARE(latent.heads, 4);
        QCOMPARE(latent.qLoraRank, 24);
        QCOMPARE(latent.kvLoraRank, 32);
        QCOMPARE(latent.qkNopeHeadDim, 16);
        QCOMPARE(latent.qkRopeHeadDim, 8);
        QCOMPARE(latent.valueHeadDim, 12);
        QCOMPARE(source->architecture.groups.front().extraParameters, 0);
    }

    void packedWeights_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<qint64>("weights"); // of a projection from 128 to 256
        QTest::addColumn<qint64>("bytes");
        const auto row = [](const char *name, const SafetensorsWriter &out, qint64 weights, qint64 bytes) {
            QTest::newRow(name) << out.file() << weights << bytes;
        };
        const QByteArray p = "model.layers.0.mlp.up_proj.";
        const auto start = [] { return SafetensorsWriter().bf16("model.layers.0.input_layernorm.weight", {128}); };
        constexpr qint64 all = 128 * 256;
        row("GPTQ, 4 bits",
            start()
                .tensor(p + "qweight", "I32", {16, 256}, 16384)
                .tensor(p + "g_idx", "I32", {128}, 512)
                .tensor(p + "qzeros", "I32", {1, 32}, 128)
                .tensor(p + "scales", "F16", {1, 256}, 512),
            all, 16384 + 512 + 128 + 512);
        row("GPTQ, 3 bits without g_idx",
            start()
                .tensor(p + "qweight", "I32", {12, 256}, 12288)
                .tensor(p + "qzeros", "I32", {1, 24}, 96)
                .tensor(p + "scales", "F16", {1, 256}, 512),
            all, 12288 + 96 + 512);
        row("AWQ",
            start()
                .tensor(p + "qweight", "I32", {128, 32}, 16384)
                .tensor(p + "qzeros", "I32", {1, 32}, 128)
                .tensor(p + "scales", "F16", {1, 256}, 512),
            all, 16384 + 128 + 512);
        row("compressed-tensors, 4 bits",
            start()
                .tensor(p + "weight_packed", "I32", {256, 16}, 16384)
                .tensor(p + "weight_scale", "BF16", {256, 4}, 2048)
                .tensor(p + "weight_shape", "I64", {2}, 16),
            all, 16384 + 2048 + 16);
        row("compressed-tensors, 8 bits",
            start()
                .tensor(p + "weight_packed", "I32", {256, 32}, 32768)
                .tensor(p + "weight_scale", "BF16", {256, 1}, 512)
                .tensor(p + "weight_shape", "I64", {2}, 16),
            all, 32768 + 512 + 16);
        row("bitsandbytes NF4",
            start()
                .tensor(p + "weight", "U8", {16384, 1}, 16384)
                .tensor(p + "weight.absmax", "U8", {512}, 512)
                .tensor(p + "weight.quant_map", "F32", {16}, 64)
                .tensor(p + "weight.nested_absmax", "F32", {2}, 8)
                .tensor(p + "weight.quant_state.bitsandbytes__nf4", "U8", {90}, 90),
            all, 16384 + 512 + 64 + 8 + 90);
        row("bitsandbytes INT8",
            start().tensor(p + "weight", "I8", {256, 128}, 32768).tensor(p + "SCB", "F32", {256}, 1024), all,
            32768 + 1024);
        row("NVFP4",
            start()
                .tensor(p + "weight", "U8", {256, 64}, 16384)
                .tensor(p + "weight_scale", "F8_E4M3", {256, 8}, 2048)
                .tensor(p + "weight_scale_2", "F32", {}, 4)
                .tensor(p + "input_scale", "F32", {}, 4),
            all, 16384 + 2048 + 8);
        row("FP4 with E8M0 scales",
            start().tensor(p + "weight", "I8", {256, 64}, 16384).tensor(p + "scale", "F8_E8M0", {256, 4}, 1024), all,
            16384 + 1024);
        row("FP8 with block scales",
            start().tensor(p + "weight", "F8_E4M3", {256, 128}, 32768).tensor(p + "weight_scale_inv", "F32", {2, 1}, 8),
            all, 32768 + 8);
        row("MLX, 4 bits, groups of 32",
            start()
                .tensor(p + "weight", "U32", {256, 16}, 16384)
                .tensor(p + "scales", "F16", {256, 4}, 2048)
                .tensor(p + "biases", "F16", {256, 4}, 2048),
            all, 16384 + 4096);
        row("EXL2",
            start()
                .tensor(p + "q_weight", "I32", {20, 256}, 20480)
                .tensor(p + "q_invperm", "I32", {128}, 512)
                .tensor(p + "q_groups", "I16", {4}, 8)
                .tensor(p + "q_scale_max", "F16", {4}, 8),
            all, 20480 + 512 + 16);
        row("EXL3, 3 bits",
            start()
                .tensor(p + "trellis", "I16", {8, 16, 48}, 12288)
                .tensor(p + "suh", "F16", {128}, 256)
                .tensor(p + "svh", "F16", {256}, 512),
            all, 12288 + 768);
        const QByteArray x = "model.layers.0.mlp.experts.gate_up_proj";
        row("MXFP4 experts of gpt-oss",
            start().tensor(x + "_blocks", "U8", {2, 64, 8, 16}, 16384).tensor(x + "_scales", "U8", {2, 64, 8}, 1024),
            all, 16384 + 1024);
    }

    void packedWeights()
    {
        QFETCH(QByteArray, file);
        QFETCH(qint64, weights);
        QFETCH(qint64, bytes);
        const Result<ModelSource> source = read(file);
        QVERIFY2(source.ok(), source.ok() ? "" : qPrintable(source.error().text));
        QCOMPARE(source->tensors.at(1).elements, weights);
        QCOMPARE(source->tensors.parameters(), weights + 128);
        QCOMPARE(source->tensors.bytes(), Bytes(bytes + 256));
        for (qsizetype i = 0; i < source->tensors.size(); ++i)
            QCOMPARE(source->tensors.at(i).auxiliary, i > 1);
    }

    void realScalesAreParameters()
    {
        // A learned scale that no quantisation wrote.
        const Result<ModelSource> source =
            read(SafetensorsWriter().bf16("layers.0.attn.weight", {8, 8}).bf16("layers.0.attn.scale", {8}).file());
        QCOMPARE(source->tensors.parameters(), 72);
    }

    void foldersAndShards()
    {
        QTemporaryDir dir;
        const auto path = [&dir](const char *name) { return dir.filePath(QString::fromLatin1(name)); };
        QCOMPARE(openSafetensors(dir.path()).error().code, QStringLiteral("empty-folder"));

        SafetensorsWriter first, second;
        llama(first, 0, 1);
        llama(second, 1, 2);
        sourcefiles::write(path("model-00001-of-00002.safetensors"), first.file());
        QCOMPARE(openSafetensors(path("model-00001-of-00002.safetensors"))->architecture.layers(), 1);
        sourcefiles::write(path("model-00002-of-00002.safetensors"), second.file());
        const Result<ModelSource> withoutIndex = openSafetensors(dir.path());
        QVERIFY(withoutIndex.ok());
        QCOMPARE(withoutIndex->tensors.parameters(), kModel);

        QList<std::pair<QByteArray, QByteArray>> map;
        for (qsizetype i = 0; i < withoutIndex->tensors.size(); ++i) {
            const StoredTensor tensor = withoutIndex->tensors.at(i);
            map.append({tensor.name.toByteArray(),
                        tensor.file == 0 ? "model-00001-of-00002.safetensors" : "model-00002-of-00002.safetensors"});
        }
        const QString indexPath = path("model.safetensors.index.json");
        sourcefiles::write(indexPath, index(map));
        sourcefiles::write(path("consolidated.safetensors"), "not read");
        for (const QString &named : {dir.path(), indexPath, path("model-00002-of-00002.safetensors")}) {
            const Result<ModelSource> source = openSafetensors(named);
            QVERIFY2(source.ok(), source.ok() ? "" : qPrintable(source.error().text));
            QCOMPARE(source->tensors.parameters(), kModel);
            QCOMPARE(countParameters(source->architecture).text, kModel);
            QCOMPARE(source->files.size(), 2);
        }

        auto more = map;
        more.push_back(
            std::pair<QByteArray, QByteArray>("model.layers.9.lost.weight", "model-00002-of-00002.safetensors"));
        sourcefiles::write(indexPath, index(more));
        const Result<ModelSource> lost = openSafetensors(dir.path());
        QCOMPARE(lost.error().code, QStringLiteral("missing-tensor"));
        QCOMPARE(lost.error().field, QStringLiteral("model.layers.9.lost.weight"));

        map.removeLast();
        sourcefiles::write(indexPath, index(map));
        const Result<ModelSource> fewer = openSafetensors(dir.path());
        QVERIFY(fewer.ok());
        QCOMPARE(fewer->warnings.filter(QStringLiteral("index")).size(), 1);

        sourcefiles::write(indexPath, index({std::pair<QByteArray, QByteArray>("a", "../outside.safetensors")}));
        QCOMPARE(openSafetensors(dir.path()).error().field, QStringLiteral("a"));
        QVERIFY(QFile::remove(path("model-00002-of-00002.safetensors")));
        sourcefiles::write(indexPath, index(map));
        QCOMPARE(openSafetensors(dir.path()).error().code, QStringLiteral("no-such-file"));
    }

    void theConfigBesideIsUsed()
    {
        QTemporaryDir dir;
        SafetensorsWriter out;
        llama(out);
        sourcefiles::write(dir.filePath(QStringLiteral("model.safetensors")), out.file());
        const QString config = dir.filePath(QStringLiteral("config.json"));
        sourcefiles::write(config, "{\"hidden\":128}");
        const auto reader = [&config](const QByteArray &json, const QString &place) -> Result<ModelSource> {
            if (place != config || json != "{\"hidden\":128}")
                return Error{QStringLiteral("unexpected"), {}, {}, ErrorKind::File};
            ModelSource source;
            source.architecture.id = QStringLiteral("from the config");
            source.warnings = QStringList{QStringLiteral("said so")};
            return source;
        };
        const Result<ModelSource> source = openSafetensors(dir.path(), reader);
        QVERIFY2(source.ok(), source.ok() ? "" : qPrintable(source.error().code));
        QCOMPARE(source->architecture.id, QStringLiteral("from the config"));
        QCOMPARE(source->warnings, QStringList{QStringLiteral("said so")});
        QCOMPARE(source->tensors.parameters(), kModel);
        const auto failing = [](const QByteArray &, const QString &) -> Result<ModelSource> {
            return Error{QStringLiteral("bad-config"), {}, {}, ErrorKind::File};
        };
        QCOMPARE(openSafetensors(dir.path(), failing).error().code, QStringLiteral("bad-config"));
    }

    void aBeginningSaysHowMuchMoreItNeeds()
    {
        SafetensorsWriter out;
        llama(out);
        const QByteArray whole = out.file();
        const quint64 header = 8 + qFromLittleEndian<quint64>(whole.constData());
        FileBeginning length(QByteArrayView(whole).first(3), 70'000'000'000);
        StoredTensors tensors;
        QCOMPARE(readSafetensorsFile(length, {}, 0, tensors)->code, QStringLiteral("more-bytes-needed"));
        QCOMPARE(length.wanted(), quint64(8));
        FileBeginning part(QByteArrayView(whole).first(100), 70'000'000'000);
        QCOMPARE(readSafetensorsFile(part, {}, 0, tensors)->code, QStringLiteral("more-bytes-needed"));
        QCOMPARE(part.wanted(), header);
        FileBeginning enough(QByteArrayView(whole).first(qsizetype(header)), 70'000'000'000);
        QVERIFY(!readSafetensorsFile(enough, {}, 0, tensors));
        QCOMPARE(tensors.size(), 24);
    }
};

QTEST_GUILESS_MAIN(SafetensorsTest)
#include "tst_safetensors.moc"
