// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/memory/kvcache.h"
#include "core/memory/parameters.h"
#include "core/sources/gguf/ggufsource.h"
#include "core/sources/gguf/ggufsplit.h"
#include "tests/core/sources/ggufwriter.h"
#include "tests/core/sources/sourcefiles.h"

#include <QTemporaryDir>
#include <QTest>

using namespace plimsoll;

namespace {

constexpr quint64 kHidden = 64, kVocab = 96, kFfn = 160;

/// A Llama of two layers: 4 heads of 16 on 2 KV heads.
GgufWriter llama(quint32 version = 3, bool bigEndian = false, bool tied = false)
{
    GgufWriter out(version, bigEndian);
    out.text("general.architecture", "llama").text("general.name", "Tiny");
    out.number("llama.block_count", 2).number("llama.embedding_length", kHidden);
    out.number("llama.context_length", 8192).number("llama.attention.head_count", 4);
    out.number("llama.attention.head_count_kv", 2).real("llama.rope.freq_base", 10000);
    out.texts("tokenizer.ggml.tokens", QList<QByteArray>(int(kVocab), "token"));
    out.f32("token_embd.weight", {kHidden, kVocab});
    for (const QByteArray &b : {QByteArray("blk.0."), QByteArray("blk.1.")}) {
        out.f32(b + "attn_norm.weight", {kHidden});
        out.f32(b + "attn_q.weight", {kHidden, 64}).f32(b + "attn_k.weight", {kHidden, 32});
        out.f32(b + "attn_v.weight", {kHidden, 32}).f32(b + "attn_output.weight", {64, kHidden});
        out.f32(b + "ffn_norm.weight", {kHidden});
        out.f32(b + "ffn_gate.weight", {kHidden, kFfn}).f32(b + "ffn_up.weight", {kHidden, kFfn});
        out.f32(b + "ffn_down.weight", {kFfn, kHidden});
    }
    out.f32("output_norm.weight", {kHidden});
    if (!tied)
        out.f32("output.weight", {kHidden, kVocab});
    return out;
}

constexpr qint64 kLlamaLayer = 64 * 64 + 2 * 32 * 64 + 64 * 64 + 3 * 160 * 64 + 2 * 64;
constexpr qint64 kLlamaTied = 96 * 64 + 2 * kLlamaLayer + 64;

/// The keys that every language model has.
GgufWriter start(const QByteArray &architecture, quint32 layers, quint32 hidden = kHidden)
{
    GgufWriter out;
    out.text("general.architecture", architecture);
    out.number(architecture + ".block_count", layers).number(architecture + ".embedding_length", hidden);
    out.f32("token_embd.weight", {hidden, kVocab}).f32("output_norm.weight", {hidden});
    return out;
}

void attention(GgufWriter &out, int layer, quint64 q, quint64 kv, quint64 hidden = kHidden)
{
    const QByteArray b = "blk." + QByteArray::number(layer) + '.';
    out.f32(b + "attn_norm.weight", {hidden}).f32(b + "attn_q.weight", {hidden, q});
    out.f32(b + "attn_k.weight", {hidden, kv}).f32(b + "attn_v.weight", {hidden, kv});
    out.f32(b + "attn_output.weight", {q, hidden});
}

void feedForward(GgufWriter &out, int layer, quint64 width, quint64 hidden = kHidden)
{
    const QByteArray b = "blk." + QByteArray::number(layer) + '.';
    out.f32(b + "ffn_norm.weight", {hidden}).f32(b + "ffn_gate.weight", {hidden, width});
    out.f32(b + "ffn_up.weight", {hidden, width}).f32(b + "ffn_down.weight", {width, hidden});
}

const LayerGroup &layer(const ModelSource &source, int index)
{
    return source.architecture.groups[source.architecture.layerGroups[size_t(index)]];
}

} // namespace

class GgufTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void versions_data()
    {
        QTest::addColumn<quint32>("version");
        QTest::addColumn<bool>("bigEndian");
        QTest::addColumn<bool>("tied");
        QTest::newRow("v1") << 1u << false << false;
        QTest::newRow("v2") << 2u << false << false;
        QTest::newRow("v3") << 3u << false << false;
        QTest::newRow("v3, big-endian") << 3u << true << false;
        QTest::newRow("v3, tied embeddings") << 3u << false << true;
    }

    void versions()
    {
        QFETCH(quint32, version);
        QFETCH(bool, bigEndian);
        QFETCH(bool, tied);
        const Result<ModelSource> source = sourcefiles::gguf(llama(version, bigEndian, tied).file());
        QVERIFY2(source.ok(), source.ok() ? "" : qPrintable(source.error().text));
        QCOMPARE(source->warnings, QStringList());
        const qint64 parameters = kLlamaTied + (tied ? 0 : 96 * 64);
        QCOMPARE(source->tensors.size(), tied ? 20 : 21);
        QCOMPARE(source->tensors.parameters(), parameters);
        QCOMPARE(source->tensors.bytes(), Bytes(4 * parameters));
        const ModelArchitecture &model = source->architecture;
        QCOMPARE(model.displayName, QStringLiteral("Tiny"));
        QCOMPARE(model.layers(), 2);
        QCOMPARE(model.groups.size(), size_t(1));
        QCOMPARE(model.hiddenSize, 64);
        QCOMPARE(model.vocabSize, 96);
        QCOMPARE(model.contextLimit, 8192);
        QCOMPARE(model.tiedEmbeddings, tied);
        QCOMPARE(countParameters(model).text, parameters);
        QCOMPARE(model.publishedParameters, parameters);
        const auto &attention = std::get<GroupedAttention>(model.groups.front().mixer);
        QCOMPARE(attention.heads, 4);
        QCOMPARE(attention.kvHeads, 2);
        QCOMPARE(attention.headDim, 16);
        QCOMPARE(model.groups.front().dense->intermediateSize, 160);
        QCOMPARE(model.groups.front().extraParameters, 0);
        QCOMPARE(model.extraParameters, 0);
    }

    void tensorsAreListedAsStored()
    {
        const Result<ModelSource> source = sourcefiles::gguf(llama().file());
        const StoredTensor key = source->tensors.at(3);
        QCOMPARE(key.name, QByteArrayView("blk.0.attn_k.weight"));
        QCOMPARE(QLatin1String(key.type->name), QLatin1String("F32"));
        QCOMPARE(std::vector<qint64>(key.shape.begin(), key.shape.end()), (std::vector<qint64>{32, 64}));
        QCOMPARE(key.elements, 2048);
        QCOMPARE(key.bytes, Bytes(8192));
        // Behind the header: the embedding, a norm and the queries.
        const quint64 data = quint64((llama().header().size() + 31) / 32 * 32);
        QCOMPARE(key.offset, data + 4 * (96 * 64 + 64 + 64 * 64));
    }

    void everyType_data()
    {
        QTest::addColumn<quint32>("id");
        QTest::addColumn<qint64>("bytesOf512");
        // Bits a weight as ggml-org/llama.cpp documents them (ggml-common.h), times 512 / 8.
        const auto row = [](const char *name, quint32 id, double bits) {
            QTest::newRow(name) << id << qint64(bits * 64);
        };
        row("F32", 0, 32);
        row("F16", 1, 16);
        row("Q4_0", 2, 4.5);
        row("Q4_1", 3, 5);
        row("Q5_0", 6, 5.5);
        row("Q5_1", 7, 6);
        row("Q8_0", 8, 8.5);
        row("Q8_1", 9, 9);
        row("Q2_K", 10, 2.625);
        row("Q3_K", 11, 3.4375);
        row("Q4_K", 12, 4.5);
        row("Q5_K", 13, 5.5);
        row("Q6_K", 14, 6.5625);
        row("Q8_K", 15, 9.125);
        row("IQ2_XXS", 16, 2.0625);
        row("IQ2_XS", 17, 2.3125);
        row("IQ3_XXS", 18, 3.0625);
        row("IQ1_S", 19, 1.5625);
        row("IQ4_NL", 20, 4.5);
        row("IQ3_S", 21, 3.4375);
        row("IQ2_S", 22, 2.5625);
        row("IQ4_XS", 23, 4.25);
        row("I8", 24, 8);
        row("I16", 25, 16);
        row("I32", 26, 32);
        row("I64", 27, 64);
        row("F64", 28, 64);
        row("IQ1_M", 29, 1.75);
        row("BF16", 30, 16);
        row("TQ1_0", 34, 1.6875);
        row("TQ2_0", 35, 2.0625);
        row("MXFP4", 39, 4.25);
        row("NVFP4", 40, 4.5);
        row("Q1_0", 41, 1.125);
        row("Q2_0", 42, 2.25);
    }

    void everyType()
    {
        QFETCH(quint32, id);
        QFETCH(qint64, bytesOf512);
        GgufWriter out = llama();
        out.tensor("blk.1.extra.weight", {512, 3}, id, quint64(3 * bytesOf512));
        const Result<ModelSource> source = sourcefiles::gguf(out.file());
        QVERIFY2(source.ok(), source.ok() ? "" : qPrintable(source.error().text));
        const StoredTensor tensor = source->tensors.at(source->tensors.size() - 1);
        QCOMPARE(QLatin1String(tensor.type->name), QLatin1String(QTest::currentDataTag()));
        QCOMPARE(tensor.bytes, Bytes(3 * bytesOf512));
        QCOMPARE(tensor.elements, 1536);
        QCOMPARE(countParameters(source->architecture).text, kLlamaTied + 96 * 64 + 1536);
    }

    void typesThatWereRemovedSayWhatToDo()
    {
        const Result<ModelSource> source =
            sourcefiles::gguf(GgufWriter(llama()).tensor("old", {512, 3}, 31, 864).file());
        QVERIFY(!source.ok());
        QVERIFY2(source.error().text.contains(QLatin1String("Q4_0_4_4")), qPrintable(source.error().text));
        QCOMPARE(source.error().field, QStringLiteral("old"));
    }

    void mixtureOfExperts()
    {
        GgufWriter out = start("qwen3moe", 2);
        out.number("qwen3moe.attention.head_count", 4).number("qwen3moe.attention.head_count_kv", 2);
        out.number("qwen3moe.attention.key_length", 32).number("qwen3moe.attention.value_length", 32);
        out.number("qwen3moe.expert_count", 8).number("qwen3moe.expert_used_count", 3);
        for (int i = 0; i < 2; ++i) {
            attention(out, i, 128, 64);
            const QByteArray b = "blk." + QByteArray::number(i) + '.';
            out.f32(b + "attn_q_norm.weight", {32}).f32(b + "attn_k_norm.weight", {32});
            out.f32(b + "ffn_norm.weight", {kHidden}).f32(b + "ffn_gate_inp.weight", {kHidden, 8});
            out.f32(b + "ffn_gate_exps.weight", {kHidden, 48, 8}).f32(b + "ffn_up_exps.weight", {kHidden, 48, 8});
            out.f32(b + "ffn_down_exps.weight", {48, kHidden, 8});
        }
        const Result<ModelSource> source = sourcefiles::gguf(out.file());
        QVERIFY2(source.ok(), source.ok() ? "" : qPrintable(source.error().text));
        const LayerGroup &group = layer(*source, 1);
        QCOMPARE(group.moe->experts, 8);
        QCOMPARE(group.moe->expertsPerToken, 3);
        QCOMPARE(group.moe->intermediateSize, 48);
        QVERIFY(!group.dense);
        QCOMPARE(std::get<GroupedAttention>(group.mixer).qkNorm, QkNorm::Head);
        QCOMPARE(group.extraParameters, 0);
        // Each layer leaves 5 of 8 experts idle.
        QCOMPARE(countParameters(source->architecture).text - countParameters(source->architecture).active,
                 2LL * 5 * 3 * 48 * 64);
    }

    void latentAttention_data()
    {
        QTest::addColumn<bool>("absorbed");
        QTest::newRow("with k_b and v_b, as written since 2025") << true;
        QTest::newRow("with kv_b, as before") << false;
    }

    void latentAttention()
    {
        QFETCH(bool, absorbed);
        GgufWriter out = start("deepseek2", 1);
        out.number("deepseek2.attention.head_count", 4).number("deepseek2.attention.kv_lora_rank", 32);
        out.number("deepseek2.attention.q_lora_rank", 24).number("deepseek2.rope.dimension_count", 8);
        out.number("deepseek2.attention.head_count_kv", absorbed ? 1 : 4);
        out.number("deepseek2.attention.key_length", absorbed ? 40 : 24);
        out.number("deepseek2.attention.value_length", absorbed ? 32 : 12);
        if (absorbed)
            out.number("deepseek2.attention.key_length_mla", 24).number("deepseek2.attention.value_length_mla", 12);
        out.f32("blk.0.attn_norm.weight", {kHidden}).f32("blk.0.attn_q_a.weight", {kHidden, 24});
        out.f32("blk.0.attn_q_a_norm.weight", {24}).f32("blk.0.attn_q_b.weight", {24, 4 * 24});
        out.f32("blk.0.attn_kv_a_mqa.weight", {kHidden, 40}).f32("blk.0.attn_kv_a_norm.weight", {32});
        if (absorbed)
            out.f32("blk.0.attn_k_b.weight", {16, 32, 4}).f32("blk.0.attn_v_b.weight", {32, 12, 4});
        else
            out.f32("blk.0.attn_kv_b.weight", {32, 4 * (16 + 12)});
        out.f32("blk.0.attn_output.weight", {48, kHidden});
        feedForward(out, 0, kFfn);
        const Result<ModelSource> source = sourcefiles::gguf(out.file());
        QVERIFY2(source.ok(), source.ok() ? "" : qPrintable(source.error().text));
        const auto &latent = std::get<LatentAttention>(layer(*source, 0).mixer);
        QCOMPARE(latent.heads, 4);
        QCOMPARE(latent.qLoraRank, 24);
        QCOMPARE(latent.kvLoraRank, 32);
        QCOMPARE(latent.qkRopeHeadDim, 8);
        QCOMPARE(latent.qkNopeHeadDim, 16);
        QCOMPARE(latent.valueHeadDim, 12);
        QCOMPARE(layer(*source, 0).extraParameters, 0);
    }

    void slidingWindows_data()
    {
        QTest::addColumn<QByteArray>("architecture");
        QTest::addColumn<QString>("pattern");
        // S = window, F = full; the defaults of llama.cpp's loaders.
        QTest::newRow("gemma2") << QByteArray("gemma2") << "SFSFSFSFSFSF";
        QTest::newRow("gemma3") << QByteArray("gemma3") << "SSSSSFSSSSSF";
        QTest::newRow("cohere2") << QByteArray("cohere2") << "SSSFSSSFSSSF";
        QTest::newRow("gpt-oss") << QByteArray("gpt-oss") << "SFSFSFSFSFSF";
        QTest::newRow("smallthinker: full first") << QByteArray("smallthinker") << "FSSSFSSSFSSS";
        QTest::newRow("phi3: the window is not used") << QByteArray("phi3") << "FFFFFFFFFFFF";
        QTest::newRow("a list in the file") << QByteArray("mimo2") << "FFSSFSSSFFSS";
        QTest::newRow("a period in the file") << QByteArray("olmo2") << "SSFSSFSSFSSF";
    }

    void slidingWindows()
    {
        QFETCH(QByteArray, architecture);
        QFETCH(QString, pattern);
        GgufWriter out = start(architecture, 12);
        out.number(architecture + ".attention.head_count", 4);
        out.number(architecture + ".attention.sliding_window", 512);
        QList<qint32> list;
        for (const QChar letter : pattern)
            list.append(letter == QLatin1Char('S'));
        if (architecture == "mimo2")
            out.numbers(architecture + ".attention.sliding_window_pattern", list);
        if (architecture == "olmo2")
            out.number(architecture + ".attention.sliding_window_pattern", 3);
        for (int i = 0; i < 12; ++i) {
            attention(out, i, 64, 64);
            feedForward(out, i, kFfn);
        }
        const Result<ModelSource> source = sourcefiles::gguf(out.file());
        QVERIFY2(source.ok(), source.ok() ? "" : qPrintable(source.error().text));
        QString found;
        for (int i = 0; i < 12; ++i) {
            const qint64 window = std::get<GroupedAttention>(layer(*source, i).mixer).slidingWindow;
            QVERIFY(window == 0 || window == 512);
            found += QLatin1Char(window > 0 ? 'S' : 'F');
        }
        QCOMPARE(found, pattern);
    }

    void unknownArchitectureIsAPlainTransformer()
    {
        GgufWriter out = start("brand-new", 1);
        out.number("brand-new.attention.head_count", 4).number("brand-new.attention.sliding_window", 512);
        attention(out, 0, 64, 32);
        feedForward(out, 0, kFfn);
        const Result<ModelSource> source = sourcefiles::gguf(out.file());
        QVERIFY(source.ok());
        QCOMPARE(source->warnings.size(), 1);
        QVERIFY(source->warnings.front().contains(QLatin1String("brand-new")));
        QCOMPARE(std::get<GroupedAttention>(layer(*source, 0).mixer).kvHeads, 2);
        QCOMPARE(countParameters(source->architecture).text, source->tensors.parameters());
    }

    void hybridWithListsALayer()
    {
        GgufWriter out = start("nemotron_h", 3);
        out.number("nemotron_h.attention.head_count", 4).numbers("nemotron_h.attention.head_count_kv", {0, 2, 0});
        out.number("nemotron_h.attention.key_length", 16).number("nemotron_h.attention.value_length", 16);
        out.number("nemotron_h.ssm.conv_kernel", 4).number("nemotron_h.ssm.inner_size", 128);
        out.number("nemotron_h.ssm.state_size", 16).number("nemotron_h.ssm.time_step_rank", 8);
        out.number("nemotron_h.ssm.group_count", 2);
        out.f32("blk.0.attn_norm.weight", {kHidden}).f32("blk.0.ssm_in.weight", {kHidden, 2 * 128 + 2 * 2 * 16 + 8});
        out.f32("blk.0.ssm_conv1d.weight", {4, 192}).f32("blk.0.ssm_conv1d.bias", {192});
        out.f32("blk.0.ssm_dt.bias", {8}).f32("blk.0.ssm_a", {1, 8}).f32("blk.0.ssm_d", {1, 8});
        out.f32("blk.0.ssm_norm.weight", {64, 2}).f32("blk.0.ssm_out.weight", {128, kHidden});
        attention(out, 1, 64, 32);
        out.f32("blk.2.attn_norm.weight", {kHidden}).f32("blk.2.ffn_up.weight", {kHidden, kFfn});
        out.f32("blk.2.ffn_down.weight", {kFfn, kHidden});
        const Result<ModelSource> source = sourcefiles::gguf(out.file());
        QVERIFY2(source.ok(), source.ok() ? "" : qPrintable(source.error().text));
        const auto &mamba = std::get<Mamba2>(layer(*source, 0).mixer);
        QCOMPARE(mamba.heads, 8);
        QCOMPARE(mamba.headDim, 16);
        QCOMPARE(mamba.groups, 2);
        QCOMPARE(mamba.stateDim, 16);
        QCOMPARE(std::get<GroupedAttention>(layer(*source, 1).mixer).kvHeads, 2);
        QVERIFY(std::holds_alternative<NoMixer>(layer(*source, 2).mixer));
        QVERIFY(!layer(*source, 2).dense->gated);
        for (int i = 0; i < 3; ++i) {
            QCOMPARE(layer(*source, i).norms, 1);
            QCOMPARE(layer(*source, i).extraParameters, 0);
        }
        QCOMPARE(countParameters(source->architecture).text, source->tensors.parameters());
    }

    void multiTokenPrediction()
    {
        GgufWriter out = start("glm4moe", 2);
        out.number("glm4moe.attention.head_count", 4).number("glm4moe.nextn_predict_layers", 1);
        for (int i = 0; i < 2; ++i) {
            attention(out, i, 64, 64);
            feedForward(out, i, kFfn);
        }
        out.f32("blk.1.nextn.eh_proj.weight", {2 * kHidden, kHidden}).f32("blk.1.nextn.enorm.weight", {kHidden});
        out.f32("blk.1.nextn.hnorm.weight", {kHidden}).f32("blk.1.nextn.shared_head_norm.weight", {kHidden});
        const Result<ModelSource> source = sourcefiles::gguf(out.file());
        QVERIFY2(source.ok(), source.ok() ? "" : qPrintable(source.error().text));
        QCOMPARE(source->warnings, QStringList());
        QCOMPARE(source->architecture.layers(), 1);
        QCOMPARE(source->architecture.mtpLayers, 1);
        QCOMPARE(source->architecture.mtpStyle, MtpStyle::DeepSeekShared);
        const ParameterCounts counts = countParameters(source->architecture);
        QCOMPARE(counts.text + counts.mtp, source->tensors.parameters());
    }

    void projectorsEncodersAndAdapters()
    {
        GgufWriter projector;
        projector.text("general.architecture", "clip").number("clip.vision.block_count", 2);
        projector.f32("v.patch_embd.weight", {14, 14, 3, 32}).f32("mm.0.weight", {32, 64}).f32("a.conv.weight", {8, 8});
        const Result<ModelSource> towers = sourcefiles::gguf(projector.file());
        QVERIFY(towers.ok());
        QCOMPARE(towers->kind, SourceKind::Projector);
        QCOMPARE(countParameters(towers->architecture).vision, 14 * 14 * 3 * 32 + 32 * 64);
        QCOMPARE(countParameters(towers->architecture).audio, 64);

        GgufWriter bert = start("bert", 1);
        bert.number("bert.attention.head_count", 4);
        attention(bert, 0, 64, 64);
        feedForward(bert, 0, kFfn);
        bert.f32("blk.0.attn_norm.bias", {kHidden}).f32("blk.0.ffn_norm.bias", {kHidden});
        bert.f32("position_embd.weight", {kHidden, 512}).f32("token_types.weight", {kHidden, 2});
        bert.f32("cls.output.weight", {kHidden, 1}).f32("cls.output.bias", {1});
        const Result<ModelSource> reranker = sourcefiles::gguf(bert.file());
        QVERIFY2(reranker.ok(), reranker.ok() ? "" : qPrintable(reranker.error().text));
        QCOMPARE(reranker->kind, SourceKind::Encoder);
        QCOMPARE(reranker->architecture.positionEmbeddingRows, 512);
        QVERIFY(!std::get<GroupedAttention>(reranker->architecture.groups.front().mixer).causal);
        QCOMPARE(countParameters(reranker->architecture).text, reranker->tensors.parameters());

        GgufWriter lora;
        lora.text("general.architecture", "llama")
            .text("general.type", "adapter")
            .f32("blk.0.attn_q.weight.lora_a", {8});
        QCOMPARE(sourcefiles::gguf(lora.file())->kind, SourceKind::Adapter);
    }

    void rotaryFrequenciesAreNoParameters()
    {
        GgufWriter out = llama();
        out.f32("rope_freqs.weight", {8});
        const Result<ModelSource> source = sourcefiles::gguf(out.file());
        QCOMPARE(source->architecture.publishedParameters, kLlamaTied + 96 * 64);
        QCOMPARE(source->architecture.checkpointBuffers, 8);
        QCOMPARE(source->tensors.bytes(), Bytes(4 * (kLlamaTied + 96 * 64 + 8)));
    }

    void partNames()
    {
        QCOMPARE(ggufPartNames(QStringLiteral("a-00002-of-00003.gguf")),
                 (QStringList{QStringLiteral("a-00001-of-00003.gguf"), QStringLiteral("a-00002-of-00003.gguf"),
                              QStringLiteral("a-00003-of-00003.gguf")}));
        QCOMPARE(ggufPartNames(QStringLiteral("a-1-of-2.gguf")), QStringList{QStringLiteral("a-1-of-2.gguf")});
        QCOMPARE(ggufPartNames(QStringLiteral("a-00004-of-00003.gguf")).size(), 1);
        QCOMPARE(ggufPartIndex(QStringLiteral("a-00002-of-00003.gguf")), 1);
        QCOMPARE(ggufPartIndex(QStringLiteral("a.gguf")), -1);
    }

    void splitFiles()
    {
        QTemporaryDir folder;
        const auto part = [&folder](int number) {
            return folder.filePath(QStringLiteral("m-0000%1-of-00003.gguf").arg(number));
        };
        // The first part has all keys and no tensors, as gguf-split --no-tensor-first-split writes it.
        GgufWriter keys;
        keys.text("general.architecture", "llama").number("llama.block_count", 1);
        keys.number("llama.embedding_length", kHidden).number("llama.attention.head_count", 4);
        keys.number("split.no", 0).number("split.count", 3).number("split.tensors.count", 11);
        sourcefiles::write(part(1), keys.file());
        GgufWriter second;
        second.number("split.no", 1).number("split.count", 3);
        second.f32("token_embd.weight", {kHidden, kVocab}).f32("output_norm.weight", {kHidden});
        attention(second, 0, 64, 64);
        sourcefiles::write(part(2), second.file());
        GgufWriter third;
        third.number("split.no", 2).number("split.count", 3);
        feedForward(third, 0, kFfn);
        sourcefiles::write(part(3), third.file());

        for (int named = 1; named <= 3; ++named) {
            const Result<ModelSource> source = openGguf(part(named));
            QVERIFY2(source.ok(), source.ok() ? "" : qPrintable(source.error().text));
            QCOMPARE(source->tensors.size(), 11);
            QCOMPARE(source->files.size(), 3);
            QCOMPARE(source->tensors.at(10).file, quint16(2));
            QCOMPARE(countParameters(source->architecture).text, source->tensors.parameters());
        }

        sourcefiles::write(part(3), second.file());
        QCOMPARE(openGguf(part(1)).error().code, QStringLiteral("wrong-part"));
        QVERIFY(QFile::remove(part(3)));
        const Result<ModelSource> missing = openGguf(part(1));
        QCOMPARE(missing.error().code, QStringLiteral("no-such-file"));
        QVERIFY(missing.error().text.contains(QLatin1String("m-00003-of-00003.gguf")));
    }

    void aBeginningSaysHowMuchMoreItNeeds()
    {
        const QByteArray whole = llama().file();
        const qsizetype header = llama().header().size();
        quint64 have = 1;
        int rounds = 0;
        for (;; ++rounds) {
            FileBeginning source(QByteArrayView(whole).first(qsizetype(have)), 400'000'000'000);
            const Result<GgufFile> file = readGgufFile(source, QStringLiteral("hub"));
            if (file.ok()) {
                QCOMPARE(source.wanted(), quint64(0));
                QCOMPARE(file->tensors.size(), 21);
                break;
            }
            QCOMPARE(file.error().code, QStringLiteral("more-bytes-needed"));
            QVERIFY(source.wanted() > have);
            QVERIFY(source.wanted() <= quint64(header));
            have = source.wanted();
        }
        QVERIFY(rounds > 10);
    }

    void aBeginningIsToldOfWholeLists()
    {
        // With the count of tokens alone, all their lengths can be fetched at once.
        GgufWriter out;
        out.texts("tokenizer.ggml.tokens", QList<QByteArray>(1000, "token"));
        const QByteArray bytes = out.header();
        const qsizetype list = bytes.indexOf("tokenizer.ggml.tokens") + 21 + 4 + 4 + 8;
        FileBeginning source(QByteArrayView(bytes).first(list + 10), 400'000'000'000);
        QVERIFY(!readGgufFile(source, QStringLiteral("hub")).ok());
        QCOMPARE(source.wanted(), quint64(list) + 8000);
    }
};

QTEST_GUILESS_MAIN(GgufTest)
#include "tst_gguf.moc"
