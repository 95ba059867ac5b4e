// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What llama-quantize makes of a model: the types of all tensors, and the size. The rows that are always checked are
// those of mixsizes.h and a few here; where the measured data lies beside the repository, all 324 of its table are.

#include "core/catalog/catalog.h"
#include "core/memory/weights.h"
#include "core/sources/gguf/ggufquantize.h"
#include "tests/core/catalog/mixsizes.h"
#include "tests/core/sources/sourcefiles.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <algorithm>

using namespace plimsoll;

namespace {

struct MeasuredModel {
    const char *name; ///< in the table
    const char *catalogId;
    int buffers; ///< rotary frequencies in F32, which are no weights of the model
    qint64 bufferBytes;
};

constexpr MeasuredModel kModels[] = {
    {"llama-3.1-8b", "meta-llama/Llama-3.1-8B", 1, 256},
    {"llama-3.2-1b", "meta-llama/Llama-3.2-1B", 1, 128},
    {"llama-3.1-70b", "meta-llama/Llama-3.1-70B", 1, 256},
    {"llama-2-13b", "meta-llama/Llama-2-13b-hf", 0, 0},
    {"mistral-7b-v0.3", "mistralai/Mistral-7B-Instruct-v0.3", 0, 0},
    {"qwen2.5-7b", "Qwen/Qwen2.5-7B-Instruct", 0, 0},
    {"qwen2-0.5b", "Qwen/Qwen2-0.5B-Instruct", 0, 0},
    {"qwen3-8b", "Qwen/Qwen3-8B", 0, 0},
    {"qwen3-30b-a3b", "Qwen/Qwen3-30B-A3B", 0, 0},
    {"gemma-3-12b", "google/gemma-3-12b-it", 0, 0},
    {"phi-3-mini-128k", "microsoft/Phi-3-mini-128k-instruct", 2, 384},
    {"command-r-v01", "CohereLabs/c4ai-command-r-v01", 0, 0},
    {"gpt-oss-20b", "openai/gpt-oss-20b", 0, 0},
    {"glm-4.5-air", "zai-org/GLM-4.5-Air", 0, 0},
    {"deepseek-v3", "deepseek-ai/DeepSeek-V3", 0, 0},
    {"mamba-2.8b", "state-spaces/mamba-2.8b-hf", 0, 0},
    {"granite-4.0-h-tiny", "ibm-granite/granite-4.0-h-tiny", 0, 0},
    {"nemotron-nano-9b-v2", "nvidia/NVIDIA-Nemotron-Nano-9B-v2", 0, 0},
    // Not in the table of mixes, but in the list of files.
    {"mixtral-8x7b", "mistralai/Mixtral-8x7B-v0.1", 0, 0},
    {"qwen3-32b", "Qwen/Qwen3-32B", 0, 0},
    {"gemma-2-9b", "google/gemma-2-9b-it", 0, 0},
    {"command-r-08-2024", "CohereLabs/c4ai-command-r-08-2024", 0, 0},
    {"deepseek-v2-lite", "deepseek-ai/DeepSeek-V2-Lite-Chat", 0, 0},
};

const MeasuredModel *measuredModel(const QString &name)
{
    const auto found = std::find_if(std::begin(kModels), std::end(kModels),
                                    [&name](const auto &entry) { return name == QLatin1String(entry.name); });
    return found == std::end(kModels) ? nullptr : found;
}

/// As those of mixsizes.h, of models whose tensors a role alone does not tell: fused projections, rows that are no
/// multiple of 256, latent attention, an MTP layer, layers without attention.
constexpr MixSize kHardSizes[] = {
    {"meta-llama/Llama-3.1-70B", "q4_k_m", 42512531456},
    {"meta-llama/Llama-3.1-70B", "q5_k_s", 48649584640},
    {"meta-llama/Llama-3.1-70B", "q3_k_m", 34259632128},
    {"meta-llama/Llama-3.1-70B", "iq4_xs", 38261800960},
    {"Qwen/Qwen2-0.5B-Instruct", "q4_k_m", 391859712},
    {"Qwen/Qwen2-0.5B-Instruct", "q5_k_s", 406761984},
    {"Qwen/Qwen2-0.5B-Instruct", "q3_k_m", 349518336},
    {"Qwen/Qwen2-0.5B-Instruct", "iq4_xs", 345497088},
    {"microsoft/Phi-3-mini-128k-instruct", "q4_k_m", 2396032512},
    {"microsoft/Phi-3-mini-128k-instruct", "q5_k_s", 2640735744},
    {"microsoft/Phi-3-mini-128k-instruct", "q3_k_m", 1961816064},
    {"microsoft/Phi-3-mini-128k-instruct", "iq4_xs", 2074842624},
    {"openai/gpt-oss-20b", "q4_k_m", 15792128256},
    {"openai/gpt-oss-20b", "q5_k_s", 15879196416},
    {"openai/gpt-oss-20b", "q3_k_m", 12903142656},
    {"openai/gpt-oss-20b", "iq4_xs", 12232770816},
    {"zai-org/GLM-4.5-Air", "q4_k_m", 72848161792},
    {"zai-org/GLM-4.5-Air", "q5_k_s", 78254930944},
    {"zai-org/GLM-4.5-Air", "q3_k_m", 57024744448},
    {"zai-org/GLM-4.5-Air", "iq4_xs", 60621437952},
    {"deepseek-ai/DeepSeek-V3", "q4_k_m", 404488847360},
    {"deepseek-ai/DeepSeek-V3", "q5_k_s", 461841653760},
    {"deepseek-ai/DeepSeek-V3", "q3_k_m", 319261053440},
    {"deepseek-ai/DeepSeek-V3", "iq4_xs", 359559284736},
    {"state-spaces/mamba-2.8b-hf", "q4_k_m", 1623412000},
    {"state-spaces/mamba-2.8b-hf", "q5_k_s", 1949125920},
    {"state-spaces/mamba-2.8b-hf", "q3_k_m", 1274268960},
    {"state-spaces/mamba-2.8b-hf", "iq4_xs", 1536249120},
    {"ibm-granite/granite-4.0-h-tiny", "q4_k_m", 4227387648},
    {"ibm-granite/granite-4.0-h-tiny", "q5_k_s", 4806865152},
    {"ibm-granite/granite-4.0-h-tiny", "q3_k_m", 3349450752},
    {"ibm-granite/granite-4.0-h-tiny", "iq4_xs", 3788020992},
    {"nvidia/NVIDIA-Nemotron-Nano-9B-v2", "q4_k_m", 6517742592},
    {"nvidia/NVIDIA-Nemotron-Nano-9B-v2", "q5_k_s", 6773676032},
    {"nvidia/NVIDIA-Nemotron-Nano-9B-v2", "q3_k_m", 5371848192},
    {"nvidia/NVIDIA-Nemotron-Nano-9B-v2", "iq4_xs", 5351419392},
};

/// The cells of a line of CSV whose quotes are doubled.
QStringList cellsOf(const QString &line)
{
    QStringList cells(1);
    bool quoted = false;
    for (qsizetype i = 0; i < line.size(); ++i) {
        const QChar c = line[i];
        if (c == QLatin1Char('"') && quoted && line.mid(i + 1, 1) == QLatin1String("\""))
            cells.last() += line[++i];
        else if (c == QLatin1Char('"'))
            quoted = !quoted;
        else if (c == QLatin1Char(',') && !quoted)
            cells.append(QString());
        else
            cells.last() += c;
    }
    return cells;
}

} // namespace

