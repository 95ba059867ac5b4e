// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/catalog.h"
#include "core/catalog/nativeformat.h"
#include "core/memory/weights.h"
#include "core/sources/config/configreading.h"
#include "core/sources/config/modulerules.h"

#include <QFile>
#include <QTest>

using namespace plimsoll;

namespace {

// Two layers: queries and outputs 256 x 256, keys and values 128 x 256, three feed-forward matrices 512 x 256.
constexpr qint64 kAttention = 2 * 256 * 256 + 2 * 128 * 256;
constexpr qint64 kFeedForward = 3 * 512 * 256;
constexpr qint64 kLayer = kAttention + kFeedForward;
constexpr qint64 kLayerRows = 2 * 256 + 2 * 128 + 2 * 512 + 256;
constexpr qint64 kHead = 1000 * 256;
constexpr qint64 kRest = 1000 * 256 + 5 * 256; // embedding and norms

Result<ConfigReading> readWith(const QByteArray &quantization, const QByteArray &separate = {})
{
    QByteArray text = R"({"architectures": ["LlamaForCausalLM"], "model_type": "llama", "hidden_size": 256,
        "num_hidden_layers": 2, "num_attention_heads": 4, "num_key_value_heads": 2, "intermediate_size": 512,
        "vocab_size": 1000, "tie_word_embeddings": false, "torch_dtype": "bfloat16")";
    if (!quantization.isEmpty())
        text += ", \"quantization_config\": " + quantization;
    return readConfigJson(text + '}', QStringLiteral("config.json"), separate);
}

Format nativeOf(const ModelArchitecture &model)
{
    static const Catalog catalog = Catalog::builtIn();
    return nativeFormat(catalog, model);
}

qint64 bytesOf(const ModelArchitecture &model)
{
    return weightBytes(model, nativeOf(model)).count();
}

} // namespace

