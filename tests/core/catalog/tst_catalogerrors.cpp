// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Every mistake in a catalog is refused, with the file, the record and the field in the message.

#include "core/catalog/catalogdocument.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QtTest>

using namespace plimsoll;

namespace {

QJsonObject parsed(const char *json)
{
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(json, &problem);
    if (problem.error != QJsonParseError::NoError)
        qFatal("bad JSON in the test: %s", json);
    return document.object();
}

QJsonObject goodModel()
{
    return parsed(R"({"id": "me/mine", "num_hidden_layers": 4, "hidden_size": 64, "intermediate_size": 256,
                      "num_attention_heads": 8, "num_key_value_heads": 2, "head_dim": 8, "vocab_size": 1000})");
}

QJsonObject goodGpu()
{
    return parsed(R"({"id": "my-card", "memory_gb": 16, "vendor": "NVIDIA", "usable_est_mib": 15900})");
}

QJsonObject goodFormat()
{
    return parsed(R"({"id": "mine", "family": "quantized", "block": [18, 32]})");
}

QByteArray document(const QString &list, const QJsonArray &records)
{
    return QJsonDocument(QJsonObject{{QStringLiteral("schema"), QStringLiteral("plimsoll.catalog/1")}, {list, records}})
        .toJson(QJsonDocument::Compact);
}

/// The good record with the fields of `change` put over it; a null takes a field away.
QJsonObject changed(QJsonObject record, const QJsonObject &change)
{
    for (auto it = change.constBegin(); it != change.constEnd(); ++it)
        record.insert(it.key(), it.value());
    return record;
}

} // namespace

class TestCatalogErrors : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theGoodRecordsAreGood();
    void badRecord_data();
    void badRecord();
    void badFile_data();
    void badFile();
    void layerPatterns_data();
    void layerPatterns();
};

void TestCatalogErrors::theGoodRecordsAreGood()
{
    for (const auto &[list, record] :
         {std::pair(QStringLiteral("models"), goodModel()), std::pair(QStringLiteral("gpus"), goodGpu()),
          std::pair(QStringLiteral("formats"), goodFormat())}) {
        const auto read = readCatalogDocument(document(list, {record}), QStringLiteral("mine.json"));
        QVERIFY2(read.ok(), qPrintable(read.ok() ? QString() : read.error().text));
        QCOMPARE(read->count(), 1);
    }
}

