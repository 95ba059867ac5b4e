// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/catalog/catalog.h"
#include "core/memory/tensors.h"
#include "tests/core/catalog/mixsizes.h"

#include <QtTest>

using namespace plimsoll;

namespace {

Bytes bytesOf(const Format &format, const std::vector<TensorClass> &tensors, int layer, int layers, bool tied = false)
{
    Bytes total;
    for (const TensorClass &tensor : tensors) {
        // llama.cpp stores a tied embedding in the type of the head.
        const TensorRole role = tied && tensor.role == TensorRole::Embedding ? TensorRole::Head : tensor.role;
        total += format.blockFor(role, layer, layers).bytesFor(tensor.elements());
    }
    return total;
}

Bytes fileBytes(const Format &format, const ModelArchitecture &model)
{
    const int layers = model.layers();
    Bytes total = bytesOf(format, inputTensors(model), -1, layers, model.tiedEmbeddings)
                  + bytesOf(format, outputTensors(model), -1, layers);
    for (int i = 0; i < layers; ++i)
        total += bytesOf(format, layerTensors(model, model.groups[model.layerGroups[size_t(i)]]), i, layers);
    return total;
}

} // namespace

class TestFormats : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ggmlBlocks_data();
    void ggmlBlocks();
    void formatsOfTheCommandLine_data();
    void formatsOfTheCommandLine();
    void bitsPerWeight_data();
    void bitsPerWeight();
    void quantisedFormatsKeepWhatEnginesKeep();
    void mixesNameKnownBlocks();
    void mixesGiveTheFilesThatLlamaCppWrites_data();
    void mixesGiveTheFilesThatLlamaCppWrites();
    void layersWithMoreBits();
    void kvCacheFormats();
    void everyFormatHasASourceAndANameOfItsOwn();

private:
    const Catalog m_catalog = Catalog::builtIn();
};

void TestFormats::ggmlBlocks_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<int>("bytes");
    QTest::addColumn<int>("weights");
    // ggml/src/ggml-common.h of ggml-org/llama.cpp at 01243c5: sizeof(block_...) and QK, term by term as the
    // static_asserts there write them (a half is 2 bytes, QK_K is 256).
    const auto row = [](const char *id, int bytes, int weights) {
        QTest::newRow(id) << QString::fromLatin1(id) << bytes << weights;
    };
    constexpr int half = 2, k = 256;
    row("fp32", 4, 1);
    row("fp16", 2, 1);
    row("bf16", 2, 1);
    row("f64", 8, 1);
    row("q1_0", half + 128 / 8, 128);
    row("q2_0", half + 64 / 4, 64);
    row("q4_0", half + 32 / 2, 32);
    row("q4_1", 2 * half + 32 / 2, 32);
    row("q5_0", half + 4 + 32 / 2, 32);
    row("q5_1", 2 * half + 4 + 32 / 2, 32);
    row("q8_0", half + 32, 32);
    row("q8_1", 2 * half + 32, 32);
    row("q2_k", 2 * half + k / 16 + k / 4, k);
    row("q3_k", half + k / 4 + k / 8 + 12, k);
    row("q4_k", 2 * half + 12 + k / 2, k);
    row("q5_k", 2 * half + 12 + k / 2 + k / 8, k);
    row("q6_k", half + k / 16 + 3 * k / 4, k);
    row("q8_k", 4 + k + k / 16 * 2, k);
    row("iq1_s", half + k / 8 + k / 16, k);
    row("iq1_m", k / 8 + k / 16 + k / 32, k);
    row("iq2_xxs", half + k / 8 * 2, k);
    row("iq2_xs", half + k / 8 * 2 + k / 32, k);
    row("iq2_m", half + k / 4 + k / 16, k); // the mix IQ2_M is made of IQ2_S blocks
    row("iq3_xxs", half + 3 * (k / 8), k);
    row("iq3_s", half + 13 * (k / 32) + k / 64, k);
    row("iq4_nl", half + 32 / 2, 32);
    row("iq4_xs", half + 2 + k / 64 + k / 2, k);
    row("tq1_0", half + k / 64 + (k - 4 * k / 64) / 5, k);
    row("tq2_0", half + k / 4, k);
    row("mxfp4", 1 + 32 / 2, 32);
    row("nvfp4", (4 + 64 / 2) / 4, 64 / 4); // ggml groups four scales in a block of 64
}

