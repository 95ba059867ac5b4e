// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The compiled catalog against the JSON files that it was made from, and the records against figures that they carry
// from elsewhere: published parameter counts, layer counts of config.json, sizes that drivers print.

#include "core/catalog/catalog.h"
#include "core/catalog/catalogdate.h"
#include "core/catalog/modelrecord.h"
#include "core/catalog/nativeformat.h"
#include "core/memory/parameters.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>
#include <QtTest>

#include <algorithm>

using namespace plimsoll;

namespace {

QJsonArray records(const char *file, const char *list)
{
    QFile json(QStringLiteral(PLIMSOLL_SOURCE_DIR "/resources/catalog/") + QLatin1String(file));
    if (!json.open(QIODevice::ReadOnly))
        qFatal("%s cannot be read", file);
    return QJsonDocument::fromJson(json.readAll()).object().value(QLatin1String(list)).toArray();
}

bool sameArchitecture(const ModelArchitecture &a, const ModelArchitecture &b)
{
    return a.id == b.id && a.hiddenSize == b.hiddenSize && a.vocabSize == b.vocabSize && a.layerGroups == b.layerGroups
           && a.groups.size() == b.groups.size()
           && std::equal(a.groups.begin(), a.groups.end(), b.groups.begin(),
                         [](const LayerGroup &x, const LayerGroup &y) { return x.sameShape(y) && x.count == y.count; })
           && publishedScopeCount(a) == publishedScopeCount(b);
}

} // namespace

class TestBuiltInCatalog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyRecordIsThereAsItStandsInTheJson_data();
    void everyRecordIsThereAsItStandsInTheJson();
    void parametersAreThePublishedOnes_data();
    void parametersAreThePublishedOnes();
    void layerKindsAreThoseOfTheRecord();
    void listsAreCompleteAndInOrder();
    void theDateIsTheNewest();
    void modelLookup_data();
    void modelLookup();
    void unknownNamesNameTheNearest_data();
    void unknownNamesNameTheNearest();
    void searchTextFinds_data();
    void searchTextFinds();
    void nativeFormats_data();
    void nativeFormats();
    void engineConstantsAreByTheirId();

private:
    const Catalog m_catalog = Catalog::builtIn();
};

void TestBuiltInCatalog::everyRecordIsThereAsItStandsInTheJson_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QJsonObject>("json");
    const QJsonArray models = records("models.json", "models");
    const QJsonArray gpus = records("gpus.json", "gpus");
    QCOMPARE(models.size(), 355);
    QCOMPARE(gpus.size(), 315);
    for (const QJsonValue &record : models)
        QTest::newRow(qPrintable(record[QLatin1String("id")].toString())) << "model" << record.toObject();
    for (const QJsonValue &record : gpus)
        QTest::newRow(qPrintable(record[QLatin1String("id")].toString())) << "gpu" << record.toObject();
}

void TestBuiltInCatalog::everyRecordIsThereAsItStandsInTheJson()
{
    QFETCH(QString, kind);
    QFETCH(QJsonObject, json);
    const QString id = json.value(QLatin1String("id")).toString();
    if (kind == QLatin1String("model")) {
        QCOMPARE(m_catalog.modelRecord(id), json);
        const Result<ModelArchitecture> compiled = m_catalog.model(id, {});
        const Result<ModelArchitecture> direct = modelFromRecord(json, QStringLiteral("models.json"));
        QVERIFY2(compiled.ok(), qPrintable(compiled.ok() ? QString() : compiled.error().text));
        QVERIFY(direct.ok());
        QVERIFY(sameArchitecture(*compiled, *direct));
        QCOMPARE(qint64(compiled->layers()), json.value(QLatin1String("num_hidden_layers")).toInteger());
        QVERIFY(!json.value(QLatin1String("source")).toString().isEmpty());
    } else {
        QCOMPARE(m_catalog.gpuRecord(id), json);
        const Result<Gpu> gpu = m_catalog.gpu(id, {});
        QVERIFY2(gpu.ok(), qPrintable(gpu.ok() ? QString() : gpu.error().text));
        QCOMPARE(gpu->id, id);
        QVERIFY(!gpu->sources.isEmpty());
        QVERIFY(!gpu->confidence.isEmpty());
    }
    for (const QJsonValue &value : json)
        QVERIFY2(!value.isNull(), "null fields are left out of the catalog files");
}