class GgufQuantizeTest : public QObject
{
    Q_OBJECT

private:
    const Catalog m_catalog = Catalog::builtIn();

private Q_SLOTS:
    void committedSizes_data()
    {
        QTest::addColumn<QString>("model");
        QTest::addColumn<QString>("mix");
        QTest::addColumn<qint64>("bytes");
        const auto row = [](const MixSize &size) {
            QTest::addRow("%s %s", size.model, size.format)
                << QString::fromLatin1(size.model) << QString::fromLatin1(size.format) << size.bytes;
        };
        std::for_each(std::begin(kMixSizes), std::end(kMixSizes), row);
        for (const MixSize &size : kHardSizes) {
            if (std::none_of(std::begin(kMixSizes), std::end(kMixSizes), [&size](const MixSize &known) {
                    return qstrcmp(known.model, size.model) == 0 && qstrcmp(known.format, size.format) == 0;
                }))
                row(size);
        }
    }

    void committedSizes()
    {
        QFETCH(QString, model);
        QFETCH(QString, mix);
        QFETCH(qint64, bytes);
        const Result<ModelArchitecture> architecture = m_catalog.model(model, {});
        QVERIFY(architecture.ok());
        QCOMPARE(ggufBytes(*architecture, mix).value_or(Bytes()).count(), bytes);
        // A plan counts the same, less the module that llama.cpp does not load unless it is asked to.
        if (architecture->mtpLayers == 0 || !architecture->architecture.startsWith(QLatin1String("Glm")))
            QCOMPARE(weightBytes(*architecture, *m_catalog.findFormat(mix)).count(), bytes);
    }