void TestFormats::ggmlBlocks()
{
    QFETCH(QString, id);
    QFETCH(int, bytes);
    QFETCH(int, weights);
    const Format *format = m_catalog.findFormat(id);
    QVERIFY(format);
    QCOMPARE(format->block.bytes, bytes);
    QCOMPARE(format->block.weights, weights);
}

void TestFormats::formatsOfTheCommandLine_data()
{
    QTest::addColumn<QString>("id");
    for (const char *typed :
         {"fp32",  "fp16",   "bf16",    "fp8",    "int8",  "int4",     "awq-int4", "gptq-int4", "nf4",
          "mxfp4", "nvfp4",  "f32",     "f16",    "q2_k",  "q3_k_s",   "q3_k_m",   "q3_k_l",    "q4_0",
          "q4_1",  "q4_k_s", "q4_k_m",  "q5_0",   "q5_1",  "q5_k_s",   "q5_k_m",   "q6_k",      "q8_0",
          "iq1_s", "iq1_m",  "iq2_xxs", "iq2_xs", "iq2_s", "iq2_m",    "iq3_xxs",  "iq3_xs",    "iq3_s",
          "iq3_m", "iq4_nl", "iq4_xs",  "tq1_0",  "tq2_0", "mxfp4_moe"})
        QTest::newRow(typed) << QString::fromLatin1(typed);
}

void TestFormats::formatsOfTheCommandLine()
{
    QFETCH(QString, id);
    const Result<Format> lower = m_catalog.format(id, QStringLiteral("weights"));
    const Result<Format> upper = m_catalog.format(id.toUpper(), QStringLiteral("weights"));
    QVERIFY(lower.ok() && upper.ok());
    QVERIFY(lower->forWeights);
    QCOMPARE(upper->id, lower->id);
    if (id == QLatin1String("f16") || id == QLatin1String("f32"))
        QCOMPARE(lower->id, QString(QLatin1String("fp") + id.mid(1)));
    else
        QCOMPARE(lower->id, id);
}

void TestFormats::bitsPerWeight_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<double>("bits");
    QTest::newRow("W4A16, group 128, symmetric") << "int4" << 4 + 16.0 / 128;
    QTest::newRow("AWQ, group 128 with zeros") << "awq-int4" << 4 + 16.0 / 128 + 4.0 / 128;
    QTest::newRow("GPTQ, group 128 with zeros") << "gptq-int4" << 4 + 16.0 / 128 + 4.0 / 128;
    // QLoRA, section 3: 8/64 + 32/(64 x 256) = 0.127 bits a parameter for the constants.
    QTest::newRow("NF4, double quantisation") << "nf4" << 4 + 8.0 / 64 + 32.0 / (64 * 256);
    QTest::newRow("OCP MXFP4") << "mxfp4" << 4.25;
    QTest::newRow("NVFP4") << "nvfp4" << 4.5;
    QTest::newRow("FP8 with block scales") << "native-fp8-block" << 8 + 32.0 / (128 * 128);
}

void TestFormats::bitsPerWeight()
{
    QFETCH(QString, id);
    QFETCH(double, bits);
    QCOMPARE(m_catalog.findFormat(id)->block.bits(), bits);
}

void TestFormats::quantisedFormatsKeepWhatEnginesKeep()
{
    for (const char *id : {"fp8", "int8", "int4", "awq-int4", "gptq-int4", "nf4", "mxfp4", "nvfp4"}) {
        const Format *format = m_catalog.findFormat(QLatin1String(id));
        for (const TensorRole role : {TensorRole::Embedding, TensorRole::Head, TensorRole::Norm, TensorRole::Router,
                                      TensorRole::PositionEmbedding, TensorRole::StateConv}) {
            QVERIFY2(format->keepsRole(role), id);
            QCOMPARE(format->blockFor(role, -1, 32), (BitsPerWeight{2, 1}));
        }
        for (const TensorRole role : {TensorRole::Query, TensorRole::Down, TensorRole::ExpertUp}) {
            QVERIFY2(!format->keepsRole(role), id);
            QCOMPARE(format->blockFor(role, 0, 32), format->block);
        }
    }
    QCOMPARE(m_catalog.findFormat(QStringLiteral("int8"))->bytesPerRow, 4);
    QVERIFY(m_catalog.findFormat(QStringLiteral("bf16"))->keeps.none());
    const Format *gptOss = m_catalog.findFormat(QStringLiteral("native-mxfp4-experts"));
    QCOMPARE(gptOss->blockFor(TensorRole::ExpertDown, 0, 24), (BitsPerWeight{17, 32}));
    QCOMPARE(gptOss->blockFor(TensorRole::Query, 0, 24), (BitsPerWeight{2, 1}));
}