void TestBuiltInCatalog::parametersAreThePublishedOnes_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("check");
    QTest::addColumn<qint64>("published");
    QTest::addColumn<qint64>("precision");
    const QJsonArray models = records("models.json", "models");
    int exact = 0, rounded = 0;
    for (const QJsonValue &record : models) {
        const QString check = record[QLatin1String("check")].toString();
        exact += check == QLatin1String("exact");
        rounded += check == QLatin1String("rounded");
        const qint64 published = record[QLatin1String("total_params")].toInteger();
        QTest::newRow(qPrintable(record[QLatin1String("id")].toString()))
            << record[QLatin1String("id")].toString() << check << published
            << record[QLatin1String("total_params_precision")].toInteger(published / 100);
    }
    QCOMPARE(exact, 280);
    QCOMPARE(rounded, 74);
}

void TestBuiltInCatalog::parametersAreThePublishedOnes()
{
    QFETCH(QString, id);
    QFETCH(QString, check);
    QFETCH(qint64, published);
    QFETCH(qint64, precision);
    const Result<ModelArchitecture> model = m_catalog.model(id, {});
    QVERIFY(model.ok());
    const qint64 counted = publishedScopeCount(*model);
    if (check == QLatin1String("exact"))
        QCOMPARE(counted, published);
    else if (check == QLatin1String("rounded"))
        QVERIFY2(std::abs(counted - published) <= precision, qPrintable(QString::number(counted)));
    else
        QCOMPARE(id, QStringLiteral("xai-org/grok-1")); // marketed as 314B, its shape has 315.7
}

void TestBuiltInCatalog::layerKindsAreThoseOfTheRecord()
{
    const QJsonArray models = records("models.json", "models");
    for (const QJsonValue &record : models) {
        const Result<ModelArchitecture> model = m_catalog.model(record[QLatin1String("id")].toString(), {});
        QVERIFY(model.ok());
        int full = 0, windowed = 0, state = 0, experts = 0;
        const auto attends = [&](const GroupedAttention &a) {
            ++(a.slidingWindow > 0 || a.chunkSize > 0 ? windowed : full);
        };
        for (const quint16 index : model->layerGroups) {
            const LayerGroup &group = model->groups[index];
            experts += group.moe.has_value();
            std::visit(Overloaded{attends, [&](const CrossAttention &) { ++full; },
                                  [&](const LatentAttention &) { ++full; },
                                  [&](const CompressedAttention &) { ++windowed; }, [&](const Mamba1 &) { ++state; },
                                  [&](const Mamba2 &) { ++state; }, [&](const LinearAttention &) { ++state; },
                                  [&](const ShortConvolution &) { ++state; },
                                  [&](const ParallelHybrid &) {
                                      ++full;
                                      ++state;
                                  },
                                  [](const NoMixer &) {}},
                       group.mixer);
        }
        const QByteArray id = record[QLatin1String("id")].toString().toUtf8();
        QVERIFY2(full == record[QLatin1String("attention_layers_full")].toInt(), id);
        QVERIFY2(windowed == record[QLatin1String("attention_layers_windowed")].toInt(), id);
        QVERIFY2(state == record[QLatin1String("state_layers")].toInt(), id);
        QVERIFY2(experts == record[QLatin1String("moe_layers_count")].toInt(0), id);
    }
}

void TestBuiltInCatalog::theDateIsTheNewest()
{
    const Catalog catalog = Catalog::builtIn();
    QStringList dates;
    for (const CatalogEntry &model : catalog.models())
        dates += catalog.modelRecord(model.id).value(QLatin1String("release")).toString();
    for (const CatalogEntry &gpu : catalog.gpus()) {
        const QJsonArray prices = catalog.gpuRecord(gpu.id).value(QLatin1String("cloud")).toArray();
        for (const QJsonValue &price : prices)
            dates += price[QLatin1String("as_of")].toString();
    }
    const QString newest = *std::max_element(dates.cbegin(), dates.cend());
    QVERIFY(newest.startsWith(QLatin1String("20")));
    QVERIFY(catalogDate(catalog) >= newest); // a measurement may be newer
    QVERIFY(catalogDate(catalog) < QStringLiteral("2100"));
}