    void multiTokenPredictionIsNotLoaded()
    {
        // The sum over all tensors but those of blk.46 in the file that was measured, and the file's size.
        const Result<ModelArchitecture> model = m_catalog.model(QStringLiteral("zai-org/GLM-4.5-Air"), {});
        QCOMPARE(weightBytes(*model, *m_catalog.findFormat(QStringLiteral("q8_0"))).count(), 113602894336);
        QCOMPARE(weightBytes(*model, *m_catalog.findFormat(QStringLiteral("q4_k_m"))).count(), 70438853120);
        QCOMPARE(ggufBytes(*model, QStringLiteral("q8_0"))->count(), 117447146496);
    }

    void unknownMixes()
    {
        const Result<ModelArchitecture> model = m_catalog.model(QStringLiteral("meta-llama/Llama-3.1-8B"), {});
        QVERIFY(!ggufBytes(*model, QStringLiteral("q9_k")));
        QVERIFY(!ggufBytes(*model, QStringLiteral("awq-int4")));
    }

    void measuredTable_data()
    {
        QTest::addColumn<QString>("catalogId");
        QTest::addColumn<QString>("mix");
        QTest::addColumn<int>("buffers");
        QTest::addColumn<qint64>("bytes");
        QTest::addColumn<QString>("counts");
        const QString data = sourcefiles::measuredData();
        QFile table(data + QStringLiteral("/llamacpp_quantize_mixes.csv"));
        if (data.isEmpty() || !table.open(QIODevice::ReadOnly)) {
            qWarning("There is no folder ../shared/data beside the repository: its table of mixes is not checked.");
            QTest::newRow("no measured data here") << QString() << QString() << 0 << 0ll << QString();
            return;
        }
        const QStringList lines = QString::fromUtf8(table.readAll()).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
        for (const QString &line : lines.mid(1)) {
            const QStringList cells = cellsOf(line.trimmed());
            const MeasuredModel *model = measuredModel(cells.front());
            QVERIFY2(model, qPrintable(cells.front()));
            QTest::newRow(qPrintable(QString(cells[0] + QLatin1Char(' ') + cells[2])))
                << QString::fromLatin1(model->catalogId) << cells[2] << model->buffers
                << cells[6].toLongLong() - model->bufferBytes << cells[5];
        }
    }

    void measuredTable()
    {
        QFETCH(QString, catalogId);
        QFETCH(QString, mix);
        QFETCH(int, buffers);
        QFETCH(qint64, bytes);
        QFETCH(QString, counts);
        if (catalogId.isEmpty())
            return;
        const Result<ModelArchitecture> model = m_catalog.model(catalogId, {});
        QVERIFY(model.ok());
        compareWith(*model, mix, buffers, QJsonDocument::fromJson(counts.toUtf8()).object(), bytes);
    }

    void measuredFiles()
    {
        const QString data = sourcefiles::measuredData();
        QFile list(data + QStringLiteral("/llamacpp_models.json"));
        if (data.isEmpty() || !list.open(QIODevice::ReadOnly))
            return;
        int compared = 0;
        const QJsonArray files = QJsonDocument::fromJson(list.readAll()).array();
        for (const QJsonValue &value : files) {
            const QJsonObject file = value.toObject();
            const MeasuredModel *entry = measuredModel(file.value(QLatin1String("model")).toString());
            if (!entry)
                continue; // Falcon-H1 is not in the catalog
            const Result<ModelArchitecture> model = m_catalog.model(QString::fromLatin1(entry->catalogId), {});
            const QJsonObject perType = file.value(QLatin1String("per_type")).toObject();
            QJsonObject counts;
            for (auto type = perType.begin(); type != perType.end(); ++type)
                counts.insert(type.key(), type->toObject().value(QLatin1String("count")));
            compareWith(*model, file.value(QLatin1String("quant")).toString(), entry->buffers, counts,
                        file.value(QLatin1String("total_bytes")).toInteger() - entry->bufferBytes);
            if (QTest::currentTestFailed())
                QFAIL(qPrintable(file.value(QLatin1String("file")).toString()));
            ++compared;
        }
        QCOMPARE(compared, 92);
    }

private:
    static void compareWith(const ModelArchitecture &model, const QString &mix, int buffers, const QJsonObject &counts,
                            qint64 bytes)
    {
        const std::vector<GgufTensorLayout> layout = ggufLayout(model);
        QJsonObject found;
        for (const StorageType *type : ggufTypes(layout, model, mix)) {
            const QString name = QString::fromLatin1(type->name);
            found.insert(name, found.value(name).toInt() + 1);
        }
        found.insert(QStringLiteral("F32"), found.value(QLatin1String("F32")).toInt() + buffers);
        QCOMPARE(found, counts);
        QCOMPARE(ggufBytes(model, mix).value_or(Bytes()).count(), bytes);
    }
};

QTEST_GUILESS_MAIN(GgufQuantizeTest)
#include "tst_ggufquantize.moc"