void TestCatalogErrors::badRecord_data()
{
    QTest::addColumn<QString>("list");
    QTest::addColumn<QString>("field");
    QTest::addColumn<QByteArray>("change");
    const auto row = [](const char *name, const char *list, const char *field, const char *change) {
        QTest::newRow(name) << QString::fromLatin1(list) << QString::fromLatin1(field) << QByteArray(change);
    };
    row("model: no id", "models", "id", R"({"id": null})");
    row("model: id is a number", "models", "id", R"({"id": 7})");
    row("model: id is empty", "models", "id", R"({"id": ""})");
    row("model: no hidden size", "models", "hidden_size", R"({"hidden_size": null})");
    row("model: no layers", "models", "num_hidden_layers", R"({"num_hidden_layers": null})");
    row("model: no vocabulary", "models", "vocab_size", R"({"vocab_size": null})");
    row("model: zero", "models", "hidden_size", R"({"hidden_size": 0})");
    row("model: negative", "models", "hidden_size", R"({"hidden_size": -4096})");
    row("model: fraction", "models", "hidden_size", R"({"hidden_size": 64.5})");
    row("model: 1e30", "models", "vocab_size", R"({"vocab_size": 1e30})");
    row("model: beyond 64 bits", "models", "vocab_size", R"({"vocab_size": 99999999999999999999})");
    row("model: NaN as text", "models", "vocab_size", R"({"vocab_size": "NaN"})");
    row("model: number as text", "models", "head_dim", R"({"head_dim": "128"})");
    row("model: list", "models", "head_dim", R"({"head_dim": [128]})");
    row("model: object", "models", "head_dim", R"({"head_dim": {}})");
    row("model: flag as text", "models", "tie_word_embeddings", R"({"tie_word_embeddings": "yes"})");
    row("model: flag as number", "models", "qkv_bias", R"({"qkv_bias": 1})");
    row("model: unknown norm", "models", "norm_type", R"({"norm_type": "batchnorm"})");
    row("model: unknown type", "models", "torch_dtype", R"({"torch_dtype": "int3"})");
    row("model: unknown qk_norm", "models", "qk_norm", R"({"qk_norm": "some"})");
    row("model: unknown MTP", "models", "mtp_style", R"({"mtp_style": "other"})");
    row("model: unknown tower", "models", "vision_type", R"({"vision_type": "eye"})");
    row("model: tower without depth", "models", "vision_depth", R"({"vision_type": "siglip"})");
    row("model: unknown layer letter", "models", "layer_types", R"({"layer_types": "FFQF"})");
    row("model: lower-case letter", "models", "layer_types", R"({"layer_types": "ffff"})");
    row("model: unknown FFN letter", "models", "ffn_types", R"({"ffn_types": "DDDX"})");
    row("model: a layer too few", "models", "layer_types", R"({"layer_types": "FFF"})");
    row("model: a layer too many", "models", "layer_types", R"({"layer_types": "FFFFF"})");
    row("model: runs too long", "models", "ffn_types", R"({"ffn_types": "9D+D"})");
    row("model: run without a letter", "models", "ffn_types", R"({"ffn_types": "3+D"})");
    row("model: run of huge count", "models", "ffn_types", R"({"ffn_types": "99999999999D+D"})");
    row("model: widths do not match", "models", "per_layer_intermediate", R"({"per_layer_intermediate": [1, 2]})");
    row("model: width is text", "models", "per_layer_intermediate", R"({"per_layer_intermediate": [1, 2, 3, "4"]})");
    row("model: ratios do not match", "models", "compress_ratios", R"({"compress_ratios": [0, 4]})");
    row("model: indexers do not match", "models", "indexer_types", R"({"indexer_types": "ff"})");
    row("model: unknown indexer", "models", "indexer_types", R"({"indexer_types": "ffxf"})");
    row("model: window missing", "models", "sliding_window", R"({"layer_types": "SSSF"})");
    row("model: chunk missing", "models", "attention_chunk_size", R"({"layer_types": "CCCF"})");
    row("model: heads missing", "models", "num_attention_heads", R"({"num_attention_heads": null})");
    row("model: Mamba without version", "models", "mamba_version", R"({"layer_types": "MMMF"})");
    row("model: Mamba without state", "models", "mamba_d_state", R"({"layer_types": "MMMF", "mamba_version": 1})");
    row("model: Mamba 3", "models", "mamba_version", R"({"layer_types": "MMMF", "mamba_version": 3})");
    row("model: linear without kind", "models", "linear_attn_type", R"({"layer_types": "LLLF"})");
    row("model: short convolution without kernel", "models", "conv_L_cache", R"({"layer_types": "VVVF"})");
    row("model: MLA without rope", "models", "qk_rope_head_dim", R"({"kv_lora_rank": 512, "qk_nope_head_dim": 128})");
    row("model: experts missing", "models", "num_experts", R"({"ffn_types": "DDEE"})");
    row("model: more active than there are", "models", "num_experts_per_tok",
        R"({"num_experts": 4, "num_experts_per_tok": 8, "moe_intermediate_size": 64})");
    row("model: dense width missing", "models", "intermediate_size", R"({"intermediate_size": null})");
    row("model: KV heads do not divide", "models", "num_key_value_heads", R"({"num_key_value_heads": 3})");
    row("model: counts disagree", "models", "moe_layers_count", R"({"moe_layers_count": 2})");
    row("model: shared layers beyond all", "models", "num_kv_shared_layers", R"({"num_kv_shared_layers": 5})");
    row("model: more than 10^15 parameters", "models", "hidden_size",
        R"({"num_hidden_layers": 1000, "hidden_size": 131072, "num_experts": 8192, "num_experts_per_tok": 1,
            "moe_intermediate_size": 1048576})");
    row("model: misspelt field", "models", "hiden_size", R"({"hiden_size": 64})");
    row("model: unknown part of the count", "models", "total_params_includes",
        R"({"total_params_includes": "text+soul"})");
    row("model: block of another size", "models", "weight_block_size", R"({"weight_block_size": [64, 64]})");
    row("gpu: no id", "gpus", "id", R"({"id": null})");
    row("gpu: slash in the id", "gpus", "id", R"({"id": "a/b"})");
    row("gpu: no memory", "gpus", "memory_gb", R"({"memory_gb": null})");
    row("gpu: negative memory", "gpus", "memory_gb", R"({"memory_gb": -80})");
    row("gpu: memory as text", "gpus", "memory_gb", R"({"memory_gb": "80 GB"})");
    row("gpu: memory of 1e30", "gpus", "memory_gb", R"({"memory_gb": 1e30})");
    row("gpu: usable beyond marketed", "gpus", "usable_total_mib", R"({"usable_total_mib": 81920})");
    row("gpu: unified limit beyond marketed", "gpus", "unified_default_limit_mib",
        R"({"unified_default_limit_mib": 99999})");
    row("gpu: devices do not add up", "gpus", "memory_gb_per_device",
        R"({"devices_per_package": 2, "memory_gb_per_device": 12})");
    row("gpu: unknown line", "gpus", "product_line", R"({"product_line": "toaster"})");
    row("gpu: unknown confidence", "gpus", "confidence", R"({"confidence": "sure"})");
    row("gpu: notes are not a list", "gpus", "notes", R"({"notes": "one"})");
    row("gpu: notes are not text", "gpus", "notes", R"({"notes": [1]})");
    row("gpu: MIG is not a list", "gpus", "mig_profiles", R"({"mig_profiles": {}})");
    row("gpu: MIG of a number", "gpus", "mig_profiles", R"({"mig_profiles": [1]})");
    row("gpu: MIG without a name", "gpus", "mig_profiles[0].name",
        R"({"mig_profiles": [{"nominal_gb": 5, "compute_slices": 1, "compute_slices_total": 7, "max_instances": 7}]})");
    row("gpu: MIG larger than its card", "gpus", "mig_profiles[0].nominal_gb",
        R"({"mig_profiles": [{"name": "1g.40gb", "nominal_gb": 40, "compute_slices": 1, "compute_slices_total": 7,
                              "max_instances": 7}]})");
    row("gpu: more slices than there are", "gpus", "mig_profiles[0].compute_slices",
        R"({"mig_profiles": [{"name": "9g.5gb", "nominal_gb": 5, "compute_slices": 9, "compute_slices_total": 7,
                              "max_instances": 7}]})");
    row("gpu: cloud without provider", "gpus", "cloud[0].provider",
        R"({"cloud": [{"instance": "x", "gpu_count": 1}]})");
    row("gpu: cloud of no GPU", "gpus", "cloud[0].gpu_count",
        R"({"cloud": [{"provider": "p", "instance": "x", "gpu_count": 0}]})");
    row("gpu: misspelt field", "gpus", "bandwith_gb_s", R"({"bandwith_gb_s": 900})");
    row("format: no family", "formats", "family", R"({"family": null})");
    row("format: unknown family", "formats", "family", R"({"family": "paper"})");
    row("format: no block", "formats", "block", R"({"block": null})");
    row("format: block of one number", "formats", "block", R"({"block": [18]})");
    row("format: block of no weights", "formats", "block", R"({"block": [18, 0]})");
    row("format: block of fractions", "formats", "block", R"({"block": [0.5, 1]})");
    row("format: too many bits", "formats", "block", R"({"block": [1000, 1]})");
    row("format: upper case id", "formats", "id", R"({"id": "Q4"})");
    row("format: unknown role", "formats", "keeps", R"({"keeps": ["hat"]})");
    row("format: unknown role in a mix", "formats", "mix[0].role", R"({"mix": [{"role": "hat", "block": [1, 1]}]})");
    row("format: mix without block", "formats", "mix[0].block", R"({"mix": [{"role": "head"}]})");
    row("format: misspelt field", "formats", "blok", R"({"blok": [1, 1]})");
}