void TestFormats::mixesNameKnownBlocks()
{
    std::vector<BitsPerWeight> blocks;
    for (const Format &format : m_catalog.formats())
        blocks.push_back(format.block);
    for (const Format &format : m_catalog.formats()) {
        for (const MixRule &rule : format.mix)
            QVERIFY2(std::find(blocks.begin(), blocks.end(), rule.block) != blocks.end(), qPrintable(format.id));
        const bool gguf = format.family == FormatFamily::GgufMix || format.family == FormatFamily::GgufType;
        if (gguf)
            QCOMPARE(format.blockFor(TensorRole::Norm, 0, 32),
                     format.forWeights ? BitsPerWeight({4, 1}) : format.block);
    }
}

void TestFormats::mixesGiveTheFilesThatLlamaCppWrites_data()
{
    QTest::addColumn<QString>("model");
    QTest::addColumn<QString>("format");
    QTest::addColumn<qint64>("bytes");
    for (const MixSize &size : kMixSizes)
        QTest::addRow("%s %s", size.model, size.format)
            << QString::fromLatin1(size.model) << QString::fromLatin1(size.format) << size.bytes;
}

void TestFormats::mixesGiveTheFilesThatLlamaCppWrites()
{
    QFETCH(QString, model);
    QFETCH(QString, format);
    QFETCH(qint64, bytes);
    const Result<ModelArchitecture> architecture = m_catalog.model(model, {});
    QVERIFY(architecture.ok());
    QCOMPARE(fileBytes(*m_catalog.findFormat(format), *architecture).count(), bytes);
}

void TestFormats::layersWithMoreBits()
{
    // use_more_bits() of llama-quant.cpp for 32 layers: 0-3, 28-31 and every third between.
    const Format *format = m_catalog.findFormat(QStringLiteral("q4_k_m"));
    const QList<int> more = {0, 1, 2, 3, 6, 9, 12, 15, 18, 21, 24, 27, 28, 29, 30, 31};
    for (int layer = 0; layer < 32; ++layer) {
        const BitsPerWeight expected = more.contains(layer) ? BitsPerWeight{210, 256} : BitsPerWeight{144, 256};
        QCOMPARE(format->blockFor(TensorRole::Down, layer, 32), expected);
        QCOMPARE(format->blockFor(TensorRole::Up, layer, 32), (BitsPerWeight{144, 256}));
    }
    QCOMPARE(format->blockFor(TensorRole::Head, -1, 32), (BitsPerWeight{210, 256}));
    QCOMPARE(format->blockFor(TensorRole::Down, -1, 32), (BitsPerWeight{144, 256}));
}

void TestFormats::kvCacheFormats()
{
    QStringList ids;
    for (const Format &format : m_catalog.formats()) {
        if (format.forKvCache)
            ids.append(format.id);
    }
    ids.sort();
    QCOMPARE(ids, (QStringList{"bf16", "fp16", "fp32", "fp8", "int4", "int8", "iq4_nl", "q4_0", "q4_1", "q5_0", "q5_1",
                               "q8_0"}));
}

void TestFormats::everyFormatHasASourceAndANameOfItsOwn()
{
    QStringList names;
    for (const Format &format : m_catalog.formats()) {
        QVERIFY2(!format.source.isEmpty(), qPrintable(format.id));
        QVERIFY2(!format.name.isEmpty(), qPrintable(format.id));
        names.append(format.id);
        names.append(format.aliases);
        QCOMPARE(format.family == FormatFamily::Native, format.id.startsWith(QLatin1String("native-")));
        QCOMPARE(m_catalog.findFormat(format.id)->id, format.id);
    }
    QCOMPARE(names.removeDuplicates(), 0);
}

QTEST_GUILESS_MAIN(TestFormats)
#include "tst_formats.moc"
