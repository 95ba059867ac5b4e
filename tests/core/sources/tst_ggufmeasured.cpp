// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Files of real models, written without their data by make_sparse_gguf.py of the measured data beside the
// repository, against its lists of tensors; and what is made of them against the catalog, whose records come from
// config.json. Without that folder the test says so and checks nothing.

#include "core/catalog/catalog.h"
#include "core/memory/kvcache.h"
#include "core/memory/parameters.h"
#include "core/sources/gguf/ggufsource.h"
#include "tests/core/sources/sourcefiles.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace plimsoll;

namespace {

struct SameModel {
    const char *file;
    const char *catalogId;
};

constexpr SameModel kSameModels[] = {
    {"llama-3.1-8b", "meta-llama/Llama-3.1-8B"},
    {"llama-3.2-1b", "meta-llama/Llama-3.2-1B"},
    {"llama-3.1-70b", "meta-llama/Llama-3.1-70B"},
    {"llama-2-13b", "meta-llama/Llama-2-13b-hf"},
    {"mistral-7b-v0.3", "mistralai/Mistral-7B-Instruct-v0.3"},
    {"mixtral-8x7b", "mistralai/Mixtral-8x7B-v0.1"},
    {"qwen2.5-7b", "Qwen/Qwen2.5-7B-Instruct"},
    {"qwen2-0.5b", "Qwen/Qwen2-0.5B-Instruct"},
    {"qwen3-8b", "Qwen/Qwen3-8B"},
    {"qwen3-32b", "Qwen/Qwen3-32B"},
    {"qwen3-30b-a3b", "Qwen/Qwen3-30B-A3B"},
    {"gemma-2-9b", "google/gemma-2-9b-it"},
    {"gemma-3-12b", "google/gemma-3-12b-it"},
    {"phi-3-mini-128k", "microsoft/Phi-3-mini-128k-instruct"},
    {"command-r-v01", "CohereLabs/c4ai-command-r-v01"},
    {"command-r-08-2024", "CohereLabs/c4ai-command-r-08-2024"},
    {"gpt-oss-20b", "openai/gpt-oss-20b"},
    {"glm-4.5-air", "zai-org/GLM-4.5-Air"},
    {"deepseek-v2-lite", "deepseek-ai/DeepSeek-V2-Lite-Chat"},
    {"deepseek-v3", "deepseek-ai/DeepSeek-V3"},
    {"mamba-2.8b", "state-spaces/mamba-2.8b-hf"},
    {"granite-4.0-h-tiny", "ibm-granite/granite-4.0-h-tiny"},
    {"nemotron-nano-9b-v2", "nvidia/NVIDIA-Nemotron-Nano-9B-v2"},
};

QByteArray read(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("cannot read %s", qPrintable(path));
    return file.readAll();
}

} // namespace

class GgufMeasuredTest : public QObject
{
    Q_OBJECT

private:
    const QString m_data = sourcefiles::measuredData();
    QTemporaryDir m_folder;
    QHash<QString, QStringList> m_quantisations; ///< by model, those that are checked

    /// The file's path; all of a model are written when the first is asked for.
    QString sparse(const QString &model, const QString &quantisation)
    {
        const QString path = m_folder.filePath(model + QLatin1Char('.') + quantisation + QStringLiteral(".gguf"));
        if (QFile::exists(path))
            return path;
        QStringList arguments = {m_data + QStringLiteral("/make_sparse_gguf.py"),
                                 QStringLiteral("--model"),
                                 model,
                                 QStringLiteral("--out"),
                                 m_folder.path(),
                                 QStringLiteral("--no-tokens")};
        for (const QString &wanted : m_quantisations.value(model, {quantisation}))
            arguments << QStringLiteral("--quant") << wanted;
        QProcess writer;
        writer.setProcessChannelMode(QProcess::MergedChannels);
        writer.start(QStringLiteral("python3"), arguments);
        if (!writer.waitForFinished(60000) || writer.exitCode() != 0)
            qFatal("make_sparse_gguf.py failed: %s", writer.readAll().constData());
        return path;
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (m_data.isEmpty())
            qWarning("There is no folder ../shared/data beside the repository: files of real models are not checked.");
    }

    void tensorLists_data()
    {
        QTest::addColumn<QString>("model");
        QTest::addColumn<QString>("quantisation");
        QTest::addColumn<QByteArray>("expected");
        if (m_data.isEmpty()) {
            QTest::newRow("no measured data here") << QString() << QString() << QByteArray();
            return;
        }
        const QList<QByteArray> lines = read(m_data + QStringLiteral("/llamacpp_tensor_lists.jsonl")).split('\n');
        for (const QByteArray &line : lines) {
            const QString file = QJsonDocument::fromJson(line).object().value(QLatin1String("file")).toString();
            if (file.isEmpty())
                continue;
            const QString model = file.section(QLatin1Char('.'), 0, -3);
            m_quantisations[model].append(file.section(QLatin1Char('.'), -2, -2));
            QTest::newRow(qPrintable(file)) << model << file.section(QLatin1Char('.'), -2, -2) << line;
        }
    }