void TestCatalogErrors::badRecord()
{
    QFETCH(QString, list);
    QFETCH(QString, field);
    QFETCH(QByteArray, change);
    const QJsonObject good = list == QLatin1String("models") ? goodModel()
                             : list == QLatin1String("gpus") ? goodGpu()
                                                             : goodFormat();
    const QJsonObject bad = changed(good, parsed(change.constData()));
    const auto read = readCatalogDocument(document(list, {bad}), QStringLiteral("mine.json"));
    QVERIFY(!read.ok());
    const Error &error = read.error();
    QCOMPARE(error.code, QStringLiteral("bad-catalog"));
    QVERIFY(error.kind == ErrorKind::File);
    const QString id = bad.value(QLatin1String("id")).toString();
    QVERIFY2(error.text.contains(QLatin1String("mine.json")), qPrintable(error.text));
    QVERIFY2(error.text.contains(QString(list + QLatin1String("[0]"))), qPrintable(error.text));
    QVERIFY2(error.text.contains(id), qPrintable(error.text));
    QVERIFY2(error.text.contains(QString(QLatin1String("field ") + field + QLatin1Char(':'))), qPrintable(error.text));
    QVERIFY2(error.field.endsWith(field), qPrintable(error.field));
}

void TestCatalogErrors::badFile_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("says");
    QTest::newRow("empty") << QByteArray() << "not JSON";
    QTest::newRow("not JSON") << QByteArray("hello") << "line 1";
    QTest::newRow("cut off") << QByteArray("{\"schema\": \"plimsoll.catalog/1\",\n\"models\": [\n{") << "line 3";
    QTest::newRow("a list") << QByteArray("[]") << "expected an object";
    QTest::newRow("no schema") << QByteArray("{\"models\": []}") << "schema";
    QTest::newRow("newer schema") << QByteArray("{\"schema\": \"plimsoll.catalog/2\"}") << "plimsoll.catalog/2";
    QTest::newRow("plan instead") << QByteArray("{\"schema\": \"plimsoll.plan/1\"}") << "plimsoll.plan/1";
    QTest::newRow("unknown list") << QByteArray("{\"schema\": \"plimsoll.catalog/1\", \"model\": []}") << "\"model\"";
    QTest::newRow("list is an object") << QByteArray("{\"schema\": \"plimsoll.catalog/1\", \"models\": {}}")
                                       << "models";
    QTest::newRow("record is a number") << QByteArray("{\"schema\": \"plimsoll.catalog/1\", \"gpus\": [5]}")
                                        << "gpus[0]";
    QTest::newRow("100,000 deep") << QByteArray(
        "{\"schema\": \"plimsoll.catalog/1\", \"models\": " + QByteArray(100'000, '[') + QByteArray(100'000, ']') + '}')
                                  << "not JSON";
    QTest::newRow("too large") << QByteArray(kMaxCatalogBytes + 1, ' ') << "64 MiB";
    QTest::newRow("not UTF-8") << QByteArray("{\"schema\": \"plimsoll.catalog/1\", \"comment\": \"\xff\xfe\"}")
                               << "not JSON";
    QJsonObject other = goodModel();
    other.insert(QStringLiteral("id"), QStringLiteral("ME/mine"));
    QTest::newRow("same id twice") << document(QStringLiteral("models"), {goodModel(), goodModel()}) << "models[1]";
    QTest::newRow("ids differ in case only") << document(QStringLiteral("models"), {goodModel(), other}) << "ME/mine";
    QTest::newRow("same GPU twice") << document(QStringLiteral("gpus"), {goodGpu(), goodGpu()}) << "my-card";
}