void TestBuiltInCatalog::listsAreCompleteAndInOrder()
{
    QCOMPARE(m_catalog.models().size(), size_t(355));
    QCOMPARE(m_catalog.gpus().size(), size_t(315 + 150)); // 150 MIG profiles on 27 GPUs
    QVERIFY(m_catalog.notes().isEmpty());
    QVERIFY(!m_catalog.hasUserData());
    QSet<QString> ids;
    QString whole;
    for (const CatalogEntry &entry : m_catalog.gpus()) {
        QVERIFY2(!ids.contains(entry.id), qPrintable(entry.id));
        ids.insert(entry.id);
        if (entry.id.contains(QLatin1Char('/')))
            QCOMPARE(entry.id.section(QLatin1Char('/'), 0, 0), whole);
        else
            whole = entry.id;
        QVERIFY(entry.size > 0);
    }
    const auto llama =
        std::find_if(m_catalog.models().begin(), m_catalog.models().end(),
                     [](const CatalogEntry &entry) { return entry.id == QLatin1String("meta-llama/Llama-3.1-8B"); });
    QCOMPARE(llama->name, QStringLiteral("Llama 3.1 8B"));
    QCOMPARE(llama->detail, QStringLiteral("8.03 B \u00b7 GQA \u00b7 128k"));
    QCOMPARE(llama->size, 8'030'261'248);
    QCOMPARE(m_catalog.gpus().front().detail, QStringLiteral("12 GB \u00b7 NVIDIA \u00b7 Kepler \u00b7 2014"));
}

void TestBuiltInCatalog::modelLookup_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("id");
    QTest::newRow("exact") << "meta-llama/Llama-3.1-8B"
                           << "meta-llama/Llama-3.1-8B";
    QTest::newRow("other case") << "META-LLAMA/llama-3.1-8b"
                                << "meta-llama/Llama-3.1-8B";
    QTest::newRow("without organisation") << "llama-3.1-8b"
                                          << "meta-llama/Llama-3.1-8B";
    QTest::newRow("part of a name is not enough") << "Llama-3.1"
                                                  << "";
    QTest::newRow("empty") << ""
                           << "";
    QTest::newRow("only a slash") << "/"
                                  << "";
    QTest::newRow("very long") << QString(100'000, QLatin1Char('x')) << "";
}

void TestBuiltInCatalog::modelLookup()
{
    QFETCH(QString, typed);
    QFETCH(QString, id);
    const Result<ModelArchitecture> model = m_catalog.model(typed, QStringLiteral("model"));
    QCOMPARE(model.ok() ? model->id : QString(), id);
    if (!model.ok()) {
        QCOMPARE(model.error().code, QStringLiteral("unknown-model"));
        QCOMPARE(model.error().field, QStringLiteral("model"));
        QVERIFY(model.error().kind == ErrorKind::Typed);
        QVERIFY(model.error().text.size() < 500);
    }
}

void TestBuiltInCatalog::unknownNamesNameTheNearest_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("named");
    QTest::newRow("h100") << "gpu"
                          << "h100"
                          << "nvidia-h100-sxm-80gb";
    QTest::newRow("vendor left out") << "gpu"
                                     << "a100-sxm-80gb"
                                     << "nvidia-a100-sxm-80gb";
    QTest::newRow("one letter wrong") << "gpu"
                                      << "nvidia-h100-smx-80gb"
                                      << "nvidia-h100-sxm-80gb";
    QTest::newRow("as people say it") << "gpu"
                                      << "rtx 4090"
                                      << "nvidia-rtx-4090-24gb";
    QTest::newRow("by a word of the description") << "gpu"
                                                  << "mac m3"
                                                  << "apple-m3";
    QTest::newRow("llama 3.1 8b") << "model"
                                  << "llama 3.1 8b"
                                  << "meta-llama/Llama-3.1-8B";
    QTest::newRow("one letter left out") << "model"
                                         << "meta-llama/Lama-3.1-8B"
                                         << "meta-llama/Llama-3.1-8B";
    QTest::newRow("format") << "format"
                            << "q4km"
                            << "q4_k_m";
    QTest::newRow("format, other name") << "format"
                                        << "fp18"
                                        << "fp16";
}

void TestBuiltInCatalog::unknownNamesNameTheNearest()
{
    QFETCH(QString, kind);
    QFETCH(QString, typed);
    QFETCH(QString, named);
    Error error;
    if (kind == QLatin1String("gpu"))
        error = m_catalog.gpu(typed, QStringLiteral("gpus[0].id")).error();
    else if (kind == QLatin1String("model"))
        error = m_catalog.model(typed, QStringLiteral("model")).error();
    else
        error = m_catalog.format(typed, QStringLiteral("weights")).error();
    QCOMPARE(error.code, QStringLiteral("unknown-") + kind);
    QVERIFY2(error.text.contains(typed) && error.text.contains(named), qPrintable(error.text));
}