/// Bytes of quantised checkpoints, counted by hand from what each method stores.
class ConfigQuantizationTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void methods_data()
    {
        QTest::addColumn<QByteArray>("quantization");
        QTest::addColumn<qint64>("bytes");
        QTest::addColumn<QString>("name");
        constexpr qint64 rest = 2 * (kRest + kHead);
        const auto row = [](const char *tag, const char *json, qint64 bytes, const char *name) {
            QTest::newRow(tag) << QByteArray(json) << bytes << QString::fromLatin1(name);
        };
        row("none", "", rest + 2 * 2 * kLayer, "BF16");
        // Half a byte, and for 128 weights a 16-bit scale and a 4-bit zero.
        row("awq", R"({"quant_method": "awq", "bits": 4, "group_size": 128, "zero_point": true})",
            rest + 2 * (kLayer / 2 + kLayer / 128 * 5 / 2), "AWQ INT4");
        row("gptq, one group a row", R"({"quant_method": "gptq", "bits": 8, "group_size": -1})",
            rest + 2 * (kLayer + kLayerRows * (2 + 1)), "GPTQ INT8");
        row("gptq with the head", R"({"quant_method": "gptq", "bits": 4, "group_size": 128, "lm_head": true})",
            2 * kRest + 2 * (kLayer / 2 + kLayer / 128 * 5 / 2) + kHead / 2 + kHead / 128 * 5 / 2, "GPTQ INT4");
        row("nf4, double", R"({"quant_method": "bitsandbytes", "load_in_4bit": true, "bnb_4bit_quant_type": "nf4",
                               "bnb_4bit_use_double_quant": true})",
            rest + 2 * (kLayer / 2 + kLayer / 64 + kLayer / 16384 * 4), "NF4");
        row("int8 of bitsandbytes", R"({"quant_method": "bitsandbytes", "load_in_8bit": true})",
            rest + 2 * (kLayer + 4 * kLayerRows), "INT8");
        row("fp8 in blocks", R"({"quant_method": "fp8", "fmt": "e4m3", "weight_block_size": [128, 128]})",
            rest + 2 * (kLayer + kLayer / 16384 * 4), "FP8");
        row("fp8 but one matrix", R"({"quant_method": "fp8",
                                      "modules_to_not_convert": ["model.layers.0.mlp.down_proj", "lm_head"]})",
            rest + 2 * kLayer + 512 * 256, "FP8 + BF16");
        row("packed, attention left", R"({"quant_method": "compressed-tensors", "format": "pack-quantized",
                "ignore": ["lm_head", "re:.*self_attn.*"], "config_groups": {"group_0": {"targets": ["Linear"],
                "weights": {"num_bits": 4, "type": "int", "strategy": "group", "group_size": 32, "symmetric": true}}}})",
            rest + 2 * (2 * kAttention + kFeedForward / 2 + kFeedForward / 32 * 2), "INT4 + BF16");
        row("channels, head too", R"({"quant_method": "compressed-tensors", "format": "float-quantized",
                "ignore": [], "config_groups": {"group_0": {"targets": ["Linear"],
                "weights": {"num_bits": 8, "type": "float", "strategy": "channel"}}}})",
            2 * kRest + kHead + 4 * 1000 + 2 * (kLayer + 4 * kLayerRows), "FP8");
        row("nvfp4 but attention", R"({"quant_method": "modelopt", "quant_algo": "NVFP4",
                "ignore": ["lm_head", "model.layers.*.self_attn*", "mtp.layers.0*"]})",
            rest + 2 * (2 * kAttention + kFeedForward / 2 + kFeedForward / 16), "NVFP4 + BF16");
        row("mixed", R"({"quant_method": "modelopt", "quant_algo": "MIXED_PRECISION", "quantized_layers": {
                "model.layers.0.self_attn.q_proj": {"quant_algo": "FP8"},
                "model.layers.1.self_attn.q_proj": {"quant_algo": "FP8"},
                "model.layers.1.mlp.down_proj": {"quant_algo": "W4A16_NVFP4", "group_size": 16},
                "lm_head": {"quant_algo": "NVFP4", "group_size": 16}}, "ignore": ["mtp*"]})",
            2 * kRest + kHead / 2 + kHead / 16 + 2 * 2 * kLayer - 2 * 256 * 256 - 512 * 256 * 2 + 512 * 256 / 2
                + 512 * 256 / 16,
            "NVFP4 + FP8 + BF16");
        row("quark", R"({"quant_method": "quark", "exclude": ["lm_head"], "global_quant_config":
                {"weight": {"dtype": "fp4", "group_size": 32}}})",
            rest + 2 * (kLayer / 2 + kLayer / 32), "MXFP4");
        row("ternary", R"({"quant_method": "bitnet"})", rest + 2 * kLayer / 4, "ternary");
    }
    void methods()
    {
        QFETCH(QByteArray, quantization);
        const Result<ConfigReading> reading = readWith(quantization);
        QVERIFY2(reading.ok(), qPrintable(reading.ok() ? QString() : reading.error().text));
        QTEST(bytesOf(reading->architecture), "bytes");
        QTEST(nativeOf(reading->architecture).name, "name");
        QVERIFY(reading->warnings.isEmpty());
    }

    void fileBeside()
    {
        const Result<ConfigReading> reading =
            readWith({}, R"({"producer": {"name": "modelopt"}, "quantization": {"quant_algo": "FP8",
                             "kv_cache_quant_algo": "FP8", "exclude_modules": ["lm_head"]}})");
        QVERIFY(reading.ok());
        QCOMPARE(bytesOf(reading->architecture), 2 * (kRest + kHead) + 2 * kLayer);
        QCOMPARE(reading->kvCacheFormat, QStringLiteral("fp8"));
        QVERIFY(!readWith({}, "{").ok());
    }

    void expertsOnly()
    {
        QFile file(QStringLiteral(PLIMSOLL_TEST_DATA "/configs/sinks.json"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const Result<ConfigReading> reading = readConfigJson(file.readAll(), file.fileName());
        QVERIFY(reading.ok());
        QCOMPARE(reading->architecture.torchDtype, QStringLiteral("MXFP4 experts, BF16 rest"));
        // Half a byte a weight and a scale for 32 along a row: two scales for rows of 64, and of 48.
        constexpr qint64 experts = 4 * 8;
        constexpr qint64 stored = 2 * (48 * 64 / 2 + 48 * 2) + (64 * 48 / 2 + 64 * 2);
        ModelArchitecture bare = reading->architecture;
        bare.storedFormat.reset();
        QCOMPARE(bytesOf(bare) - bytesOf(reading->architecture), experts * (3 * 48 * 64 * 2 - stored));
    }

    void unknownMethodIsSaid()
    {
        const Result<ConfigReading> reading = readWith(R"({"quant_method": "squeeze"})");
        QVERIFY(reading.ok());
        QCOMPARE(reading->warnings.size(), 1);
        QVERIFY(reading->warnings.first().contains(QLatin1String("squeeze")));
        QCOMPARE(bytesOf(reading->architecture), 2 * (kRest + kHead + 2 * kLayer));
    }

    void moduleLists_data()
    {
        QTest::addColumn<QString>("pattern");
        QTest::addColumn<QString>("name"); // in layer 3
        QTest::addColumn<bool>("covered");
        const auto row = [](const char *tag, const char *pattern, const char *name, bool covered) {
            QTest::newRow(tag) << QString::fromLatin1(pattern) << QString::fromLatin1(name) << covered;
        };
        row("its full name", "model.layers.3.mlp.up_proj", "mlp.up_proj", true);
        row("another layer", "model.layers.4.mlp.up_proj", "mlp.up_proj", false);
        row("what it is in", "language_model.model.layers.3.mlp.experts", "mlp.experts.0.up_proj", true);
        row("the whole layer", "layers.3", "self_attn.q_proj", true);
        row("a part that only begins alike", "gate", "mlp.gate_proj", false);
        row("a part", "gate", "mlp.gate", true);
        row("a wildcard in every layer", "model.layers.*.self_attn", "self_attn.q_proj", true);
        row("a wildcard in one layer", "model.layers.3.self_attn*", "self_attn.q_proj", true);
        row("a number that only begins alike", "model.layers.3*", "mlp.up_proj", true);
        row("thirty is not three", "model.layers.30.mlp*", "mlp.up_proj", false);
        row("an expression", "re:.*mlp\\.(gate|up)_proj.*", "mlp.up_proj", true);
        row("an expression that misses", "re:.*mlp\\.(gate|up)_proj.*", "mlp.experts.0.up_proj", false);
        row("a draft model's layer", "mtp.layers.3.mlp.up_proj", "mlp.up_proj", false);
        row("an encoder's layer", "vision_tower.encoder.layers.3.mlp*", "mlp.up_proj", false);
        row("an expression that is none", "re:((", "mlp.up_proj", false);
    }
    void moduleLists()
    {
        QFETCH(QString, pattern);
        QFETCH(QString, name);
        ModuleRules rules;
        rules.add(pattern, 7);
        QTEST(rules.inLayer(3, {name}).has_value(), "covered");
    }
};

QTEST_GUILESS_MAIN(ConfigQuantizationTest)
#include "tst_configquantization.moc"