void TestCatalogErrors::badFile()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, says);
    const auto read = readCatalogDocument(json, QStringLiteral("mine.json"));
    QVERIFY(!read.ok());
    QCOMPARE(read.error().code, QStringLiteral("bad-catalog"));
    QVERIFY2(read.error().text.contains(QLatin1String("mine.json")), qPrintable(read.error().text));
    QVERIFY2(read.error().text.contains(says), qPrintable(read.error().text));
}

void TestCatalogErrors::layerPatterns_data()
{
    QTest::addColumn<QByteArray>("change");
    QTest::addColumn<QString>("windows");
    const auto row = [](const char *name, const char *change, const char *windows) {
        QTest::newRow(name) << QByteArray(change) << QString::fromLatin1(windows);
    };
    row("left out: all full", "{}", "FFFF");
    row("one letter", R"({"layer_types": "S"})", "SSSS");
    row("a run that repeats", R"({"layer_types": "SF"})", "SFSF");
    row("written out", R"({"layer_types": "SSSF"})", "SSSF");
    row("runs with counts", R"({"layer_types": "3S+F"})", "SSSF");
    row("the last letter goes on", R"({"layer_types": "1F+S"})", "FSSS");
    row("a run that is cut", R"({"num_hidden_layers": 7, "layer_types": "SSF"})", "SSFSSFS");
}

void TestCatalogErrors::layerPatterns()
{
    QFETCH(QByteArray, change);
    QFETCH(QString, windows);
    QJsonObject record = changed(goodModel(), {{QStringLiteral("sliding_window"), 128}});
    record = changed(record, parsed(change.constData()));
    const auto read = readCatalogDocument(document(QStringLiteral("models"), {record}), QStringLiteral("mine.json"));
    QVERIFY2(read.ok(), qPrintable(read.ok() ? QString() : read.error().text));
    const ModelArchitecture &model = read->models.front().value;
    QString found;
    for (const quint16 group : model.layerGroups)
        found += std::get<GroupedAttention>(model.groups[group].mixer).slidingWindow > 0 ? QLatin1Char('S')
                                                                                         : QLatin1Char('F');
    QCOMPARE(found, windows);
}

QTEST_GUILESS_MAIN(TestCatalogErrors)
#include "tst_catalogerrors.moc"