void TestBuiltInCatalog::searchTextFinds_data()
{
    QTest::addColumn<QString>("list");
    QTest::addColumn<QString>("words");
    QTest::addColumn<QString>("id");
    QTest::newRow("llama 70") << "models"
                              << "llama 70"
                              << "meta-llama/Llama-3.1-70B";
    QTest::newRow("qwen 32") << "models"
                             << "qwen 32"
                             << "Qwen/Qwen3-32B";
    QTest::newRow("moe") << "models"
                         << "moe"
                         << "mistralai/Mixtral-8x7B-Instruct-v0.1";
    QTest::newRow("mla") << "models"
                         << "mla"
                         << "deepseek-ai/DeepSeek-V3";
    QTest::newRow("vision") << "models"
                            << "gemma vision"
                            << "google/gemma-3-27b-it";
    QTest::newRow("h100") << "gpus"
                          << "h100"
                          << "nvidia-h100-sxm-80gb";
    QTest::newRow("24gb nvidia") << "gpus"
                                 << "24gb nvidia"
                                 << "nvidia-rtx-4090-24gb";
    QTest::newRow("mac") << "gpus"
                         << "mac"
                         << "apple-m3-max-128gb";
    QTest::newRow("mig") << "gpus"
                         << "mig h100"
                         << "nvidia-h100-sxm-80gb/1g.10gb";
}

void TestBuiltInCatalog::searchTextFinds()
{
    QFETCH(QString, list);
    QFETCH(QString, words);
    QFETCH(QString, id);
    const std::vector<CatalogEntry> &entries = list == QLatin1String("models") ? m_catalog.models() : m_catalog.gpus();
    const QStringList parts = words.split(QLatin1Char(' '));
    const bool found = std::any_of(entries.begin(), entries.end(), [&](const CatalogEntry &entry) {
        return entry.id == id && std::all_of(parts.begin(), parts.end(), [&](const QString &part) {
                   return entry.searchText.contains(part);
               });
    });
    QVERIFY(found);
}

void TestBuiltInCatalog::nativeFormats_data()
{
    QTest::addColumn<QString>("model");
    QTest::addColumn<QString>("name");
    QTest::newRow("bfloat16") << "meta-llama/Llama-3.1-8B"
                              << "BF16";
    QTest::newRow("float16") << "meta-llama/Llama-2-7b-hf"
                             << "FP16";
    QTest::newRow("float32") << "state-spaces/mamba-2.8b-hf"
                             << "FP32";
    QTest::newRow("FP8 in blocks") << "deepseek-ai/DeepSeek-V3"
                                   << "FP8, block scales";
    QTest::newRow("FP8 in blocks, MiMo") << "XiaomiMiMo/MiMo-V2-Flash"
                                         << "FP8, block scales";
    QTest::newRow("FP8 a tensor") << "mistralai/Devstral-2-123B-Instruct-2512"
                                  << "FP8";
    QTest::newRow("gpt-oss") << "openai/gpt-oss-20b"
                             << "MXFP4 experts, BF16 rest";
    QTest::newRow("Kimi K2 Thinking") << "moonshotai/Kimi-K2-Thinking"
                                      << "INT4 experts, BF16 rest";
    QTest::newRow("DeepSeek V4") << "deepseek-ai/DeepSeek-V4-Flash"
                                 << "FP4 experts, FP8 rest";
    QTest::newRow("BitNet") << "microsoft/bitnet-b1.58-2B-4T"
                            << "ternary, packed";
}

void TestBuiltInCatalog::nativeFormats()
{
    QFETCH(QString, model);
    QFETCH(QString, name);
    const Result<ModelArchitecture> architecture = m_catalog.model(model, {});
    QVERIFY(architecture.ok());
    QCOMPARE(nativeFormat(m_catalog, *architecture).name, name);
}

void TestBuiltInCatalog::engineConstantsAreByTheirId()
{
    QCOMPARE(m_catalog.engineConstants(QStringLiteral("vllm")).value(QLatin1String("id")).toString(),
             QStringLiteral("vllm"));
    QVERIFY(m_catalog.engineConstants(QStringLiteral("no-such-engine")).isEmpty());
}

QTEST_GUILESS_MAIN(TestBuiltInCatalog)
#include "tst_builtincatalog.moc"