    void tensorLists()
    {
        QFETCH(QString, model);
        QFETCH(QString, quantisation);
        QFETCH(QByteArray, expected);
        if (model.isEmpty())
            return;
        const Result<ModelSource> source = openGguf(sparse(model, quantisation));
        QVERIFY2(source.ok(), source.ok() ? "" : qPrintable(source.error().text));
        QCOMPARE(source->warnings, QStringList());
        const QJsonArray tensors = QJsonDocument::fromJson(expected).object().value(QLatin1String("tensors")).toArray();
        QVERIFY(!tensors.isEmpty());
        QCOMPARE(source->tensors.size(), tensors.size());
        Bytes total;
        for (qsizetype i = 0; i < tensors.size(); ++i) {
            const QJsonArray row = tensors.at(i).toArray();
            const StoredTensor tensor = source->tensors.at(i);
            QCOMPARE(QString::fromUtf8(tensor.name), row.at(0).toString());
            QJsonArray dims;
            for (auto dim = tensor.shape.rbegin(); dim != tensor.shape.rend(); ++dim)
                dims.append(*dim);
            QCOMPARE(dims, row.at(1).toArray());
            QCOMPARE(QString::fromLatin1(tensor.type->name), row.at(2).toString());
            QCOMPARE(tensor.bytes.count(), row.at(3).toInteger());
            total += Bytes(row.at(3).toInteger());
        }
        QCOMPARE(source->tensors.bytes(), total);
        QCOMPARE(countParameters(source->architecture).total() + source->architecture.checkpointBuffers,
                 source->tensors.parameters());
    }

    /// The rest of the 24 models: of these only the sums by type are listed.
    void filesWithoutAList()
    {
        if (m_data.isEmpty())
            return;
        int compared = 0;
        const QJsonArray files =
            QJsonDocument::fromJson(read(m_data + QStringLiteral("/llamacpp_models.json"))).array();
        for (const QJsonValue &value : files) {
            const QJsonObject file = value.toObject();
            const QString model = file.value(QLatin1String("model")).toString();
            const QString quantisation = file.value(QLatin1String("quant")).toString();
            if (m_quantisations.contains(model))
                continue;
            const Result<ModelSource> source = openGguf(sparse(model, quantisation));
            QVERIFY2(source.ok(), source.ok() ? "" : qPrintable(source.error().text));
            QCOMPARE(source->warnings, QStringList());
            QJsonObject counts, expected;
            for (qsizetype i = 0; i < source->tensors.size(); ++i) {
                const QString type = QString::fromLatin1(source->tensors.at(i).type->name);
                counts.insert(type, counts.value(type).toInt() + 1);
            }
            const QJsonObject perType = file.value(QLatin1String("per_type")).toObject();
            for (auto type = perType.begin(); type != perType.end(); ++type)
                expected.insert(type.key(), type->toObject().value(QLatin1String("count")));
            QCOMPARE(counts, expected);
            QCOMPARE(source->tensors.bytes().count(), file.value(QLatin1String("total_bytes")).toInteger());
            QCOMPARE(source->tensors.parameters(), file.value(QLatin1String("total_elements")).toInteger());
            const ModelArchitecture &found = source->architecture;
            QCOMPARE(countParameters(found).total() + found.checkpointBuffers, source->tensors.parameters());
            QCOMPARE(found.extraParameters, 0);
            ++compared;
        }
        QCOMPARE(compared, 24);
    }

    void architectures_data()
    {
        QTest::addColumn<QString>("model");
        QTest::addColumn<QString>("catalogId");
        for (const SameModel &same : kSameModels)
            QTest::newRow(same.file) << QString::fromLatin1(same.file) << QString::fromLatin1(same.catalogId);
    }

    void architectures()
    {
        QFETCH(QString, model);
        QFETCH(QString, catalogId);
        if (m_data.isEmpty())
            return;
        const QString quantisation = QStringLiteral("F16");
        const Result<ModelSource> source = openGguf(sparse(model, quantisation));
        QVERIFY2(source.ok(), source.ok() ? "" : qPrintable(source.error().text));
        const Result<ModelArchitecture> wanted = Catalog::builtIn().model(catalogId, {});
        QVERIFY(wanted.ok());
        const ModelArchitecture &found = source->architecture;
        QCOMPARE(found.layers(), wanted->layers());
        QCOMPARE(found.hiddenSize, wanted->hiddenSize);
        QCOMPARE(found.vocabSize, wanted->vocabSize);
        QCOMPARE(found.tiedEmbeddings, wanted->tiedEmbeddings);
        QCOMPARE(found.contextLimit, wanted->contextLimit);
        QCOMPARE(countParameters(found).text, countParameters(*wanted).text);
        QCOMPARE(countParameters(found).active, countParameters(*wanted).active);
        const KvFormats fp16 = {{2, 1}, {2, 1}};
        for (const qint64 tokens : {1, 300, 5000, 100'000})
            QCOMPARE(kvCacheBytes(found, fp16, tokens, 3), kvCacheBytes(*wanted, fp16, tokens, 3));
        QCOMPARE(recurrentStateBytes(found, {4, 1}, {4, 1}), recurrentStateBytes(*wanted, {4, 1}, {4, 1}));
    }
};

QTEST_GUILESS_MAIN(GgufMeasuredTest)
#include "tst_ggufmeasured.moc"
